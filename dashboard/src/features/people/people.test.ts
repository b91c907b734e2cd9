import { expect, it } from 'vitest';
import { decades, isCitizenId, readYear } from './people';

it('a year of birth has four digits and lies before today; nothing is no year', () => {
  expect(readYear('1985', 2026)).toBe(1985);
  expect(readYear(' ', 2026)).toBeNull();
  expect(['85', '1899', '2027', '19x5'].map(each => readYear(each, 2026))).toEqual([undefined, undefined, undefined, undefined]);
});

it('a citizen id has twelve digits', () => {
  expect(isCitizenId('001085000001')).toBe(true);
  expect(isCitizenId('00108500000')).toBe(false);
});

it('years of birth are summed by decade, in order', () => {
  expect(decades({ 1985: 2, 1990: 1, 1989: 3, unknown: 4 })).toEqual([
    { from: 1980, count: 5 },
    { from: 1990, count: 1 },
  ]);
});
