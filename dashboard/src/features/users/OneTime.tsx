import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { useWords } from '../../words';

/** Something secret that the server tells once: it is on screen until it was taken note of, and nowhere else. */
export function OneTime({ title, detail, secret, onClose }: { title: string; detail: string; secret: string | null | undefined; onClose: () => void }) {
  const w = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(secret ?? '').then(
      () => setCopied(true),
      // then it is copied by hand
      () => setCopied(false),
    );
  };
  const isShown = secret !== null && secret !== undefined;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="primary" onClick={onClose}>
            {w.users.noted}
          </Button>
          {isShown && <Button onClick={copy}>{copied ? w.users.copied : w.users.copy}</Button>}
        </>
      }
    >
      {isShown ? (
        <>
          <p>{detail}</p>
          <p className="secret">
            <code>{secret}</code>
          </p>
          <p className="note note-warn">{w.users.onceOnly}</p>
        </>
      ) : (
        <p>{w.users.shownBefore}</p>
      )}
    </Dialog>
  );
}
