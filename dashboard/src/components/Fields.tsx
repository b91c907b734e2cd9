import { CalendarOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { explain, NotSent, Refusal } from '../api/problem';
import { day, parseDay, time } from '../app/format';
import { useWords } from '../words';

/** What is wrong with a field, under it. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  if (children === undefined || children === null || children === '') {
    return null;
  }
  return (
    <span className="field-error" id={id}>
      <ExclamationCircleFilled aria-hidden /> {children}
    </span>
  );
}

export interface Control {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-required': boolean | undefined;
}

/** A label, a control, a hint and what is wrong: `children` gets what ties them together. */
export function Field({
  label,
  hint,
  error,
  required = false,
  state,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** right of the control */
  state?: ReactNode;
  children: (control: Control) => ReactNode;
}) {
  const w = useWords();
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== '';
  const described = [hint === undefined ? '' : `${id}-hint`, hasError ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={hasError ? 'field has-error' : 'field'}>
      <label htmlFor={id}>
        {label} {!required && <span className="small">({w.form.optional})</span>}
      </label>
      <div className="field-control">
        {children({
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': hasError || undefined,
          'aria-required': required || undefined,
        })}
        {hint !== undefined && (
          <span className="small" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <FieldError id={`${id}-error`}>{error}</FieldError>
      </div>
      {state !== undefined && <div className="field-state">{state}</div>}
    </div>
  );
}

/** Once on top of a form: all that is wrong; it takes the focus when it comes. */
export function FormErrors({ refusal, own = [] }: { refusal?: Refusal | NotSent | undefined; own?: readonly string[] }) {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  const fields = refusal instanceof Refusal ? refusal.fields : [];
  const shown = refusal !== undefined || own.length > 0;
  useEffect(() => {
    if (shown) {
      box.current?.focus();
    }
  }, [shown, refusal]);
  if (!shown) {
    return null;
  }
  const told = refusal === undefined ? undefined : explain(refusal);
  const lines = [...own, ...fields.map(each => each.message)];
  return (
    <div className="form-errors" role="alert" tabIndex={-1} ref={box}>
      <p>
        <ExclamationCircleFilled aria-hidden />{' '}
        {told === undefined ? <strong>{w.errors.form(lines.length)}</strong> : <strong>{told.title}. </strong>}
        {told?.detail}
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {told?.reference !== undefined && <p className="small">{w.app.reference(told.reference)}</p>}
    </div>
  );
}

/** A day, typed as dd/mm/yyyy or taken from the device's own calendar. `value` is `2025-03-10`. */
export function DateField({
  value,
  onChange,
  control,
}: {
  value: string | undefined;
  onChange: (day: string | undefined) => void;
  control: Partial<Control> & { 'aria-label'?: string };
}) {
  const w = useWords();
  const [text, setText] = useState(day(value));
  const [shown, setShown] = useState(value);
  const [wrong, setWrong] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  if (shown !== value) {
    setShown(value);
    setText(day(value));
    setWrong(false);
  }
  const leave = () => {
    const parsed = parseDay(text);
    setWrong(text.trim() !== '' && parsed === undefined);
    if (text.trim() === '' || parsed !== undefined) {
      setShown(parsed);
      setText(day(parsed));
      onChange(parsed);
    }
  };
  return (
    <span className="date-field">
      <input
        {...control}
        className="input date"
        inputMode="numeric"
        autoComplete="off"
        placeholder={w.form.dateHint}
        aria-invalid={wrong || control['aria-invalid']}
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={leave}
        onKeyDown={event => event.key === 'Enter' && leave()}
      />
      <Button
        icon={<CalendarOutlined aria-hidden />}
        aria-label={w.form.pickDate}
        title={w.form.pickDate}
        onClick={() => picker.current?.showPicker()}
      />
      <input
        ref={picker}
        type="date"
        className="date-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        onChange={event => onChange(event.target.value || undefined)}
      />
      {wrong && <FieldError>{w.form.dateWrong}</FieldError>}
    </span>
  );
}

/** That what is typed is kept, and since when. */
export function SavedNote({ savedAt, restored, onClear }: { savedAt: number | undefined; restored: boolean; onClear: () => void }) {
  const w = useWords();
  if (savedAt === undefined) {
    return null;
  }
  return (
    <p className="saved small" role="status">
      {restored && <>{w.form.restored} </>}
      {w.form.savedAt(time(savedAt))}{' '}
      <Button type="link" size="small" onClick={onClear}>
        {w.form.startOver}
      </Button>
    </p>
  );
}
