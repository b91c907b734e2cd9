import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../words';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** buttons at its foot */
  actions?: ReactNode;
  wide?: boolean;
}

/**
 * The browser's own dialog: it keeps the focus inside, gives it back afterwards, closes by Escape. Shown as long as it is
 * rendered.
 */
export function Dialog({ title, onClose, children, actions, wide = false }: Props) {
  const w = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) {
      element.showModal();
    }
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} onClick={onClose}>
          {w.app.close}
        </Button>
      </header>
      <div className="dialog-body">{children}</div>
      {actions !== undefined && <footer className="dialog-foot actions">{actions}</footer>}
    </dialog>
  );
}

/** Asks before something that cannot be taken back. It names what it is about; its button says what it does. */
export function ConfirmDialog({
  title,
  detail,
  action,
  danger = false,
  busy = false,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  detail: ReactNode;
  /** verb and object */
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const w = useWords();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type={danger ? 'default' : 'primary'} danger={danger} loading={busy} onClick={onConfirm}>
            {action}
          </Button>
          <Button autoFocus={danger} onClick={onClose}>
            {w.confirm.cancel}
          </Button>
        </>
      }
    >
      <p>{detail}</p>
      {children}
    </Dialog>
  );
}
