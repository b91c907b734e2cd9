import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { notify } from '../../app/notices';
import { ConfirmDialog } from '../../components/Dialog';
import { DateField, Field, FormErrors } from '../../components/Fields';
import { FormDialog, Select } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { withVersion } from '../units/PlainActs';
import { findUnits } from '../units/units';
import { POST_KINDS, type Person, type Post, type PostKind } from './people';

export interface PersonActProps {
  person: Person;
  etag: string | undefined;
  onClose: () => void;
}

interface Holding {
  unit: Choice | undefined;
  title: string;
  kind: PostKind;
  from: string | undefined;
  until: string | undefined;
}

/** A post in a unit from a day on. */
export function HoldDialog({ person, etag, onClose }: PersonActProps) {
  const w = useWords();
  const p = w.people;
  const [value, setValue] = useState<Holding>({
    unit: person.unit ? { id: person.unit.id, name: person.unit.name } : undefined,
    title: '',
    kind: 'OFFICIAL',
    from: today(),
    until: undefined,
  });
  const [tried, setTried] = useState(false);
  const hold = useCommand<Holding>({
    form: `hold:${person.id}`,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/people/{id}/posts', {
          params: { path: { id: person.id }, header: withVersion(headers, etag) },
          body: { unit: filled.unit?.id ?? '', title: filled.title.trim(), kind: filled.kind, from: filled.from ?? '', until: filled.until ?? null },
        }),
      ),
    onDone: () => {
      notify('ok', p.heldDone);
      onClose();
    },
  });
  const wrong = {
    title: value.title.trim() === '' ? w.form.required : undefined,
    unit: value.unit === undefined ? p.unitNeeded : undefined,
    from: value.from === undefined ? w.form.required : undefined,
  };
  return (
    <FormDialog
      title={p.holdTitle(person.name ?? p.erased)}
      action={p.hold}
      busy={hold.state === 'sending'}
      refusal={hold.refusal}
      onSubmit={() => {
        setTried(true);
        if (Object.values(wrong).every(each => each === undefined)) {
          void hold.run(value);
        }
      }}
      onClose={onClose}
    >
      <Field label={p.post} required hint={p.titleHint} error={tried ? wrong.title : undefined}>
        {control => <input {...control} className="input" maxLength={200} value={value.title} onChange={event => setValue({ ...value, title: event.target.value })} />}
      </Field>
      <Field label={p.postKind} required>
        {control => (
          <Select
            control={control}
            value={value.kind}
            options={POST_KINDS.map(each => ({ value: each, text: p.postKinds[each] }))}
            onChange={kind => kind !== undefined && setValue({ ...value, kind })}
          />
        )}
      </Field>
      <Field label={w.units.one} required error={tried ? wrong.unit : undefined}>
        {control => <Picker control={control} kind="units" value={value.unit} find={findUnits(w)} placeholder={w.units.choose} onChange={unit => setValue({ ...value, unit })} />}
      </Field>
      <Field label={p.from} required error={tried ? wrong.from : undefined}>
        {control => <DateField control={control} value={value.from} onChange={from => setValue({ ...value, from })} />}
      </Field>
      <Field label={p.until} hint={p.untilHint}>
        {control => <DateField control={control} value={value.until} onChange={until => setValue({ ...value, until })} />}
      </Field>
    </FormDialog>
  );
}

/** The last day of a post. */
export function LeaveDialog({ person, etag, post, onClose }: PersonActProps & { post: Post }) {
  const w = useWords();
  const p = w.people;
  const [lastDay, setLastDay] = useState<string | undefined>(today());
  const [tried, setTried] = useState(false);
  const leave = useCommand<string>({
    form: `leave:${post.id}`,
    send: (last, headers) =>
      answer(
        api.POST('/api/v1/organization/people/{id}/posts/{post}/leaving', {
          params: { path: { id: person.id, post: post.id }, header: withVersion(headers, etag) },
          body: { lastDay: last },
        }),
      ),
    onDone: () => {
      notify('ok', p.left);
      onClose();
    },
  });
  return (
    <FormDialog
      title={p.leaveTitle(post.title)}
      action={p.leave}
      busy={leave.state === 'sending'}
      refusal={leave.refusal}
      onSubmit={() => {
        setTried(true);
        if (lastDay !== undefined) {
          void leave.run(lastDay);
        }
      }}
      onClose={onClose}
    >
      <Field label={p.lastDay} required error={tried && lastDay === undefined ? w.form.required : undefined}>
        {control => <DateField control={control} value={lastDay} onChange={setLastDay} />}
      </Field>
    </FormDialog>
  );
}

/** Takes back a post that was recorded in error. */
export function WithdrawDialog({ person, etag, post, onClose }: PersonActProps & { post: Post }) {
  const p = useWords().people;
  const withdraw = useCommand<undefined>({
    form: `withdraw-post:${post.id}`,
    send: (_, headers) =>
      answer(
        api.DELETE('/api/v1/organization/people/{id}/posts/{post}', {
          params: { path: { id: person.id, post: post.id }, header: withVersion(headers, etag) },
        }),
      ),
    onDone: () => {
      notify('ok', p.withdrawn);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      danger
      title={p.withdrawTitle(post.title)}
      detail={p.withdrawDetail}
      action={p.withdraw}
      busy={withdraw.state === 'sending'}
      onConfirm={() => void withdraw.run(undefined)}
      onClose={onClose}
    >
      <FormErrors refusal={withdraw.refusal} />
    </ConfirmDialog>
  );
}
