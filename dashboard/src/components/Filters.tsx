import { FilterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useEffect, useId, useMemo, useState, type SyntheticEvent, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../words';

export type FilterValues<N extends string> = Partial<Record<N, string>>;

export interface AddressFilters<N extends string> {
  values: FilterValues<N>;
  set: (name: N, value: string | undefined) => void;
  clear: () => void;
  /** how many are set */
  count: number;
}

/** Filters that stand in the address: a link tells them, Back takes them back. The cursor goes when one changes. */
export function useFilters<const N extends string>(names: readonly N[]): AddressFilters<N> {
  const [params, setParams] = useSearchParams();
  const all = names.join(' ');
  const values = useMemo(() => {
    const found: FilterValues<N> = {};
    for (const name of all.split(' ') as N[]) {
      const value = params.get(name);
      if (value !== null && value !== '') {
        found[name] = value;
      }
    }
    return found;
  }, [params, all]);
  const set = useCallback(
    (name: N, value: string | undefined) =>
      setParams(before => {
        const after = new URLSearchParams(before);
        after.delete('cursor');
        if (value === undefined || value === '') {
          after.delete(name);
        } else {
          after.set(name, value);
        }
        return after;
      }),
    [setParams],
  );
  const clear = useCallback(
    () =>
      setParams(before => {
        const after = new URLSearchParams(before);
        for (const name of ['cursor', ...all.split(' ')]) {
          after.delete(name);
        }
        return after;
      }),
    [setParams, all],
  );
  return { values, set, clear, count: Object.keys(values).length };
}

/** The filters of a list, labels above, always visible; on a phone behind one button. */
export function FilterBar({ filters, children }: { filters: { count: number; clear: () => void }; children: ReactNode }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className={open ? 'filters is-open' : 'filters'} aria-label={w.filters.label}>
      <Button
        className="filters-toggle"
        aria-expanded={open}
        aria-controls={id}
        icon={<FilterOutlined aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {filters.count === 0 ? w.filters.more : `${w.filters.more} (${filters.count})`}
      </Button>
      <div className="filters-fields" id={id}>
        {children}
        <div className="filter">
          {filters.count > 0 && <Button onClick={filters.clear}>{w.filters.clear}</Button>}
        </div>
      </div>
    </section>
  );
}

/** One choice of a few: the device's own list, which a thumb and a keyboard know. */
export function SelectFilter({
  label,
  value,
  options,
  onChange,
  all,
}: {
  label: string;
  value: string | undefined;
  options: readonly { value: string; text: string }[];
  onChange: (value: string | undefined) => void;
  /** word for no choice; null where one must be made */
  all?: string | null;
}) {
  const w = useWords();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="select" value={value ?? ''} onChange={event => onChange(event.target.value || undefined)}>
        {all !== null && <option value="">{all ?? w.filters.all}</option>}
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Words to look for; asked for on Enter, on leaving the field, or after a pause. */
export function TextFilter({
  label,
  value,
  onChange,
  placeholder,
}: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  placeholder?: string;
}) {
  const id = useId();
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // the address has changed by other means
    setShown(value);
    setText(value ?? '');
  }
  useEffect(() => {
    if (text.trim() === (value ?? '')) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(text.trim() || undefined), 600);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onChange(text.trim() || undefined);
  };
  return (
    <form className="filter filter-text" role="search" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="search"
        value={text}
        placeholder={placeholder}
        onChange={event => setText(event.target.value)}
      />
    </form>
  );
}

/** Any other control under a label. */
export function FilterField({ label, htmlFor, children }: { label: string; htmlFor?: string; children: ReactNode }) {
  return (
    <div className="filter">
      {htmlFor === undefined ? <span className="label">{label}</span> : <label htmlFor={htmlFor}>{label}</label>}
      {children}
    </div>
  );
}

/** Years around this one, the latest first. */
export function yearOptions(now = new Date().getFullYear()): { value: string; text: string }[] {
  return Array.from({ length: 8 }, (_, index) => String(now + 1 - index)).map(year => ({ value: year, text: year }));
}
