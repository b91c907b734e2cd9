import { Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { answer, api } from '../../api/client';
import { NotSent, Refusal } from '../../api/problem';
import { upload } from '../../api/upload';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { withQuery } from '../../components/ExportButton';
import { Field, FormErrors, SavedNote } from '../../components/Fields';
import { QueuedNote } from '../../components/QueuedNote';
import { Uploader } from '../../components/Uploader';
import { useWords } from '../../words';
import type { TaskItem } from './tasks';

interface EvidenceFile {
  id: string;
  name: string;
}

interface Filled {
  percent: string;
  note: string;
  files: EvidenceFile[];
}

interface Sent {
  filled: Filled;
  done: boolean;
}

const ENDINGS = ['.jpg', '.jpeg', '.png', '.pdf', '.docx', '.xlsx'];

/** Reports progress with evidence; at 100 per cent it says that the task is done. What is typed stays on the device. */
export function ReportForm({ task, unit, etag }: { task: TaskItem; unit: string; etag: string | undefined }) {
  const w = useWords();
  const t = w.tasks;
  const form = `report:${task.plan}/${task.n}`;
  const { value, set, savedAt, restored, clear } = useAutosave<Filled>(form, { percent: String(task.percent), note: '', files: [] });
  const [refusal, setRefusal] = useState<Refusal | NotSent>();
  const [tried, setTried] = useState(false);
  const path = { id: task.plan, n: task.n };
  const report = useCommand<Sent>({
    form,
    what: () => t.reportOf(task.ordinal ?? String(task.n), task.documentNumber),
    send: ({ filled, done }, headers) => {
      const note = filled.note.trim() === '' ? null : filled.note.trim();
      const files = filled.files.map(each => each.id);
      const header = { ...headers, ...(etag === undefined ? {} : { 'If-Match': etag }) };
      return done
        ? answer(api.POST('/api/v1/plan/plans/{id}/tasks/{n}/completion', { params: { path, header }, body: { unit, note, proof: files } }))
        : answer(
            api.POST('/api/v1/plan/plans/{id}/tasks/{n}/reports', {
              params: { path, header },
              body: { unit, percent: Number(filled.percent), note, evidence: files },
            }),
          );
    },
    onDone: (_, { done }) => {
      clear();
      setTried(false);
      notify('ok', done ? t.completed : t.reported);
    },
  });

  const percent = Number(value.percent);
  const done = percent === 100;
  const wrong = {
    percent: value.percent === '' || !Number.isInteger(percent) || percent < 0 || percent > 100 ? t.percentWrong : undefined,
    note: done && value.note.trim() === '' && value.files.length === 0 ? t.proofNeeded : undefined,
  };

  const attach = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
    setRefusal(undefined);
    try {
      const { body } = await upload<EvidenceFile>(
        withQuery(`/api/v1/plan/plans/${task.plan}/tasks/${task.n}/evidence`, { name: file.name }),
        file,
        { onProgress, signal },
      );
      set(before => ({ ...before, files: [...before.files, { id: body.id, name: body.name }] }));
    } catch (thrown) {
      if (thrown instanceof Refusal || thrown instanceof NotSent) {
        setRefusal(thrown);
      } else {
        throw thrown;
      }
    }
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.percent === undefined && wrong.note === undefined) {
      void report.run({ filled: value, done });
    }
  };

  if (report.state === 'waiting') {
    return <QueuedNote />;
  }
  return (
    <form className="panel form" onSubmit={submit} noValidate aria-label={t.report}>
      <h2>{t.report}</h2>
      <FormErrors refusal={report.refusal ?? refusal} />
      <Field label={t.percent} required hint={t.percentHint} error={tried ? wrong.percent : undefined}>
        {control => (
          <input
            {...control}
            className="input num-input"
            inputMode="numeric"
            value={value.percent}
            onChange={event => set(before => ({ ...before, percent: event.target.value.trim() }))}
          />
        )}
      </Field>
      <Field label={t.note} error={tried ? wrong.note : undefined}>
        {control => (
          <textarea
            {...control}
            className="textarea"
            maxLength={4000}
            value={value.note}
            onChange={event => set(before => ({ ...before, note: event.target.value }))}
          />
        )}
      </Field>
      <Uploader label={t.evidence} endings={ENDINGS} camera multiple send={attach} />
      {value.files.length > 0 && (
        <ul className="files" aria-label={t.evidence}>
          {value.files.map(file => (
            <li key={file.id}>
              {file.name}{' '}
              <Button
                size="small"
                type="text"
                aria-label={`${t.dropFile} ${file.name}`}
                onClick={() => set(before => ({ ...before, files: before.files.filter(each => each.id !== file.id) }))}
              >
                {t.dropFile}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={report.state === 'sending'}>
          {done ? t.complete : t.send}
        </Button>
        <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
      </div>
    </form>
  );
}
