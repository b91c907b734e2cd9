import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { plain } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { moment } from '../../app/format';
import { notify } from '../../app/notices';
import { DataTable, type Column } from '../../components/DataTable';
import { ConfirmDialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { FormErrors } from '../../components/Fields';
import { PageHead } from '../../components/PageHead';
import { Status } from '../../components/Status';
import { useWords } from '../../words';

interface SignedInSession {
  id: string;
  device: string;
  address: string;
  signedInAt: string;
  lastSeen?: string | null;
  current: boolean;
}

const SESSIONS = '/api/v1/access/me/sessions';

/** The devices on which the person is signed in; any of them can be signed out from here. */
export function SessionsPage() {
  const w = useWords();
  const [ending, setEnding] = useState<SignedInSession | 'others'>();
  const query = useQuery({
    queryKey: ['access', 'sessions'],
    queryFn: async ({ signal }) => (await plain<SignedInSession[]>('GET', SESSIONS, { signal })).body,
  });
  const end = useCommand<SignedInSession | 'others'>({
    form: 'end-session',
    send: (which, headers) => plain('DELETE', which === 'others' ? SESSIONS : `${SESSIONS}/${which.id}`, { headers }),
    onDone: () => {
      setEnding(undefined);
      notify('ok', w.me.end);
    },
  });
  const state = (row: SignedInSession) =>
    row.current ? (
      <Status family="ok" icon="tick">
        {w.me.thisOne}
      </Status>
    ) : (
      <Button onClick={() => setEnding(row)}>{w.me.end}</Button>
    );
  const columns: readonly Column<SignedInSession>[] = [
    { key: 'device', head: w.me.device, width: 220, cell: row => row.device },
    { key: 'begun', head: w.me.begun, date: true, cell: row => moment(row.signedInAt) },
    { key: 'used', head: w.me.used, date: true, cell: row => (row.lastSeen ? moment(row.lastSeen) : '') },
    { key: 'address', head: w.me.address, cell: row => row.address },
    { key: 'act', head: w.me.end, actions: true, cell: state },
  ];
  const others = query.data?.some(each => !each.current) === true;
  return (
    <>
      <PageHead
        title={w.me.sessionsTitle}
        lead={w.me.sessionsLead}
        actions={others && <Button onClick={() => setEnding('others')}>{w.me.endOthers}</Button>}
      />
      <section className="panel">
        <DataTable
          what={w.me.sessions}
          columns={columns}
          rows={query.data}
          rowKey={row => row.id}
          query={query}
          card={row => (
            <>
              <span className="row-title">{row.device}</span>
              <span className="detail date">
                {moment(row.lastSeen ?? row.signedInAt)} · {row.address}
              </span>
              {state(row)}
            </>
          )}
          empty={<EmptyState kind="none" title={w.me.sessionsTitle} detail={w.app.none} />}
        />
      </section>
      {ending !== undefined && (
        <ConfirmDialog
          danger
          title={w.me.endTitle}
          detail={ending === 'others' ? w.me.endOthersDetail : w.me.endDetail(ending.device)}
          action={ending === 'others' ? w.me.endOthers : w.me.end}
          busy={end.state === 'sending'}
          onConfirm={() => void end.run(ending)}
          onClose={() => setEnding(undefined)}
        >
          <FormErrors refusal={end.refusal} />
        </ConfirmDialog>
      )}
    </>
  );
}
