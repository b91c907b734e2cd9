import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { clearDevice, setOwner } from './device';
import { useAutosave } from './useAutosave';

beforeEach(() => setOwner('me'));

const open = () => renderHook(() => useAutosave('report', { text: '' }));

it('brings back what was typed before the page went', () => {
  const first = open();
  act(() => first.result.current.set({ text: 'đã phát động' }));
  act(() => void dispatchEvent(new Event('pagehide')));
  const second = open();
  expect(second.result.current.value.text).toBe('đã phát động');
  expect(second.result.current.restored).toBe(true);
});

it('shows an account nothing that another one has typed', () => {
  const first = open();
  act(() => first.result.current.set({ text: 'đã phát động' }));
  first.unmount();
  setOwner('somebody else');
  expect(open().result.current.value.text).toBe('');
});

it('is gone once it was sent, and at sign-out', () => {
  const first = open();
  act(() => first.result.current.set({ text: 'a' }));
  act(() => first.result.current.clear());
  first.unmount();
  expect(open().result.current.restored).toBe(false);
  const again = open();
  act(() => again.result.current.set({ text: 'b' }));
  again.unmount();
  clearDevice();
  expect(open().result.current.restored).toBe(false);
});
