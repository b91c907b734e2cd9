import { WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words';
import type { Note } from './notes';
import type { Place } from './sources';

const FEW = 3;

/** What should be looked at before anything is confirmed, each with the way there. */
export function NoteList({ notes, onGo }: { notes: readonly Note[]; onGo: (place: Place) => void }) {
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
          <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? w.drafts.fewerNotes : w.drafts.allNotes(notes.length)}
          </Button>
        )}
      </p>
      <ul>
        {(all ? notes : notes.slice(0, FEW)).map(({ key, message, place }) => (
          <li key={key}>
            <span>{message}</span>
            {place !== undefined && (
              <Button type="link" size="small" aria-label={`${w.drafts.goThere}: ${message}`} onClick={() => onGo(place)}>
                {w.drafts.goThere}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
