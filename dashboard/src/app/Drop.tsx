import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

/** A button that opens a small panel below it; Escape, a click elsewhere and leaving it by Tab close it. */
export function Drop({
  label,
  face,
  className,
  children,
  onClose,
}: {
  /** said in place of the face */
  label: string;
  face: ReactNode;
  className: string;
  children: (close: () => void) => ReactNode;
  onClose?: () => void;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    onClose?.();
  };

  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const outside = (event: Event) => {
      if (event.target instanceof Node && box.current !== null && !box.current.contains(event.target)) {
        setOpen(false);
        onClose?.();
      }
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open, onClose]);

  return (
    <div
      className={`drop ${className}`}
      ref={box}
      onKeyDown={event => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
          button.current?.focus();
        }
      }}
    >
      <button
        ref={button}
        type="button"
        className="header-button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {face}
      </button>
      {open && (
        <div className="drop-panel" id={id}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
