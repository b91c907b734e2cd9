import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { answer, api, type Answer, type Schema } from '../../api/client';
import { Refusal } from '../../api/problem';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { useWords } from '../../words';
import { draftQuery, etagOf, type Content, type Whole } from './drafts';
import { afterSaving, conflictsOf, resolved, revisionOf, withContent } from './edits';
import type { Item } from './sources';
import { useWorking } from './useWorking';
import { NOTHING, sureMeanings, tasksOf, viewOf, type Working } from './working';

const ATTEMPTS = 3;

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && typeof (value as Content).revision === 'number' && Array.isArray((value as Content).tasks);

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
  const works = useWorking(whole, `draft:${id}`);
  const { server, working, latest, body, settle } = works;
  const [asked, setAsked] = useState(false);
  const conflicts = useMemo(() => conflictsOf(whole, server, working), [whole, server, working]);

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
      settle(NOTHING);
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
      setAsked(false);
      settle(afterSaving(latest.current, sent, now, tasksOf(now)));
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
      settle(NOTHING);
      notify('ok', w.drafts.discarded);
      void navigate('/drafts');
    },
  });

  return {
    ...works,
    startOver: () => settle(NOTHING),
    dirty: body !== undefined,
    conflicts,
    /** both versions have to be shown */
    isConflict: asked && conflicts.length > 0 && save.state !== 'sending',
    closeConflict: () => setAsked(false),
    /** a choice was made for each value in conflict */
    resolve: (mine: (item: Item) => boolean) => {
      const now = standing();
      settle(resolved(latest.current, now, tasksOf(now), conflicts, mine));
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
