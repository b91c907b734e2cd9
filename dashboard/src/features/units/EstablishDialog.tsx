import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { notify } from '../../app/notices';
import { useSession } from '../../app/session';
import { Field, SavedNote } from '../../components/Fields';
import { FormDialog, Select } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { Effective } from './Effective';
import { findUnits, KINDS, type Kind } from './units';

interface Filled {
  kind: Kind;
  code: string;
  name: string;
  parent: Choice | undefined;
  effective: string | undefined;
}

/** A new unit below another one, from a day on. */
export function EstablishDialog({ parent, onClose }: { parent?: Choice; onClose: () => void }) {
  const w = useWords();
  const u = w.units;
  const navigate = useNavigate();
  const { me } = useSession();
  const form = `establish:${parent?.id ?? ''}`;
  const { value, set, savedAt, restored, clear } = useAutosave<Filled>(form, {
    kind: 'VILLAGE',
    code: '',
    name: '',
    effective: today(),
    parent,
  });
  const [tried, setTried] = useState(false);
  // only an operator places a unit at the top
  const atTop = me.scopes?.includes('operations') === true;
  const missing = {
    name: value.name.trim() === '' ? w.form.required : undefined,
    code: value.code.trim() === '' ? w.form.required : undefined,
    parent: value.parent === undefined && !atTop ? u.parentNeeded : undefined,
    effective: value.effective === undefined ? w.form.required : undefined,
  };
  const establish = useCommand<Filled, { id: string }>({
    form,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/units', {
          params: { header: headers },
          body: {
            kind: filled.kind,
            code: filled.code.trim(),
            name: filled.name.trim(),
            effective: filled.effective ?? '',
            parent: filled.parent?.id ?? null,
          },
        }),
      ),
    onDone: ({ body }, filled) => {
      clear();
      notify('ok', u.established(filled.name.trim()));
      void navigate(`/units/${body.id}`);
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    if (Object.values(missing).every(each => each === undefined)) {
      void establish.run(value);
    }
  };
  const wrong: Partial<typeof missing> = tried ? missing : {};
  return (
    <FormDialog
      title={parent === undefined ? u.establish : u.establishBelow(parent.name)}
      action={u.establish}
      busy={establish.state === 'sending'}
      refusal={establish.refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={u.kind} required>
        {control => (
          <Select
            control={control}
            value={value.kind}
            options={KINDS.map(each => ({ value: each, text: u.kinds[each] }))}
            onChange={kind => kind !== undefined && set(before => ({ ...before, kind }))}
          />
        )}
      </Field>
      <Field label={u.name} required error={wrong.name}>
        {control => (
          <input {...control} className="input" maxLength={300} value={value.name} onChange={event => set(before => ({ ...before, name: event.target.value }))} />
        )}
      </Field>
      <Field label={u.code} required hint={u.codeHint} error={wrong.code}>
        {control => (
          <input {...control} className="input" maxLength={40} value={value.code} onChange={event => set(before => ({ ...before, code: event.target.value }))} />
        )}
      </Field>
      <Field label={u.parent} required={!atTop} error={wrong.parent}>
        {control => (
          <Picker
            control={control}
            kind="units"
            value={value.parent}
            find={findUnits(w)}
            placeholder={u.choose}
            onChange={chosen => set(before => ({ ...before, parent: chosen }))}
          />
        )}
      </Field>
      <Effective value={value.effective} error={wrong.effective} onChange={effective => set(before => ({ ...before, effective }))} />
      <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
    </FormDialog>
  );
}
