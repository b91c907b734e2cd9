import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { notify } from '../../app/notices';
import { Field, SavedNote } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { Effective } from './Effective';
import { findUnits, type Unit } from './units';

export interface ActProps {
  unit: Unit;
  etag: string | undefined;
  onClose: () => void;
}

/** The key of a form and the version that was looked at. */
export function withVersion(headers: { 'Idempotency-Key': string }, etag: string | undefined) {
  return { ...headers, ...(etag === undefined ? {} : { 'If-Match': etag }) };
}

interface Renaming {
  name: string;
  code: string;
  effective: string | undefined;
}

/** Another name or code from a day on; what it was called before stays. */
export function RenameDialog({ unit, etag, onClose }: ActProps) {
  const w = useWords();
  const u = w.units;
  const form = `rename:${unit.id}`;
  const { value, set, savedAt, restored, clear } = useAutosave<Renaming>(form, { name: unit.name, code: unit.code, effective: today() });
  const [tried, setTried] = useState(false);
  const same = value.name.trim() === unit.name && value.code.trim() === unit.code;
  const rename = useCommand<Renaming>({
    form,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/units/{id}/renaming', {
          params: { path: { id: unit.id }, header: withVersion(headers, etag) },
          body: {
            name: filled.name.trim() === unit.name ? null : filled.name.trim(),
            code: filled.code.trim() === unit.code ? null : filled.code.trim(),
            effective: filled.effective ?? '',
          },
        }),
      ),
    onDone: () => {
      clear();
      notify('ok', u.renamed);
      onClose();
    },
  });
  const wrong = {
    name: value.name.trim() === '' ? w.form.required : same ? u.nothingNew : undefined,
    code: value.code.trim() === '' ? w.form.required : undefined,
    effective: value.effective === undefined ? w.form.required : undefined,
  };
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).every(each => each === undefined)) {
      void rename.run(value);
    }
  };
  return (
    <FormDialog
      title={`${u.actNames.rename}: ${unit.name}`}
      action={u.actNames.rename}
      busy={rename.state === 'sending'}
      refusal={rename.refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={u.newName} required error={tried ? wrong.name : undefined}>
        {control => (
          <input {...control} className="input" maxLength={300} value={value.name} onChange={event => set(before => ({ ...before, name: event.target.value }))} />
        )}
      </Field>
      <Field label={u.code} required error={tried ? wrong.code : undefined}>
        {control => (
          <input {...control} className="input" maxLength={40} value={value.code} onChange={event => set(before => ({ ...before, code: event.target.value }))} />
        )}
      </Field>
      <Effective value={value.effective} error={tried ? wrong.effective : undefined} onChange={effective => set(before => ({ ...before, effective }))} />
      <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
    </FormDialog>
  );
}

interface Moving {
  parent: Choice | undefined;
  effective: string | undefined;
}

/** Below another unit from a day on, with all that is below it. */
export function MoveDialog({ unit, etag, onClose }: ActProps) {
  const w = useWords();
  const u = w.units;
  const form = `move:${unit.id}`;
  const { value, set, savedAt, restored, clear } = useAutosave<Moving>(form, { parent: undefined, effective: today() });
  const [tried, setTried] = useState(false);
  const move = useCommand<Moving>({
    form,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/units/{id}/move', {
          params: { path: { id: unit.id }, header: withVersion(headers, etag) },
          body: { parent: filled.parent?.id ?? '', effective: filled.effective ?? '' },
        }),
      ),
    onDone: () => {
      clear();
      notify('ok', u.moved);
      onClose();
    },
  });
  const wrong = {
    parent: value.parent === undefined ? u.parentNeeded : value.parent.id === unit.id ? u.notItself : undefined,
    effective: value.effective === undefined ? w.form.required : undefined,
  };
  const submit = () => {
    setTried(true);
    if (wrong.parent === undefined && wrong.effective === undefined) {
      void move.run(value);
    }
  };
  return (
    <FormDialog
      title={`${u.actNames.move}: ${unit.name}`}
      action={u.actNames.move}
      busy={move.state === 'sending'}
      refusal={move.refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="small">{u.moveNote}</p>
      <Field label={u.newParent} required error={tried ? wrong.parent : undefined}>
        {control => (
          <Picker
            control={control}
            kind="units"
            value={value.parent}
            find={findUnits(w)}
            placeholder={u.choose}
            onChange={parent => set(before => ({ ...before, parent }))}
          />
        )}
      </Field>
      <Effective value={value.effective} error={tried ? wrong.effective : undefined} onChange={effective => set(before => ({ ...before, effective }))} />
      <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
    </FormDialog>
  );
}
