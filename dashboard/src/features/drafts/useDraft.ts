import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { answer, api, type Answer, type Schema } from '../../api/client';
import { Refusal } from '../../api/problem';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { useWords } from '../../words';
import { draftQuery, etagOf, type Content, type Whole } from './drafts';
import { afterSaving, conflictsOf, resolved, revisionOf, withContent } from './edits';
import type { Item } from './sources';
import { NOTHING, remembered, sureMeanings, tasksOf, viewOf, type Step, type Working } from './working';

const ATTEMPTS = 3;

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && typeof (value as Content).revision === 'number' && Array.isArray((value as Content).tasks);

const isNothing = (working: Working): boolean =>
  Object.keys(working.fields).length === 0 &&
  Object.keys(working.tasks).length === 0 &&
  working.added.length === 0 &&
  Object.keys(working.meant).length === 0;

/** A change of what is not saved yet; `typing` names the value that is being typed into. */
export type Act = (change: (before: Working) => Working, typing?: string) => void;

/**
 * A draft and what is done to it: changes stay on the device until they are saved for the version that they were made on. If
 * somebody else was first, what does not touch each other is put together, and for the rest a person decides.
 */
export function useDraft(whole: Whole, onGone: () => void) {
  const w = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id } = whole.content;
  const path = { id };
  const { queryKey } = draftQuery(id);
  const server = useMemo(() => tasksOf(whole), [whole]);
  const sure = useMemo(() => sureMeanings(whole), [whole]);
  const saved = useAutosave<Working>(`draft:${id}`, NOTHING);
  const working = saved.value;
  const latest = useRef(working);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [asked, setAsked] = useState(false);
  const view = useMemo(() => viewOf(whole, server, working, sure), [whole, server, working, sure]);
  const body = useMemo(() => revisionOf(whole, server, working, view), [whole, server, working, view]);
  const conflicts = useMemo(() => conflictsOf(whole, server, working), [whole, server, working]);

  const { set, clear } = saved;
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

  const startOver = () => {
    setSteps([]);
    put(NOTHING);
  };

  const standing = (): Whole => client.getQueryData<Answer<Whole>>(queryKey)?.body ?? whole;

  const issue = useCommand<string, Schema<'Made'>>({
    form: `issue:${id}`,
    send: async (etag, headers) => {
      const made = await answer(
        api.POST('/api/v1/plan/drafts/{id}/issuance', { params: { path, header: { ...headers, 'If-Match': etag } } }),
      );
      // it is no draft any more: nobody may ask for it again
      flushSync(onGone);
      return made;
    },
    onDone: ({ body: made }) => {
      put(NOTHING);
      notify('ok', w.drafts.issued);
      void navigate(`/plans/${made.id}`);
    },
  });

  const save = useCommand<{ sent: Working; thenIssue: boolean }>({
    form: `revise:${id}`,
    send: async ({ sent }, headers) => {
      for (let attempt = 1; ; attempt++) {
        const now = standing();
        const tasks = tasksOf(now);
        const revision = revisionOf(now, tasks, sent, viewOf(now, tasks, sent, sureMeanings(now)));
        const etag = etagOf(now.content.revision);
        if (revision === undefined) {
          return { body: undefined, etag, location: undefined };
        }
        try {
          return await answer(
            api.POST('/api/v1/plan/drafts/{id}/revision', {
              params: { path, header: { ...headers, 'If-Match': etag } },
              body: revision,
            }),
          );
        } catch (thrown) {
          if (!(thrown instanceof Refusal) || thrown.status !== 412 || !isContent(thrown.current)) {
            throw thrown;
          }
          const newer = withContent(now, thrown.current);
          client.setQueryData<Answer<Whole>>(queryKey, { body: newer, etag: etagOf(thrown.current.revision), location: undefined });
          if (attempt === ATTEMPTS || conflictsOf(newer, tasksOf(newer), sent).length > 0) {
            throw thrown;
          }
          notify('info', w.drafts.merged);
        }
      }
    },
    onDone: ({ etag }, { sent, thenIssue }) => {
      const now = standing();
      setSteps([]);
      setAsked(false);
      put(afterSaving(latest.current, sent, now, tasksOf(now)));
      if (thenIssue) {
        void issue.run(etag ?? etagOf(now.content.revision));
      }
    },
  });

  const saveNow = (thenIssue = false) => {
    setAsked(true);
    const now = standing();
    if (conflictsOf(now, tasksOf(now), latest.current).length === 0) {
      void save.run({ sent: latest.current, thenIssue });
    }
  };

  const discard = useCommand<undefined>({
    form: `discard:${id}`,
    send: async (_, headers) => {
      const done = await answer(
        api.DELETE('/api/v1/plan/drafts/{id}', {
          params: { path, header: { ...headers, 'If-Match': etagOf(standing().content.revision) } },
        }),
      );
      flushSync(onGone);
      return done;
    },
    onDone: () => {
      put(NOTHING);
      notify('ok', w.drafts.discarded);
      void navigate('/drafts');
    },
  });

  return {
    whole,
    server,
    working,
    view,
    act,
    undo: steps.length === 0 ? undefined : undo,
    startOver,
    savedAt: saved.savedAt,
    restored: saved.restored,
    dirty: body !== undefined,
    conflicts,
    /** both versions have to be shown */
    isConflict: asked && conflicts.length > 0 && save.state !== 'sending',
    closeConflict: () => setAsked(false),
    /** a choice was made for each value in conflict */
    resolve: (mine: (item: Item) => boolean) => {
      const now = standing();
      setSteps([]);
      put(resolved(latest.current, now, tasksOf(now), conflicts, mine));
      save.forget();
      saveNow();
    },
    save,
    saveNow,
    issue,
    issueNow: () => (body === undefined ? void issue.run(etagOf(standing().content.revision)) : saveNow(true)),
    discard,
  };
}

export type Desk = ReturnType<typeof useDraft>;
