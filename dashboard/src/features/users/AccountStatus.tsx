import { Status } from '../../components/Status';
import { useWords } from '../../words';
import { LOOKS, type AccountState } from './users';

/** State of an account as colour, icon and word. */
export function AccountStatus({ state }: { state: AccountState }) {
  const w = useWords();
  return <Status {...LOOKS[state]}>{w.users.states[state]}</Status>;
}
