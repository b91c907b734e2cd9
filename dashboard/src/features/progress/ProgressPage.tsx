import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, read, type Schema } from '../../api/client';
import { useAsOf, useLink } from '../../app/asOf';
import { day, figure, today } from '../../app/format';
import { useSession, useUnitName } from '../../app/session';
import { Bars } from '../../components/Bars';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, PrintButton, withQuery } from '../../components/ExportButton';
import { FilterBar, SelectFilter, useFilters, yearOptions } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { Status } from '../../components/Status';
import { useWords } from '../../words';

type Figures = Schema<'ProgressFigures'>;
type UnitProgress = Schema<'UnitProgress'>;

/** The list behind a figure: the API names its own address, the page has one with the same filters. */
function listOf(address: string): string {
  return `/tasks${address.includes('?') ? address.slice(address.indexOf('?')) : ''}`;
}

function QuarterBars({ figures, label }: { figures: Figures | undefined; label: string }) {
  const w = useWords();
  if (figures === undefined) {
    return <Bars segments={[]} />;
  }
  const { done, open, overdue } = figures;
  return (
    <Bars
      label={label}
      segments={[
        { kind: 'ok', count: done.value, words: w.plans.done(done.value), to: listOf(done.tasks) },
        { kind: 'doing', count: open.value - overdue.value, words: w.plans.open(open.value - overdue.value), to: listOf(open.tasks) },
        { kind: 'late', count: overdue.value, words: w.plans.overdue(overdue.value), to: listOf(overdue.tasks) },
      ]}
    />
  );
}

/** By unit and quarter, in a table whose bars are its numbers; each opens the tasks behind it. */
export function ProgressPage() {
  const w = useWords();
  const p = w.progress;
  const link = useLink();
  const [asOf] = useAsOf();
  const { post } = useSession();
  const filters = useFilters(['year', 'unit']);
  const unit = filters.values.unit ?? post?.unit ?? '';
  const unitName = useUnitName(unit);
  const year = filters.values.year ?? (asOf ?? today()).slice(0, 4);
  const asked = { unit, year: Number(year), ...(asOf === undefined ? {} : { asOf }) };
  const query = useQuery({
    queryKey: ['plan', 'progress', asked],
    queryFn: ({ signal }) => read(api.GET('/api/v1/plan/progress', { params: { query: asked }, signal })),
  });
  const all = query.data?.all;
  const rows = query.data === undefined ? undefined : [...query.data.units, query.data.all];
  const percent = ({ done, total }: Figures) => (total.value === 0 ? '' : `${figure(Math.round((100 * done.value) / total.value))}%`);
  const late = ({ overdue }: Figures) =>
    overdue.value === 0 ? (
      '0'
    ) : (
      <Link to={listOf(overdue.tasks)}>
        <Status plain family="late" icon="clock">
          {overdue.value}
        </Status>
      </Link>
    );
  const name = (row: UnitProgress) =>
    row === all ? (
      <strong>{p.whole(unitName)}</strong>
    ) : row.below && row.unit.id !== unit ? (
      <Link to={link(withQuery('/progress', { unit: row.unit.id, year: filters.values.year }))}>{row.unit.name}</Link>
    ) : (
      p.itself(row.unit.name)
    );
  const quarterOf = (row: UnitProgress, quarter: number) => row.quarters.find(each => each.quarter === quarter);
  const columns: readonly Column<UnitProgress>[] = [
    { key: 'unit', head: w.units.title, width: 180, cell: name },
    ...[1, 2, 3, 4].map<Column<UnitProgress>>(quarter => ({
      key: `q${quarter}`,
      head: w.tasks.quarterName(quarter),
      width: 120,
      cell: row => <QuarterBars figures={quarterOf(row, quarter)} label={`${row.unit.name}, ${w.tasks.quarterName(quarter)}`} />,
    })),
    { key: 'late', head: w.tasks.states.OVERDUE, number: true, cell: row => late(row.year) },
    { key: 'done', head: p.done, number: true, cell: row => percent(row.year) },
  ];
  const counts = all?.year;
  return (
    <>
      <PageHead
        title={p.heading(year)}
        lead={p.lead(unitName, day(query.data?.asOf ?? asOf ?? today()))}
        actions={
          <>
            <PrintButton />
            <ExportButton path={withQuery('/api/v1/plan/progress.xlsx', asked)} />
          </>
        }
      />
      {counts === undefined ? (
        <div className="counts" />
      ) : (
        <ul className="counts">
          {(
            [
              ['total', counts.total, p.total, ''],
              ['done', counts.done, w.tasks.states.DONE, ''],
              ['open', counts.open, w.tasks.states.OPEN, ''],
              ['overdue', counts.overdue, w.tasks.states.OVERDUE, counts.overdue.value > 0 ? 'count-late' : ''],
            ] as const
          ).map(([key, each, text, family]) => (
            <li key={key}>
              <span className={`count ${family}`}>{each.value}</span>
              <span>
                {text}
                <br />
                {each.value > 0 && <Link to={listOf(each.tasks)}>{w.home.openList}</Link>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <section className="panel" aria-label={p.title}>
        <FilterBar filters={filters}>
          <SelectFilter label={w.plans.year} all={null} value={year} options={yearOptions()} onChange={value => filters.set('year', value)} />
          <p className="legend small">
            <span className="bar-ok" /> {w.tasks.states.DONE}
            <span className="bar-doing" /> {w.tasks.states.OPEN}
            <span className="bar-late" /> {w.tasks.states.OVERDUE}
          </p>
        </FilterBar>
        <DataTable
          what={p.rows}
          columns={columns}
          rows={counts?.total.value === 0 ? [] : rows}
          rowKey={row => `${row === all ? 'all' : row.below ? 'below' : 'own'} ${row.unit.id}`}
          rowClass={row => (row === all ? 'sum' : undefined)}
          query={query}
          card={row => (
            <>
              <div className="card-top">
                {name(row)}
                <span className="num">{percent(row.year)}</span>
              </div>
              <QuarterBars figures={row.year} label={row.unit.name} />
            </>
          )}
          empty={<EmptyState kind="none" title={p.none(year)} detail={p.noneDetail(unitName)} />}
        />
      </section>
    </>
  );
}
