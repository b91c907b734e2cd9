import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { notify } from '../../app/notices';
import { ConfirmDialog } from '../../components/Dialog';
import { DateField, Field, FormErrors } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { findAccounts, holds, useUnitNames, type Account, type GivenRoles } from './users';

interface Lending {
  to: Choice | undefined;
  roles: string[];
  begins: string | undefined;
  until: string | undefined;
}

/** Lends roles of an account to another one for a time. */
export function LendDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const w = useWords();
  const u = w.users;
  const nameOf = useUnitNames();
  const own = account.roles.filter(role => holds(role) || role.from > today());
  const [value, setValue] = useState<Lending>({ to: undefined, roles: own.map(role => role.id), begins: today(), until: undefined });
  const [tried, setTried] = useState(false);
  const lend = useCommand<Lending>({
    form: `lend:${account.id}`,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/access/delegations', {
          params: { header: headers },
          body: { from: account.id, to: filled.to?.id ?? '', roles: filled.roles, begins: filled.begins ?? null, until: filled.until ?? '' },
        }),
      ),
    onDone: () => {
      notify('ok', u.lentDone);
      onClose();
    },
  });
  const wrong = {
    to: value.to === undefined ? u.accountNeeded : value.to.id === account.id ? u.lendSelf : undefined,
    roles: value.roles.length === 0 ? u.roleNeeded : undefined,
    until: value.until === undefined ? u.untilNeeded : undefined,
  };
  return (
    <FormDialog
      title={u.lendOf(account.name ?? u.nameless)}
      action={u.lend}
      busy={lend.state === 'sending'}
      refusal={lend.refusal}
      onSubmit={() => {
        setTried(true);
        if (Object.values(wrong).every(each => each === undefined)) {
          void lend.run(value);
        }
      }}
      onClose={onClose}
    >
      <p className="small">{u.lendNote}</p>
      <Field label={u.lendTo} required error={tried ? wrong.to : undefined}>
        {control => <Picker control={control} kind="accounts" value={value.to} find={findAccounts} placeholder={u.chooseAccount} onChange={to => setValue({ ...value, to })} />}
      </Field>
      <fieldset className="choices">
        <legend>{u.roles}</legend>
        {own.map(role => (
          <label key={role.id} className="radio">
            <input
              type="checkbox"
              checked={value.roles.includes(role.id)}
              onChange={event =>
                setValue({ ...value, roles: event.target.checked ? [...value.roles, role.id] : value.roles.filter(each => each !== role.id) })
              }
            />
            <span>
              {w.roles[role.role]} · {role.unit ? (nameOf(role.unit) ?? u.unitElsewhere) : u.everywhere}
            </span>
          </label>
        ))}
        {tried && wrong.roles !== undefined && <span className="field-error">{wrong.roles}</span>}
      </fieldset>
      <Field label={u.roleFrom} required>
        {control => <DateField control={control} value={value.begins} onChange={begins => setValue({ ...value, begins })} />}
      </Field>
      <Field label={u.roleUntil} required error={tried ? wrong.until : undefined}>
        {control => <DateField control={control} value={value.until} onChange={until => setValue({ ...value, until })} />}
      </Field>
    </FormDialog>
  );
}

/** Ends what is lent, from now on. */
export function EndLentDialog({ lent, onClose }: { lent: GivenRoles; onClose: () => void }) {
  const u = useWords().users;
  const end = useCommand<undefined>({
    form: `end-lent:${lent.id}`,
    send: (_, headers) =>
      answer(api.POST('/api/v1/access/delegations/{id}/end', { params: { path: { id: lent.id }, header: headers }, body: { lastDay: null } })),
    onDone: () => {
      notify('ok', u.lentEnded);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      danger
      title={u.endLent}
      detail={u.endLentDetail(lent.fromName ?? u.nameless, lent.toName ?? u.nameless)}
      action={u.endLent}
      busy={end.state === 'sending'}
      onConfirm={() => void end.run(undefined)}
      onClose={onClose}
    >
      <FormErrors refusal={end.refusal} />
    </ConfirmDialog>
  );
}
