import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { outbox } from '../../api/outbox';
import type { Waiting } from '../../api/shelf';
import { moment } from '../../app/format';
import { useStore } from '../../app/store';
import { ConfirmDialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { Status } from '../../components/Status';
import { useWords } from '../../words';

/** What could not be sent from this device: when it was given, why it was not taken, and what can be done. */
export function OutboxPage() {
  const w = useWords();
  const items = useStore(outbox.items);
  const busy = useStore(outbox.busy);
  const [dropping, setDropping] = useState<Waiting>();
  return (
    <>
      <PageHead
        title={w.outbox.title}
        lead={w.outbox.bannerDetail}
        actions={
          items.length > 0 && (
            <Button type="primary" loading={busy} onClick={() => void outbox.flush(true)}>
              {w.outbox.send}
            </Button>
          )
        }
      />
      {items.length === 0 ? (
        <EmptyState kind="none" title={w.outbox.empty} detail={<Link to="/">{w.errors.toHome}</Link>} />
      ) : (
        <ul className="panel lines">
          {items.map(item => (
            <li key={item.key}>
              <div>
                <strong>{item.what}</strong>
                <span className="detail">{w.outbox.savedAt(moment(item.at))}</span>
                {item.refused !== undefined && (
                  <p className="note note-late">
                    {item.refused.title}. {item.refused.detail}
                  </p>
                )}
              </div>
              <Status family={item.refused === undefined ? 'warn' : 'late'} icon={item.refused === undefined ? 'plane' : 'fault'}>
                {item.refused === undefined ? w.status.notSent : w.status.refused}
              </Status>
              <div className="actions">
                <Link to={item.from}>{w.outbox.open}</Link>
                <Button type="text" onClick={() => setDropping(item)}>
                  {w.outbox.drop}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {dropping !== undefined && (
        <ConfirmDialog
          danger
          title={w.outbox.dropTitle}
          detail={w.outbox.dropDetail(dropping.what)}
          action={w.outbox.drop}
          onConfirm={() => {
            void outbox.drop(dropping.key);
            setDropping(undefined);
          }}
          onClose={() => setDropping(undefined)}
        />
      )}
    </>
  );
}
