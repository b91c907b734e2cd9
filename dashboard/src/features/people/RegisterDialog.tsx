import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { Field } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { findUnits } from '../units/units';
import { readYear } from './people';
import { PersonFields, wrongIn, type PersonFilled } from './PersonForm';

interface Filled extends PersonFilled {
  unit: Choice | undefined;
}

/** A new record of a person, kept by a unit. */
export function RegisterDialog({ unit, onClose }: { unit: Choice | undefined; onClose: () => void }) {
  const w = useWords();
  const p = w.people;
  const navigate = useNavigate();
  const [value, setValue] = useState<Filled>({ name: '', gender: undefined, birthYear: '', citizenId: '', unit });
  const [tried, setTried] = useState(false);
  const register = useCommand<Filled, { id: string }>({
    form: 'person',
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/people', {
          params: { header: headers },
          body: {
            unit: filled.unit?.id ?? '',
            name: filled.name.trim(),
            birthYear: readYear(filled.birthYear) ?? null,
            citizenId: filled.citizenId.trim() === '' ? null : filled.citizenId.trim(),
            ...(filled.gender === undefined ? {} : { gender: filled.gender }),
          },
        }),
      ),
    onDone: ({ body }) => {
      notify('ok', p.registered);
      void navigate(`/people/${body.id}`);
      onClose();
    },
  });
  const wrong = wrongIn(value, w);
  const unitWrong = value.unit === undefined ? p.unitNeeded : undefined;
  return (
    <FormDialog
      title={p.register}
      action={p.register}
      busy={register.state === 'sending'}
      refusal={register.refusal}
      onSubmit={() => {
        setTried(true);
        if (unitWrong === undefined && Object.values(wrong).every(each => each === undefined)) {
          void register.run(value);
        }
      }}
      onClose={onClose}
    >
      <PersonFields value={value} wrong={tried ? wrong : undefined} onChange={next => setValue({ ...next, unit: value.unit })} />
      <Field label={p.unit} required error={tried ? unitWrong : undefined}>
        {control => <Picker control={control} kind="units" value={value.unit} find={findUnits(w)} placeholder={w.units.choose} onChange={chosen => setValue({ ...value, unit: chosen })} />}
      </Field>
    </FormDialog>
  );
}
