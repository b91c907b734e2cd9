import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useLink } from '../../app/asOf';
import { day, moment, today } from '../../app/format';
import { useSession } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import { Status } from '../../components/Status';
import { useWords } from '../../words';
import { AccountActs } from './AccountActs';
import { AccountStatus } from './AccountStatus';
import { EndRoleDialog, BindDialog } from './RoleDialogs';
import { EndLentDialog, LendDialog } from './LendDialogs';
import { CHANGING } from './roles';
import { accountQuery, holds, inOrder, useUnitNames, type Account, type GivenRoles, type HeldRole } from './users';

function Roles({ account, etag, mayChange }: { account: Account; etag: string | undefined; mayChange: boolean }) {
  const w = useWords();
  const u = w.users;
  const nameOf = useUnitNames();
  const [binding, setBinding] = useState(false);
  const [ending, setEnding] = useState<HeldRole>();
  const unit = (role: HeldRole) => (role.unit ? (nameOf(role.unit) ?? u.unitElsewhere) : u.everywhere);
  const span = (role: HeldRole) => w.people.span(day(role.from), day(role.until));
  const state = (role: HeldRole) =>
    holds(role) ? (
      <Status family="ok" icon="tick">
        {u.holds}
      </Status>
    ) : role.from > today() ? (
      <Status family="info" icon="clock">
        {u.willHold}
      </Status>
    ) : (
      <Status family="idle" icon="stop">
        {u.over}
      </Status>
    );
  const end = (role: HeldRole) =>
    mayChange && (role.until === null || role.until === undefined || role.until >= today()) ? (
      <Button aria-label={`${u.endRole}: ${w.roles[role.role]}`} onClick={() => setEnding(role)}>
        {u.endRole}
      </Button>
    ) : null;
  const columns: readonly Column<HeldRole>[] = [
    { key: 'role', head: u.role, width: 110, cell: role => <strong>{w.roles[role.role]}</strong> },
    { key: 'unit', head: u.roleUnit, main: true, width: 140, cell: unit },
    { key: 'span', head: u.span, date: true, cell: span },
    { key: 'state', head: w.plans.state, cell: state },
    { key: 'act', head: u.endRole, actions: true, cell: end },
  ];
  return (
    <section className="panel" aria-labelledby="roles">
      <div className="panel-head">
        <h2 id="roles">{u.roles}</h2>
        {mayChange && <Button onClick={() => setBinding(true)}>{u.bind}</Button>}
      </div>
      <DataTable
        what={u.roleRows}
        columns={columns}
        rows={inOrder(account.roles)}
        rowKey={role => role.id}
        query={{ isPending: false, error: null, refetch: () => undefined }}
        card={role => (
          <>
            <div className="card-top">
              {state(role)}
              <span className="small date">{span(role)}</span>
            </div>
            <strong>{w.roles[role.role]}</strong>
            <span className="detail">{unit(role)}</span>
            {end(role)}
          </>
        )}
        empty={<EmptyState kind="none" title={u.noRole} detail={u.noRoleDetail} />}
      />
      {binding && <BindDialog account={account} etag={etag} onClose={() => setBinding(false)} />}
      {ending !== undefined && <EndRoleDialog account={account} etag={etag} role={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

/** Roles lent to others and by others. */
function Lent({ account, mayChange }: { account: Account; mayChange: boolean }) {
  const w = useWords();
  const u = w.users;
  const [lending, setLending] = useState(false);
  const [ending, setEnding] = useState<GivenRoles>();
  const line = (each: GivenRoles, text: string) => (
    <li key={each.id}>
      <span>
        {text}
        <span className="detail date">{w.people.span(day(each.begins), day(each.until))}</span>
      </span>
      <Status family={each.holds ? 'ok' : 'idle'} icon={each.holds ? 'tick' : 'ring'}>
        {each.holds ? u.holds : each.begins > today() ? u.willHold : u.over}
      </Status>
      {mayChange && each.until >= today() ? <Button onClick={() => setEnding(each)}>{u.endLent}</Button> : <span />}
    </li>
  );
  const count = account.given.length + account.got.length;
  return (
    <section className="panel" aria-labelledby="lent">
      <div className="panel-head">
        <h2 id="lent">{u.lent}</h2>
        {mayChange && account.roles.some(role => holds(role)) && <Button onClick={() => setLending(true)}>{u.lend}</Button>}
      </div>
      {count === 0 ? (
        <p className="panel-pad small">{u.noLent}</p>
      ) : (
        <ul className="lines">
          {account.given.map(each => line(each, u.lentTo(each.toName ?? u.nameless)))}
          {account.got.map(each => line(each, u.lentBy(each.fromName ?? u.nameless)))}
        </ul>
      )}
      {lending && <LendDialog account={account} onClose={() => setLending(false)} />}
      {ending !== undefined && <EndLentDialog lent={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

function Facts({ account }: { account: Account }) {
  const w = useWords();
  const u = w.users;
  const link = useLink();
  const nameOf = useUnitNames();
  const rows: [string, React.ReactNode][] = [
    [u.person, account.person ? <Link to={link(`/people/${account.person}`)}>{account.personName ?? w.people.erased}</Link> : u.noPerson],
    [u.unit, account.unit ? <Link to={link(`/units/${account.unit}`)}>{nameOf(account.unit) ?? u.unitElsewhere}</Link> : u.everywhere],
    [u.passwordSet, account.passwordSet ? moment(account.passwordSet) : u.noPassword],
    ...(account.mustChangePassword ? [[u.nextSignIn, u.firstSignIn] as [string, React.ReactNode]] : []),
    ...(account.identities.length > 0 ? [[u.identities, String(account.identities.length)] as [string, React.ReactNode]] : []),
    ...(account.lockReason ? [[u.lockReason, account.lockReason] as [string, React.ReactNode]] : []),
  ];
  return (
    <section className="panel panel-pad" aria-labelledby="facts">
      <h2 id="facts">{u.facts}</h2>
      <dl className="facts facts-narrow">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** An account: whose, which roles for which units, what is lent, and how it signs in. */
export function AccountPage() {
  const w = useWords();
  const u = w.users;
  const { id = '' } = useParams();
  const { manages, me } = useSession();
  const query = useQuery(accountQuery(id));
  const crumbs = [{ to: '/users', text: u.title }];
  if (query.data === undefined) {
    return (
      <>
        <PageHead title={u.one} crumbs={crumbs} />
        {query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={u.rows} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  }
  const { body: account, etag } = query.data;
  const reason = !manages(CHANGING) ? u.mayNot : account.state === 'CLOSED' ? u.isClosed : undefined;
  const mayChange = reason === undefined;
  return (
    <>
      <PageHead crumbs={crumbs} title={account.name ?? u.nameless} lead={<AccountStatus state={account.state} />} />
      <div className="columns">
        <div>
          <Roles account={account} etag={etag} mayChange={mayChange} />
          <Lent account={account} mayChange={mayChange} />
        </div>
        <div>
          <Facts account={account} />
          <AccountActs account={account} etag={etag} reason={reason} isOwn={account.id === me.account} />
        </div>
      </div>
    </>
  );
}
