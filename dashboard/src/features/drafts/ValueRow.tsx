import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Status } from '../../components/Status';
import { FieldError } from '../../components/Fields';
import { useWords } from '../../words';
import type { Item, Place } from './sources';
import type { Standing } from './working';

/** How a value stands, in a word. */
export function StandingNote({ standing, unsaved, missing = false }: { standing: Standing; unsaved: boolean; missing?: boolean }) {
  const w = useWords();
  const d = w.drafts.standing;
  if (standing === 'empty') {
    return missing ? <Status family="late" icon="fault">{d.missing}</Status> : <Status family="idle" icon="ring">{d.empty}</Status>;
  }
  const [family, icon, word] = (
    {
      waiting: ['info', 'check', d.waiting],
      confirmed: ['ok', 'tick', d.confirmed],
      corrected: ['info', 'pencil', d.corrected],
      added: ['info', 'pencil', d.added],
    } as const
  )[standing];
  return (
    <span className="standing">
      <Status family={family} icon={icon}>{word}</Status>
      {unsaved && <span className="small">{d.unsaved}</span>}
    </span>
  );
}

/** A place of the form: focus in it shows where its value was read. */
export function At({ item, part, onAt, children, className }: { item: Item; part: string; onAt: (place: Place) => void; children: ReactNode; className?: string }) {
  return (
    <div className={className} data-item={item} data-part={part} onFocus={event => {
        // an entry within a list speaks for itself
        event.stopPropagation();
        onAt({ item, part });
      }}>
      {children}
    </div>
  );
}

/** A value with its label, how it stands, what the reader says of it, and the button that takes it over. */
export function ValueRow({
  label,
  item,
  part = '',
  htmlFor,
  standing,
  unsaved = false,
  missing,
  notes = [],
  onAt,
  onConfirm,
  children,
}: {
  label: string;
  item: Item;
  part?: string;
  /** the control, where there is one; several stand in a group with the label as its name */
  htmlFor?: string;
  standing?: Standing;
  unsaved?: boolean;
  missing?: string | undefined;
  notes?: readonly string[] | undefined;
  onAt: (place: Place) => void;
  onConfirm?: (() => void) | undefined;
  children: ReactNode;
}) {
  const w = useWords();
  return (
    <div className={missing === undefined ? 'value' : 'value has-error'} {...(htmlFor === undefined ? { role: 'group', 'aria-label': label } : {})}>
      {htmlFor === undefined ? <span className="value-label">{label}</span> : <label className="value-label" htmlFor={htmlFor}>{label}</label>}
      <At className="value-control" item={item} part={part} onAt={onAt}>
        {children}
        {notes.map(note => (
          <p key={note} className="value-note">
            {note}
          </p>
        ))}
        {missing !== undefined && <FieldError>{missing}</FieldError>}
      </At>
      {standing !== undefined && (
        <div className="value-state">
          <StandingNote standing={standing} unsaved={unsaved} missing={missing !== undefined} />
          {standing === 'waiting' && onConfirm !== undefined && (
            <Button size="small" aria-label={w.drafts.confirmValue(label)} onClick={onConfirm}>
              {w.drafts.confirm}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
