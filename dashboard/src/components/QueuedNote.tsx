import { SendOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useWords } from '../words';

/** In place of a form whose command waits on the device. */
export function QueuedNote() {
  const w = useWords();
  return (
    <p className="note note-warn" role="status">
      <SendOutlined aria-hidden /> {w.outbox.queued} <Link to="/outbox">{w.outbox.view}</Link>
    </p>
  );
}
