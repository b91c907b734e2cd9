import { Field } from '../../components/Fields';
import { Select } from '../../components/FormDialog';
import { useWords, type Words } from '../../words';
import { GENDERS, isCitizenId, readYear, type Gender } from './people';

/** What a record holds, as a form has it. A citizen id is not kept on the device. */
export interface PersonFilled {
  name: string;
  gender: Gender | undefined;
  birthYear: string;
  citizenId: string;
}

export interface PersonWrong {
  name: string | undefined;
  birthYear: string | undefined;
  citizenId: string | undefined;
}

export function wrongIn(value: PersonFilled, w: Words): PersonWrong {
  return {
    name: value.name.trim() === '' ? w.form.required : undefined,
    birthYear: readYear(value.birthYear) === undefined ? w.people.birthYearWrong : undefined,
    citizenId: value.citizenId.trim() !== '' && !isCitizenId(value.citizenId) ? w.people.citizenIdWrong : undefined,
  };
}

export function PersonFields({ value, wrong, citizenHint, onChange }: { value: PersonFilled; wrong: PersonWrong | undefined; citizenHint?: string; onChange: (next: PersonFilled) => void }) {
  const w = useWords();
  const p = w.people;
  return (
    <>
      <Field label={p.name} required error={wrong?.name}>
        {control => <input {...control} className="input" maxLength={100} autoComplete="off" value={value.name} onChange={event => onChange({ ...value, name: event.target.value })} />}
      </Field>
      <Field label={p.gender}>
        {control => (
          <Select
            control={control}
            value={value.gender}
            none={p.unknown}
            options={GENDERS.map(each => ({ value: each, text: p.genders[each] }))}
            onChange={gender => onChange({ ...value, gender })}
          />
        )}
      </Field>
      <Field label={p.birthYear} error={wrong?.birthYear}>
        {control => (
          <input {...control} className="input num-input" inputMode="numeric" maxLength={4} value={value.birthYear} onChange={event => onChange({ ...value, birthYear: event.target.value })} />
        )}
      </Field>
      <Field label={p.citizenId} hint={citizenHint ?? p.citizenIdHint} error={wrong?.citizenId}>
        {control => (
          <input {...control} className="input" inputMode="numeric" autoComplete="off" maxLength={12} value={value.citizenId} onChange={event => onChange({ ...value, citizenId: event.target.value })} />
        )}
      </Field>
    </>
  );
}
