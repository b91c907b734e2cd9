import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { Field } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { withVersion } from '../units/PlainActs';
import { findPeople } from '../users/users';
import { GENDERS, readYear } from './people';
import { PersonFields, wrongIn, type PersonFilled } from './PersonForm';
import type { PersonActProps } from './PostDialogs';

/** Mends what a record says; what is left as it was is not sent. */
export function CorrectDialog({ person, etag, onClose }: PersonActProps) {
  const w = useWords();
  const p = w.people;
  const first: PersonFilled = {
    name: person.name ?? '',
    gender: GENDERS.find(each => each === person.gender),
    birthYear: person.birthYear ? String(person.birthYear) : '',
    citizenId: '',
  };
  const [value, setValue] = useState(first);
  const [tried, setTried] = useState(false);
  const correct = useCommand<PersonFilled>({
    form: `correct:${person.id}`,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/people/{id}/correction', {
          params: { path: { id: person.id }, header: withVersion(headers, etag) },
          body: {
            name: filled.name.trim() === first.name ? null : filled.name.trim(),
            birthYear: filled.birthYear === first.birthYear ? null : (readYear(filled.birthYear) ?? null),
            citizenId: filled.citizenId.trim() === '' ? null : filled.citizenId.trim(),
            ...(filled.gender === undefined || filled.gender === first.gender ? {} : { gender: filled.gender }),
          },
        }),
      ),
    onDone: () => {
      notify('ok', p.corrected);
      onClose();
    },
  });
  const wrong = wrongIn(value, w);
  return (
    <FormDialog
      title={p.correctTitle(person.name ?? p.erased)}
      action={p.correct}
      busy={correct.state === 'sending'}
      refusal={correct.refusal}
      onSubmit={() => {
        setTried(true);
        if (Object.values(wrong).every(each => each === undefined)) {
          void correct.run(value);
        }
      }}
      onClose={onClose}
    >
      <PersonFields value={value} wrong={tried ? wrong : undefined} citizenHint={`${p.citizenIdHint} ${p.keepEmpty}`} onChange={setValue} />
    </FormDialog>
  );
}

/** Joins another record of the same human into this one. */
export function MergeDialog({ person, etag, suggested, onClose }: PersonActProps & { suggested: Choice | undefined }) {
  const p = useWords().people;
  const [other, setOther] = useState(suggested);
  const [tried, setTried] = useState(false);
  const merge = useCommand<Choice>({
    form: `merge-person:${person.id}`,
    send: (chosen, headers) =>
      answer(
        api.POST('/api/v1/organization/people/{id}/mergers', {
          params: { path: { id: person.id }, header: withVersion(headers, etag) },
          body: { merged: chosen.id },
        }),
      ),
    onDone: () => {
      notify('ok', p.merged);
      onClose();
    },
  });
  const wrong = other === undefined ? p.mergeNeeded : other.id === person.id ? p.mergeSelf : undefined;
  return (
    <FormDialog
      danger
      title={p.mergeTitle(person.name ?? p.erased)}
      action={p.merge}
      busy={merge.state === 'sending'}
      refusal={merge.refusal}
      onSubmit={() => {
        setTried(true);
        if (other !== undefined && wrong === undefined) {
          void merge.run(other);
        }
      }}
      onClose={onClose}
    >
      <p className="note note-warn">{p.mergeNote}</p>
      <Field label={p.mergeOther} required error={tried ? wrong : undefined}>
        {control => <Picker control={control} kind="people" value={other} find={findPeople} placeholder={p.searchHint} onChange={setOther} />}
      </Field>
    </FormDialog>
  );
}

/** Erases what identifies a person, for good; the name is typed again first. */
export function EraseDialog({ person, etag, onClose }: PersonActProps) {
  const p = useWords().people;
  const name = person.name ?? '';
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const erase = useCommand<undefined>({
    form: `erase:${person.id}`,
    send: (_, headers) =>
      answer(api.DELETE('/api/v1/organization/people/{id}', { params: { path: { id: person.id }, header: withVersion(headers, etag) } })),
    onDone: () => {
      notify('ok', p.eraseDone);
      onClose();
    },
  });
  const same = typed.trim().normalize() === name.normalize();
  return (
    <FormDialog
      danger
      title={p.eraseTitle(name)}
      action={p.eraseTitle(name)}
      busy={erase.state === 'sending'}
      refusal={erase.refusal}
      onSubmit={() => {
        setTried(true);
        if (same) {
          void erase.run(undefined);
        }
      }}
      onClose={onClose}
    >
      <p className="note note-warn">{p.eraseDetail}</p>
      <Field label={p.eraseConfirm(name)} required error={tried && !same ? p.eraseWrong : undefined}>
        {control => <input {...control} className="input" autoComplete="off" value={typed} onChange={event => setTyped(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
