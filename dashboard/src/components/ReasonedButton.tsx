import { Button, type ButtonProps } from 'antd';
import { useId, useState, type ReactNode } from 'react';

type Props = Omit<ButtonProps, 'disabled'> & {
  /** why it does nothing just now; with a link to what is missing. Absent: it works. */
  reason?: ReactNode;
};

/**
 * A button that says why it does nothing. It stays in the tab order, so that a keyboard and a screen reader get to the
 * reason, and shows it when it is pressed.
 */
export function ReasonedButton({ reason, onClick, children, ...rest }: Props) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  if (reason === undefined || reason === null || reason === false) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <span className="reasoned">
      <Button
        {...rest}
        type="default"
        className={`is-disabled ${rest.className ?? ''}`}
        aria-disabled
        aria-describedby={id}
        htmlType="button"
        onClick={event => {
          event.preventDefault();
          setAsked(true);
        }}
      >
        {children}
      </Button>
      <span id={id} className={asked ? 'reason reason-asked' : 'reason'}>
        {reason}
      </span>
    </span>
  );
}
