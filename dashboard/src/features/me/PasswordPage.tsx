import { Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { plain } from '../../api/client';
import { Refusal } from '../../api/problem';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { useSession } from '../../app/session';
import { Field, FormErrors } from '../../components/Fields';
import { PageHead } from '../../components/PageHead';
import { useWords } from '../../words';

const SHORTEST = 12;

/** Changes the person's own password. Nothing of it is kept on the device. */
export function PasswordPage() {
  const w = useWords();
  const navigate = useNavigate();
  const { me } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [visible, setVisible] = useState(false);
  const [tried, setTried] = useState(false);
  const change = useCommand<{ current: string; new: string }>({
    form: 'password',
    send: (body, headers) => plain('POST', '/api/v1/access/me/password', { body, headers }),
    onDone: () => {
      notify('ok', w.me.changed);
      void navigate('/');
    },
  });
  const refused = (field: string) => (change.refusal instanceof Refusal ? change.refusal.of(field) : undefined);
  const wrong = {
    current: current === '' ? w.form.required : undefined,
    next: next.length < SHORTEST ? w.me.tooShort : undefined,
    again: again === next ? undefined : w.me.different,
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.current === undefined && wrong.next === undefined && wrong.again === undefined) {
      void change.run({ current, new: next });
    }
  };
  const type = visible ? 'text' : 'password';
  return (
    <>
      <PageHead title={w.me.passwordTitle} lead={me.mustChangePassword ? w.me.mustChange : w.me.passwordLead} />
      <form className="panel form narrow" onSubmit={submit} noValidate>
        <FormErrors refusal={change.refusal} />
        <input type="text" name="username" autoComplete="username" value={me.name} readOnly hidden />
        <Field label={w.me.current} required error={(tried ? wrong.current : undefined) ?? refused('current')}>
          {control => (
            <input {...control} className="input" type={type} autoComplete="current-password" value={current} onChange={event => setCurrent(event.target.value)} />
          )}
        </Field>
        <Field label={w.me.new} required hint={w.me.passwordLead} error={(tried ? wrong.next : undefined) ?? refused('new')}>
          {control => (
            <input {...control} className="input" type={type} autoComplete="new-password" value={next} onChange={event => setNext(event.target.value)} />
          )}
        </Field>
        <Field label={w.me.repeat} required error={tried ? wrong.again : undefined}>
          {control => (
            <input {...control} className="input" type={type} autoComplete="new-password" value={again} onChange={event => setAgain(event.target.value)} />
          )}
        </Field>
        <label className="radio">
          <input type="checkbox" checked={visible} onChange={event => setVisible(event.target.checked)} />
          <span>{w.me.show}</span>
        </label>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={change.state === 'sending'}>
            {w.me.change}
          </Button>
        </div>
      </form>
    </>
  );
}
