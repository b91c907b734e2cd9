import { expect, it } from 'vitest';
import { byDay, isMonth, shifted, weeksOf } from './month';

it('goes from month to month over the end of a year', () => {
  expect(shifted('2025-12', 1)).toBe('2026-01');
  expect(shifted('2025-01', -1)).toBe('2024-12');
  expect(isMonth('2025-13')).toBe(false);
  expect(isMonth('2025-03')).toBe(true);
});

it('has whole weeks that begin on Monday', () => {
  const weeks = weeksOf('2025-03');
  expect(weeks[0]?.[0]).toBe('2025-02-24');
  expect(weeks.at(-1)?.at(-1)).toBe('2025-04-06');
  expect(weeks).toHaveLength(6);
  expect(weeksOf('2027-02')).toHaveLength(4);
});

it('puts tasks on their last day, and those that go on beyond the month apart', () => {
  const tasks = [{ dueTo: '2025-03-31' }, { dueFrom: '2025-01-01', dueTo: '2025-12-31' }, { dueTo: '2025-03-31' }];
  const { days, through } = byDay(tasks, '2025-03');
  expect(days.get('2025-03-31')).toHaveLength(2);
  expect(through).toEqual([tasks[1]]);
});
