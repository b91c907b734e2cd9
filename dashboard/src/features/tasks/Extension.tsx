import { Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { day } from '../../app/format';
import { notify } from '../../app/notices';
import { DateField, Field, FormErrors, SavedNote } from '../../components/Fields';
import { QueuedNote } from '../../components/QueuedNote';
import { useWords } from '../../words';
import type { TaskItem } from './tasks';

interface Props {
  task: TaskItem;
  etag: string | undefined;
}

const versioned = (etag: string | undefined) => (etag === undefined ? {} : { 'If-Match': etag });

/** Asks for a later last day, with the reason. */
export function ExtensionAsk({ task, unit, etag }: Props & { unit: string }) {
  const w = useWords();
  const t = w.tasks;
  const form = `extension:${task.plan}/${task.n}`;
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const { value, set, savedAt, restored, clear } = useAutosave<{ dueTo?: string; reason: string }>(form, { reason: '' });
  const ask = useCommand<{ dueTo: string; reason: string }>({
    form,
    what: () => t.askOf(task.ordinal ?? String(task.n), task.documentNumber),
    send: (body, headers) =>
      answer(
        api.POST('/api/v1/plan/plans/{id}/tasks/{n}/extension-requests', {
          params: { path: { id: task.plan, n: task.n }, header: { ...headers, ...versioned(etag) } },
          body: { unit, ...body },
        }),
      ),
    onDone: () => {
      clear();
      setOpen(false);
      notify('ok', t.asked);
    },
  });
  const { dueTo, reason } = value;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (dueTo !== undefined && reason.trim() !== '') {
      void ask.run({ dueTo, reason: reason.trim() });
    }
  };
  if (ask.state === 'waiting') {
    return <QueuedNote />;
  }
  if (!open && !restored) {
    return <Button onClick={() => setOpen(true)}>{t.ask}</Button>;
  }
  return (
    <form className="panel form" onSubmit={submit} noValidate aria-label={t.ask}>
      <h2>{t.ask}</h2>
      <FormErrors refusal={ask.refusal} />
      <Field label={t.newDue} required error={tried && dueTo === undefined ? w.form.required : undefined}>
        {control => (
          <DateField
            control={control}
            value={dueTo}
            onChange={chosen => set(before => (chosen === undefined ? { reason: before.reason } : { ...before, dueTo: chosen }))}
          />
        )}
      </Field>
      <Field label={t.reason} required error={tried && reason.trim() === '' ? w.form.required : undefined}>
        {control => (
          <textarea
            {...control}
            className="textarea"
            maxLength={2000}
            value={reason}
            onChange={event => set(before => ({ ...before, reason: event.target.value }))}
          />
        )}
      </Field>
      <div className="actions">
        <Button htmlType="submit" loading={ask.state === 'sending'}>
          {t.ask}
        </Button>
        <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
      </div>
    </form>
  );
}

/** Grants or refuses what was asked for. */
export function ExtensionDecision({ task, etag }: Props) {
  const w = useWords();
  const t = w.tasks;
  const form = `decision:${task.plan}/${task.n}`;
  const [tried, setTried] = useState(false);
  const { value, set, savedAt, restored, clear } = useAutosave(form, { reason: '' });
  const decide = useCommand<{ granted: boolean }>({
    form,
    what: () => t.decisionOf(task.ordinal ?? String(task.n), task.documentNumber),
    send: ({ granted }, headers) =>
      answer(
        api.POST('/api/v1/plan/plans/{id}/tasks/{n}/extension-requests/decision', {
          params: { path: { id: task.plan, n: task.n }, header: { ...headers, ...versioned(etag) } },
          body: granted
            ? { granted, dueTo: task.extensionAsked ?? null, note: value.reason.trim() || null }
            : { granted, reason: value.reason.trim() },
        }),
      ),
    onDone: (_, { granted }) => {
      clear();
      notify('ok', granted ? t.granted : t.refused);
    },
  });
  if (decide.state === 'waiting') {
    return <QueuedNote />;
  }
  const missing = tried && value.reason.trim() === '';
  return (
    <section className="panel form" aria-label={t.decide}>
      <h2>{t.decide}</h2>
      <p>{t.askedUntil(day(task.extensionAsked), day(task.dueTo))}</p>
      <FormErrors refusal={decide.refusal} />
      <Field label={t.decisionNote} hint={t.decisionHint} error={missing ? t.decisionHint : undefined}>
        {control => (
          <textarea {...control} className="textarea" maxLength={2000} value={value.reason} onChange={event => set({ reason: event.target.value })} />
        )}
      </Field>
      <div className="actions">
        <Button loading={decide.state === 'sending'} onClick={() => void decide.run({ granted: true })}>
          {t.grant(day(task.extensionAsked))}
        </Button>
        <Button
          danger
          loading={decide.state === 'sending'}
          onClick={() => {
            setTried(true);
            if (value.reason.trim() !== '') {
              void decide.run({ granted: false });
            }
          }}
        >
          {t.refuse}
        </Button>
        <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
      </div>
    </section>
  );
}
