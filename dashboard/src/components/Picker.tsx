import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../words';
import type { Control } from './Fields';

/** Something that can be chosen: its name, and what tells it from others of the same name. */
export interface Choice {
  id: string;
  name: string;
  detail?: string | undefined;
}

const PAUSE_MS = 250;

function useLate(text: string): string {
  const [late, setLate] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLate(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return late;
}

/**
 * Takes one of many by some letters of its name: a field with a list under it, for keyboard and thumb. The server finds; what
 * is typed without being chosen is no value.
 */
export function Picker({
  control,
  kind,
  value,
  onChange,
  find,
  placeholder,
}: {
  control: Partial<Control> & { 'aria-label'?: string };
  /** names the search in the cache, as `units` */
  kind: string;
  value: Choice | undefined;
  onChange: (choice: Choice | undefined) => void;
  find: (words: string, signal: AbortSignal) => Promise<readonly Choice[]>;
  placeholder?: string;
}) {
  const w = useWords();
  const list = useId();
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const words = useLate((typed ?? '').trim());
  const open = typed !== undefined;
  const query = useQuery({
    queryKey: ['pick', kind, words],
    queryFn: ({ signal }) => find(words, signal),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const found = query.data ?? [];
  const hasFound = open && found.length > 0;
  const choose = (choice: Choice | undefined) => {
    setTyped(undefined);
    setAt(0);
    onChange(choice);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (open) {
        setAt(Math.max(0, Math.min(found.length - 1, at + step)));
      } else {
        setTyped('');
      }
    } else if (event.key === 'Enter' && open) {
      // the form is not meant
      event.preventDefault();
      const chosen = found[at];
      if (chosen !== undefined) {
        choose(chosen);
      }
    } else if (event.key === 'Escape' && open) {
      // nor is the dialog
      event.preventDefault();
      event.stopPropagation();
      setTyped(undefined);
    }
  };
  return (
    <div className="picker">
      <div className="picker-line">
        <input
          {...control}
          className="input"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={hasFound}
          aria-controls={hasFound ? list : undefined}
          aria-activedescendant={hasFound ? `${list}-${String(at)}` : undefined}
          placeholder={placeholder}
          value={typed ?? value?.name ?? ''}
          onChange={event => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onClick={() => open || setTyped('')}
          onKeyDown={press}
          onBlur={() => setTyped(undefined)}
        />
        {value !== undefined && (
          <Button type="text" onClick={() => choose(undefined)}>
            {w.picker.clear}
          </Button>
        )}
      </div>
      {value?.detail !== undefined && value.detail !== '' && !open && <span className="small">{value.detail}</span>}
      {open && (
        <div className="picker-drop">
          {hasFound && (
            <ul id={list} role="listbox" aria-label={w.picker.list}>
              {found.map((each, index) => (
                <li
                  key={each.id}
                  id={`${list}-${String(index)}`}
                  role="option"
                  aria-selected={index === at}
                  // the field keeps the focus; a finger may still scroll the list
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => choose(each)}
                >
                  {each.name}
                  {each.detail !== undefined && <span className="detail">{each.detail}</span>}
                </li>
              ))}
            </ul>
          )}
          {found.length === 0 && (
            <p className="small" role="status">
              {query.isError ? w.picker.failed : query.isPending || query.isFetching ? w.picker.searching : w.picker.none}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
