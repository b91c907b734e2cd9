import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { useSession } from '../../app/session';
import { Field, SavedNote } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { findUnits } from '../units/units';
import { OneTime } from './OneTime';
import { RoleFields, type RoleFilled } from './RoleFields';
import { findPeople, fitsName, roleWithoutPerson } from './users';

interface Filled {
  name: string;
  person: Choice | undefined;
  unit: Choice | undefined;
  role: RoleFilled;
}

interface Opened {
  id: string;
  oneTimePassword?: string | null;
}

/** A new account with its first role; its password is shown once. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const w = useWords();
  const u = w.users;
  const navigate = useNavigate();
  const { operates } = useSession();
  const [tried, setTried] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const { value, set, savedAt, restored, clear } = useAutosave<Filled>('account', {
    name: '',
    person: undefined,
    unit: undefined,
    role: { role: undefined, unit: undefined, from: today(), until: undefined },
  });
  const open = useCommand<Filled, Opened>({
    form: 'account',
    send: (filled, headers) => {
      const { role, unit, from, until } = filled.role;
      return answer(
        api.POST('/api/v1/access/accounts', {
          params: { header: headers },
          body: {
            name: filled.name.trim(),
            person: filled.person?.id ?? null,
            unit: filled.unit?.id ?? null,
            roles: role === undefined ? [] : [{ role, unit: unit?.id ?? null, from: from ?? null, until: until ?? null }],
          },
        }),
      );
    },
    onDone: ({ body }) => {
      clear();
      setOpened(body);
    },
  });
  const wrong = {
    name: value.name.trim() === '' ? w.form.required : fitsName(value.name.trim()) ? undefined : u.nameWrong,
    unit: value.unit === undefined && !operates ? u.unitNeeded : undefined,
    role: roleWithoutPerson(value.role.role, value.person?.id) ? u.rolePersonFirst : undefined,
    roleUnit: value.role.role !== undefined && value.role.unit === undefined && !(operates && value.role.role === 'ADMIN') ? u.unitNeeded : undefined,
  };
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).every(each => each === undefined)) {
      void open.run(value);
    }
  };
  if (opened !== undefined) {
    const leave = () => {
      void navigate(`/users/${opened.id}`);
      onClose();
    };
    return <OneTime title={u.opened} detail={u.oneTimeDetail} secret={opened.oneTimePassword} onClose={leave} />;
  }
  return (
    <FormDialog title={u.open} action={u.open} busy={open.state === 'sending'} refusal={open.refusal} onSubmit={submit} onClose={onClose}>
      <Field label={u.name} required hint={u.nameHint} error={tried ? wrong.name : undefined}>
        {control => (
          <input
            {...control}
            className="input"
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            value={value.name}
            onChange={event => set(before => ({ ...before, name: event.target.value }))}
          />
        )}
      </Field>
      <Field label={u.person} hint={u.personHint}>
        {control => (
          <Picker control={control} kind="people" value={value.person} find={findPeople} placeholder={u.choosePerson} onChange={person => set(before => ({ ...before, person }))} />
        )}
      </Field>
      <Field label={u.unit} required={!operates} hint={u.unitHint} error={tried ? wrong.unit : undefined}>
        {control => (
          <Picker
            control={control}
            kind="units"
            value={value.unit}
            find={findUnits(w)}
            placeholder={w.units.choose}
            // mostly the role is for the same unit
            onChange={unit => set(before => ({ ...before, unit, role: { ...before.role, unit: before.role.unit ?? unit } }))}
          />
        )}
      </Field>
      <RoleFields
        optional
        value={value.role}
        wrong={{ role: tried ? wrong.role : undefined, unit: tried ? wrong.roleUnit : undefined }}
        onChange={role => set(before => ({ ...before, role }))}
      />
      <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
    </FormDialog>
  );
}
