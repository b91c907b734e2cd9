import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { day, today } from '../../app/format';
import { notify } from '../../app/notices';
import { useSession } from '../../app/session';
import { DateField, Field } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useWords } from '../../words';
import { withVersion } from '../units/PlainActs';
import { RoleFields, type RoleFilled } from './RoleFields';
import { roleWithoutPerson, type Account, type HeldRole } from './users';

interface Props {
  account: Account;
  etag: string | undefined;
  onClose: () => void;
}

/** Gives a role for a unit and all below it. */
export function BindDialog({ account, etag, onClose }: Props) {
  const w = useWords();
  const u = w.users;
  const { operates } = useSession();
  const [value, setValue] = useState<RoleFilled>({ role: undefined, unit: undefined, from: today(), until: undefined });
  const [tried, setTried] = useState(false);
  const bind = useCommand<RoleFilled>({
    form: `bind:${account.id}`,
    send: ({ role, unit, from, until }, headers) =>
      answer(
        api.POST('/api/v1/access/accounts/{id}/roles', {
          params: { path: { id: account.id }, header: withVersion(headers, etag) },
          body: { role: role ?? 'OFFICER', unit: unit?.id ?? null, from: from ?? null, until: until ?? null },
        }),
      ),
    onDone: () => {
      notify('ok', u.bound);
      onClose();
    },
  });
  const wrong = {
    role: value.role === undefined ? u.roleNeeded : roleWithoutPerson(value.role, account.person) ? u.rolePerson : undefined,
    unit: value.unit === undefined && !(operates && value.role === 'ADMIN') ? u.unitNeeded : undefined,
  };
  return (
    <FormDialog
      title={u.bindTo(account.name ?? u.nameless)}
      action={u.bind}
      busy={bind.state === 'sending'}
      refusal={bind.refusal}
      onSubmit={() => {
        setTried(true);
        if (wrong.role === undefined && wrong.unit === undefined) {
          void bind.run(value);
        }
      }}
      onClose={onClose}
    >
      <RoleFields value={value} wrong={tried ? wrong : { role: undefined, unit: undefined }} onChange={setValue} />
    </FormDialog>
  );
}

/** Takes a role back, from now on or after a day. */
export function EndRoleDialog({ account, etag, role, onClose }: Props & { role: HeldRole }) {
  const w = useWords();
  const u = w.users;
  const [lastDay, setLastDay] = useState<string>();
  const end = useCommand<string | undefined>({
    form: `end-role:${role.id}`,
    send: (last, headers) =>
      answer(
        api.POST('/api/v1/access/accounts/{id}/roles/{role}/end', {
          params: { path: { id: account.id, role: role.id }, header: withVersion(headers, etag) },
          body: { lastDay: last ?? null },
        }),
      ),
    onDone: () => {
      notify('ok', u.roleEnded);
      onClose();
    },
  });
  return (
    <FormDialog
      danger
      title={`${u.endRole}: ${w.roles[role.role]}`}
      action={lastDay === undefined ? u.endNow : u.endAfter(day(lastDay))}
      busy={end.state === 'sending'}
      refusal={end.refusal}
      onSubmit={() => void end.run(lastDay)}
      onClose={onClose}
    >
      <p>{u.endRoleDetail(account.name ?? u.nameless)}</p>
      <Field label={u.lastDay} hint={u.lastDayHint}>
        {control => <DateField control={control} value={lastDay} onChange={setLastDay} />}
      </Field>
    </FormDialog>
  );
}
