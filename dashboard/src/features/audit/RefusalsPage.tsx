import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { moment } from '../../app/format';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { useUnitNames } from '../users/users';
import { isContext, refusalsQuery, useActorNames, type Refusal } from './audit';
import { AuditFilters } from './AuditFilters';
import { AuditTabs } from './AuditTabs';

/** What was asked for and refused: the latest first. */
export function RefusalsPage() {
  const w = useWords();
  const a = w.audit;
  const filters = useFilters(['context', 'unit', 'actor']);
  const { unit, actor } = filters.values;
  const context = isContext(filters.values.context) ? filters.values.context : 'plan';
  const paging = usePaging();
  const unitName = useUnitNames();
  const actorName = useActorNames();
  const query = useQuery(refusalsQuery(context, { unit, actor, limit: paging.limit, cursor: paging.cursor }));
  const who = (row: Refusal) => actorName(row.actor) ?? a.unknownActor(row.actor);
  const where = (row: Refusal) => [...new Set(row.units.map(each => unitName(each) ?? w.users.unitElsewhere))].join(', ');
  const why = (row: Refusal) => (
    <>
      {row.status} · {row.code}
    </>
  );
  const columns: readonly Column<Refusal>[] = [
    { key: 'at', head: a.when, date: true, width: 140, cell: row => moment(row.at) },
    { key: 'what', head: a.refusedWhat, main: true, width: 260, cell: row => <code className="small">{row.endpoint}</code> },
    { key: 'why', head: a.why, width: 170, cell: why },
    { key: 'who', head: a.who, width: 180, cell: who },
    { key: 'where', head: a.where, width: 170, cell: where },
  ];
  return (
    <>
      <PageHead crumbs={[{ to: '/audit', text: a.title }]} title={a.refused} />
      <AuditTabs />
      <section className="panel" aria-label={a.refused}>
        <AuditFilters filters={filters} context={context} />
        <DataTable
          what={a.rows}
          columns={columns}
          rows={query.data?.items}
          next={query.data?.next}
          paging={paging}
          rowKey={row => row.id}
          query={query}
          card={row => (
            <>
              <span className="small date">{moment(row.at)}</span>
              <code className="small">{row.endpoint}</code>
              <strong>{why(row)}</strong>
              <span className="detail">{who(row)}</span>
            </>
          )}
          empty={
            filters.values.unit !== undefined || filters.values.actor !== undefined ? (
              <EmptyState kind="match" title={w.filters.noMatch(a.rows)} detail={w.filters.noMatchDetail}>
                <Button onClick={filters.clear}>{w.filters.clear}</Button>
              </EmptyState>
            ) : (
              <EmptyState kind="none" title={a.noRefusals} detail={a.noRefusalsDetail} />
            )
          }
        />
      </section>
    </>
  );
}
