import { WarningFilled } from '@ant-design/icons';
import { useState } from 'react';
import { useWords } from '../../words';
import type { Note } from './notes';
import type { Item, Place } from './sources';

const FEW = 3;

/** What should be looked at before anything is confirmed, each with the way there. */
export function NoteList({
  notes,
  nameOf,
  onGo,
}: {
  notes: readonly Note[];
  nameOf: (item: Item) => string;
  onGo: (place: Place) => void;
}) {
  const w = useWords();
  const [all, setAll] = useState(false);
  if (notes.length === 0) {
    return null;
  }
  return (
    <section className="note note-warn draft-notes" aria-label={w.drafts.notes(notes.length)}>
      <p>
        <WarningFilled aria-hidden /> <strong>{w.drafts.notes(notes.length)}</strong>{' '}
        {notes.length > FEW && (
          <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? w.drafts.fewerNotes : w.drafts.allNotes(notes.length)}
          </button>
        )}
      </p>
      <ul>
        {(all ? notes : notes.slice(0, FEW)).map(({ key, message, place, moved }) => (
          <li key={key}>
            {moved !== undefined && place !== undefined && (
              <>
                {nameOf(place.item)}: {moved.from} → {moved.to}.{' '}
              </>
            )}
            {message}{' '}
            {place !== undefined && (
              <button type="button" className="link" aria-label={`${w.drafts.goThere}: ${message}`} onClick={() => onGo(place)}>
                {w.drafts.goThere}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
