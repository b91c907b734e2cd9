import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, read, type Schema } from '../../api/client';
import { useAsOf, useLink } from '../../app/asOf';
import { day, today } from '../../app/format';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, PrintButton, withQuery } from '../../components/ExportButton';
import { PageHead } from '../../components/PageHead';
import { useWords } from '../../words';
import { AccountStatus } from './AccountStatus';
import { UserTabs } from './UserTabs';
import { ROLES, useUnitNames, type AccountRole } from './users';

type Row = Schema<'MatrixRow'>;

/** Who may do what for which unit, on the day that is looked at: a line per account, a column per role. */
export function MatrixPage() {
  const w = useWords();
  const u = w.users;
  const link = useLink();
  const [asOf] = useAsOf();
  const nameOf = useUnitNames();
  const query = useQuery({
    queryKey: ['access', 'matrix', asOf],
    queryFn: ({ signal }) => read(api.GET('/api/v1/access/matrix', { params: { query: { asOf } }, signal })),
  });
  const units = (row: Row, role: AccountRole) =>
    row.roles.filter(each => each.role === role).map(each => (each.unit ? (nameOf(each.unit) ?? u.unitElsewhere) : u.everywhere));
  const name = (row: Row) => (
    <>
      <Link className="row-title" to={link(`/users/${row.account}`)}>
        {row.name ?? u.nameless}
      </Link>
      <span className="detail">{row.personName ?? u.noPerson}</span>
    </>
  );
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: u.name, width: 170, cell: name },
    ...ROLES.map(role => ({
      key: role,
      head: w.roles[role],
      width: 96,
      cell: (row: Row) => {
        const held = units(row, role);
        return held.length === 0 ? <span aria-label={w.app.none}>–</span> : held.map(each => <div key={each}>{each}</div>);
      },
    })),
    { key: 'state', head: w.plans.state, cell: row => <AccountStatus state={row.state} /> },
  ];
  return (
    <>
      <PageHead
        crumbs={[{ to: '/users', text: u.title }]}
        title={u.matrix}
        lead={u.matrixLead(day(asOf ?? today()))}
        actions={
          <>
            <ExportButton path={withQuery('/api/v1/access/matrix.xlsx', { asOf })} />
            <PrintButton />
          </>
        }
      />
      <UserTabs />
      <section className="panel" aria-label={u.matrix}>
        <DataTable
          what={u.rows}
          columns={columns}
          rows={query.data}
          rowKey={row => row.account}
          query={query}
          card={row => (
            <>
              <div className="card-top">
                <AccountStatus state={row.state} />
              </div>
              {name(row)}
              {ROLES.filter(role => row.roles.some(each => each.role === role)).map(role => (
                <span key={role}>
                  {w.roles[role]}
                  <span className="detail">{units(row, role).join(', ')}</span>
                </span>
              ))}
            </>
          )}
          empty={<EmptyState kind="none" title={u.noMatrix} detail={u.noMatrixDetail} />}
        />
      </section>
    </>
  );
}
