import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, recall } from './device';

const PAUSE_MS = 400;

interface Kept<T> {
  value: T;
  at: number;
}

export interface Autosaved<T> {
  value: T;
  set: (next: T | ((before: T) => T)) => void;
  /** when it was last kept on the device, in ms; undefined if nothing was typed yet */
  savedAt: number | undefined;
  /** it was typed earlier and found again */
  restored: boolean;
  /** the server has it, or the person gives it up: back to the first value */
  clear: () => void;
}

/**
 * The content of a form that survives a reload, a crash and a lost session: kept on the device until `clear`.
 *
 * @param form names it among all forms, as `report:<plan>/<n>`
 * @param first what it holds before anything was typed
 */
export function useAutosave<T>(form: string, first: T): Autosaved<T> {
  const place = `form:${form}`;
  const [kept] = useState(() => recall<Kept<T>>(place));
  const [value, setValue] = useState<T>(kept === undefined ? first : kept.value);
  const [savedAt, setSavedAt] = useState(kept?.at);
  const [restored, setRestored] = useState(kept !== undefined);
  const pending = useRef<T>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (pending.current !== undefined) {
      const at = Date.now();
      if (keep(place, { value: pending.current, at } satisfies Kept<T>)) {
        setSavedAt(at);
      }
      pending.current = undefined;
    }
  }, [place]);

  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      setValue(before => {
        const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
        pending.current = after;
        return after;
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MS);
    },
    [save],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = undefined;
    drop(place);
    setSavedAt(undefined);
    setRestored(false);
    setValue(first);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `first` is the value of the first render
  }, [place]);

  useEffect(() => {
    // the tab may be closed before the pause is over
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  return { value, set, savedAt, restored, clear };
}
