import { DateField, Field } from '../../components/Fields';
import { useWords } from '../../words';

/** From which day on an act holds. */
export function Effective({ value, error, onChange }: { value: string | undefined; error: string | undefined; onChange: (day: string | undefined) => void }) {
  const w = useWords();
  return (
    <Field label={w.units.effective} required hint={w.units.effectiveHint} error={error}>
      {control => <DateField control={control} value={value} onChange={onChange} />}
    </Field>
  );
}
