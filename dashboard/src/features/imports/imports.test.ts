import { expect, it } from 'vitest';
import { vi } from '../../words/vi';
import { counted, importQuery, isMoving, lookOf } from './imports';

it('tells in order how many rows lead to what', () => {
  expect(counted({ POST: 3, NEW_UNIT: 2, NOTHING: 0 }, vi)).toEqual([
    { outcome: 'NEW_UNIT', text: 'Thêm đơn vị', count: 2 },
    { outcome: 'POST', text: 'Ghi chức vụ', count: 3 },
  ]);
});

it('asks again as long as the server is at work', () => {
  const asked = (state: string) => importQuery('i').refetchInterval({ state: { data: { body: { state } as never } } });
  expect(asked('RUNNING')).toBeGreaterThan(0);
  expect(asked('UNDOING')).toBeGreaterThan(0);
  expect(asked('COMPLETED')).toBe(false);
  expect(isMoving('STOPPED')).toBe(false);
});

it('shows a state that it does not know by its own name', () => {
  expect(lookOf('PROPOSED', vi).text).toBe('Chờ xác nhận');
  expect(lookOf('NEWER', vi).text).toBe('NEWER');
});
