import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { ConfirmDialog } from '../../components/Dialog';
import { Field, FormErrors } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { ReasonedButton } from '../../components/ReasonedButton';
import { useWords } from '../../words';
import { withVersion } from '../units/PlainActs';
import { OneTime } from './OneTime';
import { findPeople, fitsName, type Account } from './users';

interface Props {
  account: Account;
  etag: string | undefined;
  onClose: () => void;
}

type Reasoned = 'lock' | 'unlock' | 'close';

/** Locks, unlocks or closes an account; each says why. */
function ReasonDialog({ account, etag, act, onClose }: Props & { act: Reasoned }) {
  const w = useWords();
  const u = w.users;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const name = account.name ?? u.nameless;
  const command = useCommand<string>({
    form: `${act}:${account.id}`,
    send: (words, headers) => {
      const options = { params: { path: { id: account.id }, header: withVersion(headers, etag) }, body: { reason: words.trim() } };
      switch (act) {
        case 'lock':
          return answer(api.POST('/api/v1/access/accounts/{id}/lock', options));
        case 'unlock':
          return answer(api.POST('/api/v1/access/accounts/{id}/unlock', options));
        case 'close':
          return answer(api.POST('/api/v1/access/accounts/{id}/close', options));
      }
    },
    onDone: () => {
      notify('ok', u.acts[act].done);
      onClose();
    },
  });
  return (
    <FormDialog
      danger={act !== 'unlock'}
      title={`${u.acts[act].name}: ${name}`}
      action={`${u.acts[act].name}: ${name}`}
      busy={command.state === 'sending'}
      refusal={command.refusal}
      onSubmit={() => {
        setTried(true);
        if (reason.trim() !== '') {
          void command.run(reason);
        }
      }}
      onClose={onClose}
    >
      <p>{u.acts[act].detail}</p>
      <Field label={u.reason} required hint={u.reasonHint} error={tried && reason.trim() === '' ? w.form.required : undefined}>
        {control => <textarea {...control} className="textarea" maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}

/** A new password for one sign-in, shown once. */
function PasswordDialog({ account, etag, onClose }: Props) {
  const u = useWords().users;
  const [made, setMade] = useState<{ oneTimePassword?: string | null }>();
  const command = useCommand<undefined, { oneTimePassword?: string | null }>({
    form: `password:${account.id}`,
    send: (_, headers) =>
      answer(api.POST('/api/v1/access/accounts/{id}/password', { params: { path: { id: account.id }, header: withVersion(headers, etag) } })),
    onDone: ({ body }) => setMade(body),
  });
  if (made !== undefined) {
    return <OneTime title={u.passwordMade} detail={u.oneTimeDetail} secret={made.oneTimePassword} onClose={onClose} />;
  }
  return (
    <ConfirmDialog
      danger
      title={`${u.resetPassword}: ${account.name ?? u.nameless}`}
      detail={u.resetDetail}
      action={u.resetPassword}
      busy={command.state === 'sending'}
      onConfirm={() => void command.run(undefined)}
      onClose={onClose}
    >
      <FormErrors refusal={command.refusal} />
    </ConfirmDialog>
  );
}

interface Changed {
  name: string;
  person: Choice | undefined;
}

/** Another name to sign in with, and the person where there was none. */
function ChangeDialog({ account, etag, onClose }: Props) {
  const w = useWords();
  const u = w.users;
  const before = account.name ?? '';
  const [value, setValue] = useState<Changed>({ name: before, person: undefined });
  const [tried, setTried] = useState(false);
  const command = useCommand<Changed>({
    form: `account-change:${account.id}`,
    send: ({ name, person }, headers) =>
      answer(
        api.PUT('/api/v1/access/accounts/{id}', {
          params: { path: { id: account.id }, header: withVersion(headers, etag) },
          body: { name: name.trim() === before ? null : name.trim(), unit: null, person: person?.id ?? null },
        }),
      ),
    onDone: () => {
      notify('ok', u.accountChanged);
      onClose();
    },
  });
  const same = value.name.trim() === before && value.person === undefined;
  const wrong = same ? u.nothingNew : fitsName(value.name.trim()) ? undefined : u.nameWrong;
  return (
    <FormDialog
      title={`${u.change}: ${account.name ?? u.nameless}`}
      action={u.change}
      busy={command.state === 'sending'}
      refusal={command.refusal}
      onSubmit={() => {
        setTried(true);
        if (wrong === undefined) {
          void command.run(value);
        }
      }}
      onClose={onClose}
    >
      <Field label={u.name} required hint={u.nameHint} error={tried ? wrong : undefined}>
        {control => (
          <input {...control} className="input" maxLength={64} autoComplete="off" value={value.name} onChange={event => setValue({ ...value, name: event.target.value })} />
        )}
      </Field>
      {!account.person && (
        <Field label={u.person} hint={u.personStays}>
          {control => (
            <Picker control={control} kind="people" value={value.person} find={findPeople} placeholder={u.choosePerson} onChange={person => setValue({ ...value, person })} />
          )}
        </Field>
      )}
    </FormDialog>
  );
}

/** What can be done with an account as a whole; why not, where it cannot. */
export function AccountActs({ account, etag, reason, isOwn }: { account: Account; etag: string | undefined; reason: string | undefined; isOwn: boolean }) {
  const u = useWords().users;
  const [act, setAct] = useState<'change' | 'password' | Reasoned>();
  const close = () => setAct(undefined);
  const dialog = { account, etag, onClose: close };
  return (
    <section className="panel panel-pad" aria-labelledby="account-acts">
      <h2 id="account-acts">{u.changes}</h2>
      {reason !== undefined ? (
        <p className="reason">{reason}</p>
      ) : (
        <ul className="act-list">
          <li>
            <ReasonedButton block reason={isOwn ? u.ownPassword : undefined} onClick={() => setAct('password')}>
              {u.resetPassword}
            </ReasonedButton>
          </li>
          <li>
            <Button block onClick={() => setAct('change')}>
              {u.change}
            </Button>
          </li>
          <li>
            {account.state === 'LOCKED' ? (
              <Button block onClick={() => setAct('unlock')}>
                {u.acts.unlock.name}
              </Button>
            ) : (
              <ReasonedButton block reason={isOwn ? u.notOwn : undefined} onClick={() => setAct('lock')}>
                {u.acts.lock.name}
              </ReasonedButton>
            )}
          </li>
          <li>
            <ReasonedButton block danger={!isOwn} reason={isOwn ? u.notOwn : undefined} onClick={() => setAct('close')}>
              {u.acts.close.name}
            </ReasonedButton>
          </li>
        </ul>
      )}
      {act === 'password' && <PasswordDialog {...dialog} />}
      {act === 'change' && <ChangeDialog {...dialog} />}
      {(act === 'lock' || act === 'unlock' || act === 'close') && <ReasonDialog {...dialog} act={act} />}
    </section>
  );
}
