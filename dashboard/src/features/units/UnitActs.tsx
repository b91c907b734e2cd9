import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useWords } from '../../words';
import { DissolveDialog } from './DissolveDialog';
import { EstablishDialog } from './EstablishDialog';
import { MergeDialog } from './MergeDialog';
import { MoveDialog, RenameDialog } from './PlainActs';
import { SplitDialog } from './SplitDialog';
import type { Unit } from './units';

const ACTS = ['establish', 'rename', 'move', 'merge', 'split', 'dissolve'] as const;
type Act = (typeof ACTS)[number];

/** What can be done with a unit; why not, where it cannot. */
export function UnitActs({ unit, etag, reason }: { unit: Unit; etag: string | undefined; reason: string | undefined }) {
  const w = useWords();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const dialogs: Record<Act, () => ReactNode> = {
    establish: () => <EstablishDialog parent={{ id: unit.id, name: unit.name }} onClose={close} />,
    rename: () => <RenameDialog unit={unit} etag={etag} onClose={close} />,
    move: () => <MoveDialog unit={unit} etag={etag} onClose={close} />,
    merge: () => <MergeDialog unit={unit} onClose={close} />,
    split: () => <SplitDialog unit={unit} etag={etag} onClose={close} />,
    dissolve: () => <DissolveDialog unit={unit} etag={etag} onClose={close} />,
  };
  return (
    <section className="panel panel-pad" aria-labelledby="unit-acts">
      <h2 id="unit-acts">{w.units.changes}</h2>
      {reason === undefined ? (
        <ul className="act-list">
          {ACTS.map(each => (
            <li key={each}>
              <Button block aria-haspopup="dialog" danger={each === 'dissolve'} onClick={() => setAct(each)}>
                {w.units.actNames[each]}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="reason">{reason}</p>
      )}
      {act !== undefined && dialogs[act]()}
    </section>
  );
}
