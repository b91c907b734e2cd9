import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAsOf, useLink } from '../../app/asOf';
import { day } from '../../app/format';
import { useSession } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, withQuery } from '../../components/ExportButton';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import { Status } from '../../components/Status';
import { useWords } from '../../words';
import { Holders } from './Holders';
import { UnitActs } from './UnitActs';
import { acts, CHANGING, childrenQuery, historyQuery, mayChange, unitQuery, type Unit, type UnitNode } from './units';

function Children({ unit }: { unit: Unit }) {
  const w = useWords();
  const link = useLink();
  const [asOf] = useAsOf();
  const query = useQuery(childrenQuery(unit.id, asOf));
  const name = (child: UnitNode) => (
    <Link className="row-title" to={link(`/units/${child.id}`)}>
      {child.name}
    </Link>
  );
  const columns: readonly Column<UnitNode>[] = [
    { key: 'name', head: w.units.name, main: true, width: 220, cell: name },
    { key: 'code', head: w.units.code, cell: child => <span className="nowrap">{child.code}</span> },
    { key: 'kind', head: w.units.kind, cell: child => w.units.kinds[child.kind] },
  ];
  return (
    <section className="panel" aria-labelledby="children">
      <h2 id="children" className="panel-title">
        {w.units.children}
      </h2>
      <DataTable
        what={w.units.rows}
        columns={columns}
        rows={query.data?.units}
        rowKey={child => child.id}
        query={query}
        card={child => (
          <>
            {name(child)}
            <span className="detail">
              {w.units.kinds[child.kind]} · {child.code}
            </span>
          </>
        )}
        empty={<EmptyState kind="none" title={w.units.noChildren} detail={w.units.noChildrenDetail(unit.name)} />}
      />
    </section>
  );
}

/** Names, places and acts, the latest first. */
function Past({ unit }: { unit: Unit }) {
  const w = useWords();
  const link = useLink();
  const query = useQuery(historyQuery(unit.id));
  return (
    <section className="panel panel-pad" aria-labelledby="past">
      <h2 id="past">{w.units.history}</h2>
      {query.data === undefined ? (
        query.error === null ? (
          <p>{w.app.loading}</p>
        ) : (
          <Fault error={query.error} what={w.units.history} onRetry={() => void query.refetch()} />
        )
      ) : (
        <ol className="timeline">
          {acts(query.data, w).map(act => (
            <li key={`${act.from} ${act.text}`}>
              <span className="date small">{day(act.from)}</span>
              <span>
                {act.text}
                {act.units.map((each, index) => (
                  <span key={each.id}>
                    {index > 0 && ','} <Link to={link(`/units/${each.id}`)}>{each.name}</Link>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Facts({ unit }: { unit: Unit }) {
  const w = useWords();
  const u = w.units;
  const link = useLink();
  const rows: [string, React.ReactNode][] = [
    [u.kind, u.kinds[unit.kind]],
    [u.code, <span className="nowrap">{unit.code}</span>],
    [u.parent, unit.parent ? <Link to={link(`/units/${unit.parent.id}`)}>{unit.parent.name}</Link> : u.atTop],
    [u.from, day(unit.from)],
    ...(unit.until ? [[u.until, day(unit.until)] as [string, React.ReactNode]] : []),
    ...(unit.successor ? [[u.successor, <Link to={link(`/units/${unit.successor.id}`)}>{unit.successor.name}</Link>] as [string, React.ReactNode]] : []),
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

/** A unit as of a day: what it is, what is below it, what it went through, who holds posts in it. */
export function UnitPage() {
  const w = useWords();
  const u = w.units;
  const link = useLink();
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const [asOf] = useAsOf();
  const { manages } = useSession();
  const query = useQuery(unitQuery(id, asOf));
  const crumbs = [{ to: '/units', text: u.title }];
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
  const { body: unit, etag } = query.data;
  const isPeople = params.get('view') === 'people';
  const show = (view: string | undefined) =>
    setParams(before => {
      const after = new URLSearchParams(before);
      for (const name of ['view', 'cursor', 'below', 'kind']) {
        after.delete(name);
      }
      if (view !== undefined) {
        after.set('view', view);
      }
      return after;
    });
  return (
    <>
      <PageHead
        crumbs={unit.parent ? [...crumbs, { to: `/units/${unit.parent.id}`, text: unit.parent.name }] : crumbs}
        title={unit.name}
        lead={
          <>
            {u.kinds[unit.kind]} · {u.codeOf(unit.code)} ·{' '}
            {unit.exists ? (
              <Status family="ok" icon="tick" plain>
                {u.stands}
              </Status>
            ) : (
              <Status family="idle" icon="stop" plain>
                {u.notOn(day(unit.asOf))}
              </Status>
            )}
          </>
        }
        actions={
          <>
            <Link to={link(`/tasks?unit=${unit.id}`)}>{u.toTasks}</Link>
            <ExportButton path={withQuery('/api/v1/organization/tree.xlsx', { asOf, root: unit.id })} />
          </>
        }
      />
      <nav className="tabs" aria-label={u.one}>
        <button type="button" aria-current={!isPeople} onClick={() => show(undefined)}>
          {u.infoTab}
        </button>
        <button type="button" aria-current={isPeople} onClick={() => show('people')}>
          {u.peopleTab}
        </button>
      </nav>
      {isPeople ? (
        <Holders unit={unit} />
      ) : (
        <div className="columns">
          <div>
            <Children unit={unit} />
            <Past unit={unit} />
          </div>
          <div>
            <Facts unit={unit} />
            <UnitActs unit={unit} etag={etag} reason={mayChange(unit, asOf, manages(CHANGING), w)} />
          </div>
        </div>
      )}
    </>
  );
}
