import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useAsOf, useLink } from '../../app/asOf';
import { today, unbroken } from '../../app/format';
import { useSession, useUnitName } from '../../app/session';
import { PercentBar } from '../../components/Bars';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, PrintButton, withQuery } from '../../components/ExportButton';
import { FilterBar, SelectFilter, TextFilter, useFilters, yearOptions } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { TaskStatus } from '../../components/Status';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { isMonth } from './month';
import { QuarterBoard } from './QuarterBoard';
import { TaskCalendar } from './TaskCalendar';
import { coordinators, days, leads, tasksQuery, WANTED, type TaskItem, type Wanted } from './tasks';

const isWanted = (text: string | undefined): text is Wanted => WANTED.some(each => each === text);

/** Tasks within reach as a table or by quarter; filters stand in the address. */
export function TaskListPage() {
  const w = useWords();
  const t = w.tasks;
  const link = useLink();
  const navigate = useNavigate();
  const [asOf] = useAsOf();
  const { post } = useSession();
  const filters = useFilters(['year', 'quarter', 'state', 'whose', 'q', 'plan', 'unit', 'under']);
  const { year, quarter, state, whose, q, plan, unit, under } = filters.values;
  const views = useFilters(['view', 'month']);
  const { view } = views.values;
  const isCalendar = view === 'calendar';
  const month = isMonth(views.values.month) ? views.values.month : (asOf ?? today()).slice(0, 7);
  const paging = usePaging(view === 'quarters' || isCalendar ? 200 : 50);
  const named = unit ?? under ?? (whose === undefined ? undefined : post?.unit);
  const unitName = useUnitName(named ?? post?.unit);
  const asked = {
    // a month says its year and quarter
    ...(isCalendar ? { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) } : {}),
    ...(year === undefined || isCalendar ? {} : { year: Number(year) }),
    ...(quarter === undefined || isCalendar ? {} : { quarter: Number(quarter) }),
    ...(isWanted(state) ? { state } : {}),
    ...(q === undefined ? {} : { q }),
    ...(plan === undefined ? {} : { plan }),
    ...(unit !== undefined ? { unit } : under !== undefined ? { under } : {}),
    ...(unit === undefined && under === undefined && whose === 'own' && post !== undefined ? { unit: post.unit } : {}),
    ...(unit === undefined && under === undefined && whose === 'below' && post !== undefined ? { under: post.unit } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const query = useQuery(
    tasksQuery({ ...asked, limit: paging.limit, ...(paging.cursor === undefined ? {} : { cursor: paging.cursor }) }),
  );
  const rows = query.data?.items;
  const urgent = rows?.find(each => each.overdue);
  const to = (task: TaskItem) => link(`/tasks/${task.plan}/${task.n}`);
  const title = (task: TaskItem) => (
    <Link className="row-title" to={to(task)}>
      {task.text}
    </Link>
  );
  const status = (task: TaskItem) => (
    <TaskStatus state={task.state} overdue={task.overdue} daysLeft={task.daysLeft} percent={task.percent} />
  );
  const button = (task: TaskItem) => (
    <Button
      type={task === urgent ? 'primary' : 'default'}
      aria-label={`${task.state === 'OPEN' ? w.home.report : t.see}: ${task.text}`}
      onClick={() => void navigate(to(task))}
    >
      {task.state === 'OPEN' ? w.home.report : t.see}
    </Button>
  );
  const columns: readonly Column<TaskItem>[] = [
    { key: 'n', head: w.plans.ordinal, number: true, cell: task => task.ordinal ?? task.n },
    {
      key: 'text',
      head: w.plans.text,
      main: true,
      width: 240,
      cell: task => (
        <>
          {title(task)}
          <span className="detail">
            <Link to={link(`/plans/${task.plan}`)}>{w.plans.numbered(unbroken(task.documentNumber))}</Link> · {task.issuer.name}
          </span>
        </>
      ),
    },
    {
      key: 'who',
      head: t.who,
      width: 150,
      cell: task => (
        <>
          {leads(task)}
          {task.coordinators.length > 0 && <span className="detail">{w.plans.with(coordinators(task))}</span>}
        </>
      ),
    },
    {
      key: 'when',
      head: w.plans.when,
      width: 150,
      cell: task => (
        <>
          {task.deadlineText}
          <span className="detail date">{days(task, w)}</span>
        </>
      ),
    },
    { key: 'state', head: w.plans.state, width: 130, cell: status },
    {
      key: 'percent',
      head: w.plans.percent,
      width: 110,
      cell: task => <PercentBar percent={task.percent} late={task.overdue} />,
    },
    { key: 'act', head: w.home.act, actions: true, cell: button },
  ];
  const empty =
    filters.count > 0 ? (
      <EmptyState kind="match" title={w.filters.noMatch(t.rows)} detail={w.filters.noMatchDetail}>
        <Button onClick={filters.clear}>{w.filters.clear}</Button>
      </EmptyState>
    ) : (
      <EmptyState kind="none" title={t.none} detail={t.noneDetail(unitName)} />
    );
  return (
    <>
      <PageHead
        title={t.title}
        lead={plan !== undefined && rows?.[0] !== undefined ? w.plans.numbered(rows[0].documentNumber) : t.lead(unitName)}
        actions={
          <>
            <ExportButton path={withQuery('/api/v1/plan/tasks.xlsx', asked)} />
            <PrintButton />
          </>
        }
      />
      <section className="panel" aria-label={t.title}>
        <FilterBar filters={filters}>
          <SelectFilter
            label={t.view}
            all={t.table}
            value={view}
            options={[
              { value: 'quarters', text: t.quarters },
              { value: 'calendar', text: t.calendar },
            ]}
            onChange={value => views.set('view', value)}
          />
          {!isCalendar && (
            <>
              <SelectFilter label={w.plans.year} value={year} options={yearOptions()} onChange={value => filters.set('year', value)} />
              <SelectFilter
                label={t.quarter}
                value={quarter}
                options={['1', '2', '3', '4', '0'].map(each => ({ value: each, text: t.quarterName(Number(each)) }))}
                onChange={value => filters.set('quarter', value)}
              />
            </>
          )}
          <SelectFilter
            label={w.plans.whose}
            all={t.concerning}
            value={whose}
            options={[
              { value: 'own', text: t.own },
              { value: 'below', text: t.below },
            ]}
            onChange={value => filters.set('whose', value)}
          />
          <SelectFilter
            label={w.plans.state}
            value={state}
            options={WANTED.map(each => ({ value: each, text: t.states[each] }))}
            onChange={value => filters.set('state', value)}
          />
          <TextFilter label={t.words} placeholder={t.wordsHint} value={q} onChange={value => filters.set('q', value)} />
        </FilterBar>
        {isCalendar && rows !== undefined ? (
          <TaskCalendar
            tasks={rows}
            month={month}
            more={(query.data?.next ?? null) !== null}
            to={to}
            onMonth={next => views.set('month', next)}
          />
        ) : view === 'quarters' && rows !== undefined && rows.length > 0 ? (
          <QuarterBoard tasks={rows} to={to} />
        ) : (
          <DataTable
            what={t.rows}
            columns={columns}
            rows={rows}
            next={query.data?.next}
            paging={paging}
            rowKey={task => `${task.plan}/${task.n}`}
            query={query}
            card={task => (
              <>
                <div className="card-top">
                  {status(task)}
                  <span className="small">{w.plans.task(task.ordinal ?? String(task.n))}</span>
                </div>
                {title(task)}
                <span className="detail">{t.leadBy(leads(task))}</span>
                <span className="detail">{[task.deadlineText, days(task, w)].filter(Boolean).join(' · ')}</span>
                <PercentBar percent={task.percent} late={task.overdue} />
                {button(task)}
              </>
            )}
            empty={empty}
          />
        )}
      </section>
    </>
  );
}
