import { expect, it } from 'vitest';
import { vi } from '../../words/vi';
import { changed, eventName, shown } from './audit';

it('shows a value as people write it', () => {
  expect(shown('2025-03-10')).toBe('10/03/2025');
  expect(shown('')).toBeUndefined();
  expect(shown(null)).toBeUndefined();
  expect(shown(0)).toBe('0');
  expect(shown([{ type: 'Luật', date: '2022-06-15' }])).toBe('–\n  type: Luật\n  date: 15/06/2022');
  expect(shown({ name: 'A', none: [], empty: { of: null }, list: ['x', 'y'] })).toBe('name: A\nlist:\n  – x\n  – y');
  expect(shown([])).toBeUndefined();
});

it('leaves out what an act only says again, and counts it', () => {
  const values = [
    { field: 'name', before: 'Cũ', after: 'Mới' },
    { field: 'year', before: 2025, after: 2025 },
    { field: 'code', after: 'X1' },
  ];
  expect(changed(values as never)).toEqual({
    rows: [
      { field: 'name', before: 'Cũ', after: 'Mới' },
      { field: 'code', before: undefined, after: 'X1' },
    ],
    same: 1,
  });
});

it('names what happened, and an event it does not know by its own name', () => {
  expect(eventName('plan.plan-issued', vi)).toBe('Ban hành kế hoạch');
  expect(eventName('plan.something-new', vi)).toBe('plan.something-new');
});
