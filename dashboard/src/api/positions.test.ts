import { beforeEach, expect, it } from 'vitest';
import { forgetPositions, positionHeader, rememberPosition } from './positions';

beforeEach(forgetPositions);

it('remembers the highest position of each context', () => {
  rememberPosition('plan:5');
  rememberPosition('organization:7');
  rememberPosition('plan:3');
  expect(positionHeader()).toBe('organization:7,plan:5');
});

it('sends nothing before anything was written', () => {
  rememberPosition(null);
  rememberPosition('nonsense');
  expect(positionHeader()).toBeUndefined();
});
