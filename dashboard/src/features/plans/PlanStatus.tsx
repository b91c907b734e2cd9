import { Status } from '../../components/Status';
import { useWords } from '../../words';
import type { State } from './plans';

export function PlanStatus({ state }: { state: State }) {
  const w = useWords();
  switch (state) {
    case 'ISSUED':
      return (
        <Status family="ok" icon="tick">
          {w.status.issued}
        </Status>
      );
    case 'SUPERSEDED':
      return (
        <Status family="idle" icon="stop">
          {w.status.superseded}
        </Status>
      );
    case 'CLOSED':
      return (
        <Status family="idle" icon="stop">
          {w.status.closed}
        </Status>
      );
  }
}
