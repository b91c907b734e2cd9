import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAsOf, useLink } from '../../app/asOf';
import { useSession } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { PrintButton } from '../../components/ExportButton';
import { FilterBar, SelectFilter, TextFilter, useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { OpenDialog } from './OpenDialog';
import { AccountStatus } from './AccountStatus';
import { CHANGING } from './roles';
import { accountsQuery, ROLES, STATES, useUnitNames, type AccountItem } from './users';
import { UserTabs } from './UserTabs';

/** Accounts of the units within reach. */
export function AccountListPage() {
  const w = useWords();
  const u = w.users;
  const link = useLink();
  const navigate = useNavigate();
  const [asOf] = useAsOf();
  const { manages } = useSession();
  const nameOf = useUnitNames();
  const filters = useFilters(['role', 'state', 'search']);
  const paging = usePaging();
  const [opening, setOpening] = useState(false);
  const role = ROLES.find(each => each === filters.values.role);
  const state = STATES.find(each => each === filters.values.state);
  const { search } = filters.values;
  const query = useQuery(accountsQuery({ role, state, search, asOf, limit: paging.limit, cursor: paging.cursor }));
  const name = (account: AccountItem) => (
    <Link className="row-title" to={link(`/users/${account.id}`)}>
      {account.name ?? u.nameless}
    </Link>
  );
  const roles = (account: AccountItem) =>
    account.roles.length === 0 ? (
      <span className="small">{u.noRole}</span>
    ) : (
      account.roles.map(each => (
        <span key={each.id} className="held">
          {w.roles[each.role]}
          <span className="detail">{each.unit ? (nameOf(each.unit) ?? u.unitElsewhere) : u.everywhere}</span>
        </span>
      ))
    );
  const states = (account: AccountItem) => (
    <>
      <AccountStatus state={account.state} />
      {account.state === 'OPEN' && account.mustChangePassword && <span className="detail">{u.firstSignIn}</span>}
    </>
  );
  const columns: readonly Column<AccountItem>[] = [
    {
      key: 'name',
      head: u.name,
      main: true,
      width: 200,
      cell: account => (
        <>
          {name(account)}
          <span className="detail">{account.personName ?? u.noPerson}</span>
        </>
      ),
    },
    { key: 'unit', head: u.unit, width: 180, cell: account => nameOf(account.unit) ?? (account.unit ? u.unitElsewhere : u.everywhere) },
    { key: 'roles', head: u.roles, width: 240, cell: roles },
    { key: 'state', head: w.plans.state, width: 140, cell: states },
  ];
  const mayChange = manages(CHANGING);
  return (
    <>
      <PageHead
        title={u.title}
        lead={u.lead}
        actions={
          <>
            <PrintButton />
            {mayChange && <Button onClick={() => void navigate('/users/import')}>{u.import}</Button>}
            <ReasonedButton type="primary" reason={mayChange ? undefined : u.mayNot} onClick={() => setOpening(true)}>
              {u.open}
            </ReasonedButton>
          </>
        }
      />
      <UserTabs />
      <section className="panel" aria-label={u.accounts}>
        <FilterBar filters={filters}>
          <SelectFilter label={u.role} value={role} options={ROLES.map(each => ({ value: each, text: w.roles[each] }))} onChange={value => filters.set('role', value)} />
          <SelectFilter label={w.plans.state} value={state} options={STATES.map(each => ({ value: each, text: u.states[each] }))} onChange={value => filters.set('state', value)} />
          <TextFilter label={u.search} placeholder={u.searchHint} value={search} onChange={value => filters.set('search', value)} />
        </FilterBar>
        <DataTable
          what={u.rows}
          columns={columns}
          rows={query.data?.items}
          next={query.data?.next}
          paging={paging}
          rowKey={account => account.id}
          query={query}
          card={account => (
            <>
              <div className="card-top">
                <AccountStatus state={account.state} />
              </div>
              {name(account)}
              <span className="detail">{account.personName ?? u.noPerson}</span>
              {roles(account)}
            </>
          )}
          empty={
            filters.count > 0 ? (
              <EmptyState kind="match" title={w.filters.noMatch(u.rows)} detail={w.filters.noMatchDetail}>
                <Button onClick={filters.clear}>{w.filters.clear}</Button>
              </EmptyState>
            ) : (
              <EmptyState kind="none" title={u.none} detail={u.noneDetail} />
            )
          }
        />
      </section>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </>
  );
}
