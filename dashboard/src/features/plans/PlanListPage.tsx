import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsOf, useLink } from '../../app/asOf';
import { day, unbroken } from '../../app/format';
import { useSession, useUnitName } from '../../app/session';
import { Bars } from '../../components/Bars';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, PrintButton, withQuery } from '../../components/ExportButton';
import { FilterBar, SelectFilter, TextFilter, useFilters, yearOptions } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { BeginDialog, DRAFTING } from './BeginDialog';
import { PlanStatus } from './PlanStatus';
import { cited, plansQuery, STATES, type PlanItem, type State } from './plans';

const isState = (text: string | undefined): text is State => STATES.some(each => each === text);

/** Done, open and overdue tasks of a plan, each figure with its list. */
function TaskBars({ plan }: { plan: PlanItem }) {
  const w = useWords();
  const link = useLink();
  const { done, open, overdue } = plan.tasks;
  const list = (state: string) => link(withQuery('/tasks', { plan: plan.id, state }));
  return (
    <Bars
      label={w.plans.tasks}
      segments={[
        { kind: 'ok', count: done, words: w.plans.done(done), to: list('DONE') },
        { kind: 'doing', count: open - overdue, words: w.plans.open(open - overdue), to: list('OPEN') },
        { kind: 'late', count: overdue, words: w.plans.overdue(overdue), to: list('OVERDUE') },
      ]}
    />
  );
}

/** Plans that concern the person, of their unit, or of all below it. */
export function PlanListPage() {
  const w = useWords();
  const link = useLink();
  const [asOf] = useAsOf();
  const { post, may } = useSession();
  const unitName = useUnitName(post?.unit);
  const filters = useFilters(['year', 'state', 'whose', 'q']);
  const paging = usePaging();
  const [begin, setBegin] = useState(false);
  const { year, state, whose, q } = filters.values;
  const asked = {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(isState(state) ? { state } : {}),
    ...(whose === 'own' && post !== undefined ? { unit: post.unit } : {}),
    ...(whose === 'below' && post !== undefined ? { under: post.unit } : {}),
    ...(q === undefined ? {} : { q }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const query = useQuery(
    plansQuery({ ...asked, limit: paging.limit, ...(paging.cursor === undefined ? {} : { cursor: paging.cursor }) }),
  );
  const number = (plan: PlanItem) => (
    <Link className="row-title nowrap" to={link(`/plans/${plan.id}`)}>
      {unbroken(plan.documentNumber)}
    </Link>
  );
  const above = (plan: PlanItem) =>
    plan.implementsDocuments.map(each => (
      <span key={each.number ?? each.type} className="detail">
        {each.plan ? <Link to={link(`/plans/${each.plan}`)}>{each.number ?? each.type}</Link> : cited(each, w)}
      </span>
    ));
  const columns: readonly Column<PlanItem>[] = [
    {
      key: 'number',
      head: w.plans.documentNumber,
      width: 140,
      date: true,
      cell: plan => (
        <>
          {number(plan)}
          <span className="detail date">{day(plan.issueDate)}</span>
        </>
      ),
    },
    {
      key: 'title',
      head: w.plans.name,
      width: 280,
      main: true,
      cell: plan => (
        <>
          {plan.title ?? w.plans.untitled}
          <span className="detail">{plan.issuer.name}</span>
        </>
      ),
    },
    { key: 'year', head: w.plans.year, number: true, cell: plan => plan.year },
    { key: 'above', head: w.plans.implements, width: 150, cell: above },
    {
      key: 'tasks',
      head: (
        <>
          {w.plans.tasks}
          <span className="detail">{w.plans.tasksParts}</span>
        </>
      ),
      width: 190,
 cell: plan => <TaskBars plan={plan} />,
    },
    {
      key: 'state',
      head: w.plans.state,
      width: 140,
      cell: plan => (
        <>
          <PlanStatus state={plan.state} />
          {plan.version > 1 && <span className="detail">{w.plans.version(plan.version)}</span>}
        </>
      ),
    },
  ];
  const mayDraft = may(DRAFTING);
  const beginButton = (
    <ReasonedButton type="primary" reason={mayDraft ? undefined : w.plans.mayNotDraft} onClick={() => setBegin(true)}>
      {w.plans.begin}
    </ReasonedButton>
  );
  return (
    <>
      <PageHead
        title={w.plans.title}
        lead={w.plans.lead(unitName)}
        actions={
          <>
            <ExportButton path={withQuery('/api/v1/plan/plans.xlsx', asked)} />
            <PrintButton />
            {beginButton}
          </>
        }
      />
      <section className="panel" aria-label={w.plans.title}>
        <FilterBar filters={filters}>
          <SelectFilter label={w.plans.year} value={year} options={yearOptions()} onChange={value => filters.set('year', value)} />
          <SelectFilter
            label={w.plans.whose}
            value={whose}
            all={w.plans.concerning}
            options={[
              { value: 'own', text: w.plans.own },
              { value: 'below', text: w.plans.below },
            ]}
            onChange={value => filters.set('whose', value)}
          />
          <SelectFilter
            label={w.plans.state}
            value={state}
            options={STATES.map(each => ({ value: each, text: w.plans.states[each] }))}
            onChange={value => filters.set('state', value)}
          />
          <TextFilter label={w.plans.words} placeholder={w.plans.wordsHint} value={q} onChange={value => filters.set('q', value)} />
        </FilterBar>
        <DataTable
          what={w.plans.rows}
          columns={columns}
          rows={query.data?.items}
          next={query.data?.next}
          paging={paging}
          rowKey={plan => plan.id}
          query={query}
          card={plan => (
            <>
              <div className="card-top">
                <PlanStatus state={plan.state} />
                <span className="small date">{day(plan.issueDate)}</span>
              </div>
              {number(plan)}
              <span>{plan.title ?? w.plans.untitled}</span>
              <span className="detail">{plan.issuer.name}</span>
              <TaskBars plan={plan} />
            </>
          )}
          empty={
            filters.count > 0 ? (
              <EmptyState kind="match" title={w.filters.noMatch(w.plans.rows)} detail={w.filters.noMatchDetail}>
                <Button onClick={filters.clear}>{w.filters.clear}</Button>
              </EmptyState>
            ) : (
              <EmptyState kind="none" title={w.plans.none} detail={w.plans.noneDetail(unitName)} />
            )
          }
        />
      </section>
      {begin && <BeginDialog onClose={() => setBegin(false)} />}
    </>
  );
}
