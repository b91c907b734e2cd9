import { describe, expect, it } from 'vitest';
import { day, daysBetween, moment, parseDay, today } from './format';

describe('days', () => {
  it('are shown as in Vietnam', () => expect(day('2025-03-10')).toBe('10/03/2025'));
  it('are of Vietnam, not of the device', () => expect(today(Date.parse('2025-03-09T18:00:00Z'))).toBe('2025-03-10'));
  it.each([
    ['10/3/2025', '2025-03-10'],
    ['31-12-2025', '2025-12-31'],
    ['30/02/2025', undefined],
    ['2025', undefined],
  ])('typed as %s are %s', (text, expected) => expect(parseDay(text)).toBe(expected));
  it('are counted', () => expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1));
});

it('shows an instant in the time of Vietnam', () => expect(moment('2025-03-10T02:42:00Z')).toBe('09:42\u00a010/03/2025'));
