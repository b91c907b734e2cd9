import { useId } from 'react';
import { useAsOf } from '../app/asOf';
import { today } from '../app/format';
import { useWords } from '../words';
import { DateField } from './Fields';

/** The day that the page is asked for; it stands in the address. */
export function AsOf() {
  const w = useWords();
  const id = useId();
  const [asOf, setAsOf] = useAsOf();
  return (
    <div className="filter">
      <label htmlFor={id}>{w.header.asOf}</label>
      <DateField control={{ id }} value={asOf ?? today()} onChange={chosen => setAsOf(chosen === today() ? undefined : chosen)} />
    </div>
  );
}
