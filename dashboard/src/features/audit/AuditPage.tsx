import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { moment } from '../../app/format';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { PrintButton } from '../../components/ExportButton';
import { useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { useUnitNames } from '../users/users';
import { auditQuery, eventName, isContext, useActorNames, type Entry } from './audit';
import { AuditFilters } from './AuditFilters';
import { AuditTabs } from './AuditTabs';

/** Who did what, when and for whom: the latest first. */
export function AuditPage() {
  const w = useWords();
  const a = w.audit;
  const filters = useFilters(['context', 'unit', 'actor', 'aggregate', 'correlation']);
  const { unit, actor, aggregate, correlation } = filters.values;
  const context = isContext(filters.values.context) ? filters.values.context : 'plan';
  const paging = usePaging();
  const unitName = useUnitNames();
  const actorName = useActorNames();
  const query = useQuery(auditQuery(context, { unit, actor, aggregate, correlation, limit: paging.limit, cursor: paging.cursor }));
  const name = (entry: Entry) => (
    <Link className="row-title" to={`/audit/${context}/${entry.id}`}>
      {eventName(entry.event, w)}
    </Link>
  );
  const who = (entry: Entry) => (
    <>
      {actorName(entry.actor) ?? a.unknownActor(entry.actor)}
      {entry.actingFor && <span className="detail">{a.forWhom(actorName(entry.actingFor) ?? a.unknownActor(entry.actingFor))}</span>}
    </>
  );
  const where = (entry: Entry) => (entry.unit ? (unitName(entry.unit) ?? w.users.unitElsewhere) : '');
  const columns: readonly Column<Entry>[] = [
    { key: 'at', head: a.when, date: true, width: 140, cell: entry => moment(entry.at) },
    { key: 'what', head: a.what, main: true, width: 240, cell: name },
    { key: 'who', head: a.who, width: 200, cell: who },
    { key: 'where', head: a.where, width: 180, cell: where },
  ];
  const only = aggregate !== undefined ? a.onlyObject : correlation !== undefined ? a.onlyRequest : undefined;
  return (
    <>
      <PageHead title={a.title} lead={a.lead} actions={<PrintButton />} />
      <AuditTabs />
      {only !== undefined && (
        <p className="note">
          {only}{' '}
          <Button
            size="small"
            onClick={() => {
              filters.set('aggregate', undefined);
              filters.set('correlation', undefined);
            }}
          >
            {a.showAll}
          </Button>
        </p>
      )}
      <section className="panel" aria-label={a.accepted}>
        <AuditFilters filters={filters} context={context} />
        <DataTable
          what={a.rows}
          columns={columns}
          rows={query.data?.items}
          next={query.data?.next}
          paging={paging}
          rowKey={entry => entry.id}
          query={query}
          card={entry => (
            <>
              <span className="small date">{moment(entry.at)}</span>
              {name(entry)}
              <span>{who(entry)}</span>
              <span className="detail">{where(entry)}</span>
            </>
          )}
          empty={
            filters.count > 0 ? (
              <EmptyState kind="match" title={w.filters.noMatch(a.rows)} detail={w.filters.noMatchDetail}>
                <Button onClick={filters.clear}>{w.filters.clear}</Button>
              </EmptyState>
            ) : (
              <EmptyState kind="none" title={a.none} detail={a.noneDetail} />
            )
          }
        />
      </section>
    </>
  );
}
