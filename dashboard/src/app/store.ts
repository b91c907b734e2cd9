import { useSyncExternalStore } from 'react';

/** A value that components follow and that anything may change. */
export interface Store<T> {
  get: () => T;
  set: (next: T | ((before: T) => T)) => void;
  follow: (listener: () => void) => () => void;
}

export function store<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: next => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(value) : next;
      if (!Object.is(after, value)) {
        value = after;
        for (const listener of [...listeners]) {
          listener();
        }
      }
    },
    follow: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<T>(followed: Store<T>): T {
  return useSyncExternalStore(followed.follow, followed.get);
}
