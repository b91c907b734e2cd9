import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words';
import { Dialog } from './Dialog';

export interface Difference {
  key: string;
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
}

export type Side = 'mine' | 'theirs';

/** Two people have changed the same: both versions side by side, a choice per line. Nothing is lost until it is made. */
export function ConflictDialog({
  differences,
  busy = false,
  onSave,
  onClose,
}: {
  differences: readonly Difference[];
  busy?: boolean;
  /** what stays, by key */
  onSave: (choices: Record<string, Side>) => void;
  onClose: () => void;
}) {
  const w = useWords();
  const every = (side: Side) => Object.fromEntries(differences.map(each => [each.key, side]));
  const [choices, setChoices] = useState<Record<string, Side>>(() => every('mine'));
  const choice = (difference: Difference, side: Side) => (
    <td className={choices[difference.key] === side ? 'is-chosen' : undefined}>
      <label className="radio">
        <input
          type="radio"
          name={difference.key}
          aria-label={`${difference.label}: ${side === 'mine' ? w.conflict.mine : w.conflict.theirs}`}
          checked={choices[difference.key] === side}
          onChange={() => setChoices(before => ({ ...before, [difference.key]: side }))}
        />
        <span>{difference[side] === '' || difference[side] === null ? <em>{w.conflict.empty}</em> : difference[side]}</span>
      </label>
    </td>
  );
  return (
    <Dialog
      wide
      title={w.conflict.title}
      onClose={onClose}
      actions={
        <>
          <Button type="primary" loading={busy} onClick={() => onSave(choices)}>
            {w.conflict.save(differences.length)}
          </Button>
          <Button onClick={() => setChoices(every('mine'))}>{w.conflict.allMine}</Button>
          <Button onClick={() => setChoices(every('theirs'))}>{w.conflict.allTheirs}</Button>
        </>
      }
    >
      <p>{w.conflict.detail}</p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">{w.conflict.field}</th>
            <th scope="col">
              {w.conflict.mine}
              <span className="small"> {w.conflict.mineNote}</span>
            </th>
            <th scope="col">{w.conflict.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(difference => (
            <tr key={difference.key}>
              <th scope="row">{difference.label}</th>
              {choice(difference, 'mine')}
              {choice(difference, 'theirs')}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
