import { Button } from 'antd';
import { useId, type ReactNode, type SyntheticEvent } from 'react';
import type { NotSent, Refusal } from '../api/problem';
import { useWords } from '../words';
import { Dialog } from './Dialog';
import { FormErrors } from './Fields';

/** A form in a dialog: what was refused on top, the act at its foot. */
export function FormDialog({
  title,
  action,
  danger = false,
  busy,
  refusal,
  wide = false,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  /** verb and object */
  action: string;
  danger?: boolean;
  busy: boolean;
  refusal: Refusal | NotSent | undefined;
  wide?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const w = useWords();
  const id = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      title={title}
      wide={wide}
      onClose={onClose}
      actions={
        <>
          <Button type={danger ? 'default' : 'primary'} danger={danger} htmlType="submit" form={id} loading={busy}>
            {action}
          </Button>
          <Button onClick={onClose}>{w.confirm.cancel}</Button>
        </>
      }
    >
      <form id={id} className="form form-plain" onSubmit={submit} noValidate aria-label={title}>
        <FormErrors refusal={refusal} />
        {children}
      </form>
    </Dialog>
  );
}

/** A short list of choices, the device's own. */
export function Select<V extends string>({
  control,
  value,
  options,
  none,
  onChange,
}: {
  control: object;
  value: V | undefined;
  options: readonly { value: V; text: string }[];
  /** word for no choice; without it one must be made */
  none?: string | undefined;
  onChange: (value: V | undefined) => void;
}) {
  return (
    <select
      {...control}
      className="select"
      value={value ?? ''}
      onChange={event => onChange(options.find(each => each.value === event.target.value)?.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map(each => (
        <option key={each.value} value={each.value}>
          {each.text}
        </option>
      ))}
    </select>
  );
}
