import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { day, today } from '../../app/format';
import { useSession } from '../../app/session';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import { Status } from '../../components/Status';
import { useWords } from '../../words';
import { EndLentDialog } from './LendDialogs';
import type { GivenRoles } from './users';

/** Roles that the person has lent, and those that were lent to the person; either side ends them. */
export function MyLentPage() {
  const w = useWords();
  const u = w.users;
  const { me } = useSession();
  const [ending, setEnding] = useState<GivenRoles>();
  const query = useQuery({
    queryKey: ['access', 'delegations', 'own'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/access/delegations', { params: { query: { past: true } }, signal })),
  });
  return (
    <>
      <PageHead title={u.myLent} lead={u.myLentLead} />
      {query.data === undefined ? (
        query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={u.lent} onRetry={() => void query.refetch()} />
        )
      ) : query.data.length === 0 ? (
        <EmptyState kind="none" title={u.noMyLent} detail={u.noMyLentDetail} />
      ) : (
        <section className="panel" aria-label={u.myLent}>
          <ul className="lines">
            {query.data.map(each => (
              <li key={each.id}>
                <span>
                  {each.from === me.account ? u.lentTo(each.toName ?? u.nameless) : u.lentBy(each.fromName ?? u.nameless)}
                  <span className="detail date">{w.people.span(day(each.begins), day(each.until))}</span>
                </span>
                <Status family={each.holds ? 'ok' : 'idle'} icon={each.holds ? 'tick' : 'ring'}>
                  {each.holds ? u.holds : each.begins > today() ? u.willHold : u.over}
                </Status>
                {each.until >= today() ? <Button onClick={() => setEnding(each)}>{u.endLent}</Button> : <span />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ending !== undefined && <EndLentDialog lent={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}
