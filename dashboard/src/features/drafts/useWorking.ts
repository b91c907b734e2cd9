import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { useAutosave } from '../../api/useAutosave';
import type { Revise, Whole } from './drafts';
import { revisionOf } from './edits';
import { NOTHING, remembered, sureMeanings, tasksOf, viewOf, type ServerTasks, type Step, type View, type Working } from './working';

const isNothing = (working: Working): boolean =>
  Object.keys(working.fields).length === 0 &&
  Object.keys(working.tasks).length === 0 &&
  working.added.length === 0 &&
  Object.keys(working.meant).length === 0;

/** A change of what is not saved yet; `typing` names the value that is being typed into. */
export type Act = (change: (before: Working) => Working, typing?: string) => void;

/** What a form of a plan works on. */
export interface Editing {
  whole: Whole;
  server: ServerTasks;
  view: View;
  act: Act;
}

export interface Works extends Editing {
  working: Working;
  /** the same, for whoever cannot wait until it is drawn */
  latest: RefObject<Working>;
  /** what would have to be sent; undefined if the server has all of it */
  body: Revise | undefined;
  undo: (() => void) | undefined;
  /** puts it in the place of what there was; what was done before cannot be taken back any more */
  settle: (next: Working) => void;
  savedAt: number | undefined;
  restored: boolean;
}

/** Changes of a plan that are kept on the device under a name, and can be taken back step by step. */
export function useWorking(whole: Whole, form: string): Works {
  const server = useMemo(() => tasksOf(whole), [whole]);
  const sure = useMemo(() => sureMeanings(whole), [whole]);
  const { value: working, set, clear, savedAt, restored } = useAutosave<Working>(form, NOTHING);
  const latest = useRef(working);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const view = useMemo(() => viewOf(whole, server, working, sure), [whole, server, working, sure]);
  const body = useMemo(() => revisionOf(whole, server, working, view), [whole, server, working, view]);

  const put = useCallback(
    (next: Working) => {
      latest.current = next;
      if (isNothing(next)) {
        clear();
      } else {
        set(next);
      }
    },
    [set, clear],
  );

  const act = useCallback<Act>(
    (change, typing) => {
      const before = latest.current;
      const next = change(before);
      if (next !== before) {
        setSteps(all => remembered(all, before, typing));
        put(next);
      }
    },
    [put],
  );

  const undo = () => {
    const last = steps.at(-1);
    if (last !== undefined) {
      setSteps(steps.slice(0, -1));
      put(last.before);
    }
  };

  const settle = (next: Working) => {
    setSteps([]);
    put(next);
  };

  return { whole, server, view, act, working, latest, body, undo: steps.length === 0 ? undefined : undo, settle, savedAt, restored };
}
