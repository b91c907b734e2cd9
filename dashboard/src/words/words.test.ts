import { expect, it } from 'vitest';
import { en } from './en';
import { vi } from './vi';

function leaves(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'object' && each !== null ? leaves(each as object, `${path}.${name}`) : [`${path}.${name}`],
  );
}

it('says everything in both languages', () => {
  expect(leaves(en)).toEqual(leaves(vi));
  expect(leaves(vi).length).toBeGreaterThan(100);
});
