import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, read, type Schema } from '../../api/client';
import { useAsOf, useLink } from '../../app/asOf';
import { day, daysBetween } from '../../app/format';
import { Bars } from '../../components/Bars';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, withQuery } from '../../components/ExportButton';
import { Fault } from '../../components/Fault';
import { FilterBar, SelectFilter, useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { Status } from '../../components/Status';
import { useWords } from '../../words';
import { plansQuery } from '../plans/plans';

type Node = Schema<'CascadeNode'>;

function useCascade(plan: string | undefined, asOf: string | undefined) {
  return useQuery({
    queryKey: ['plan', 'cascade', plan, asOf],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/plan/plans/{id}/cascade', {
          params: { path: { id: plan ?? '' }, query: asOf === undefined ? {} : { asOf } },
          signal,
        }),
      ),
    enabled: plan !== undefined,
  });
}

function NodeStatus({ node }: { node: Node }) {
  const w = useWords();
  switch (node.state) {
    case 'ISSUED':
      return (
        <Status family="ok" icon="tick">
          {w.status.issued}
        </Status>
      );
    case 'DRAFT':
      return (
        <Status family="info" icon="sheet">
          {w.status.draft}
        </Status>
      );
    case 'NONE':
      return (
        <Status family="idle" icon="ring">
          {w.status.unanswered}
        </Status>
      );
  }
}

/** A unit's answer; opened, the answers to it. `issued` is the day of the plan that it answers. */
function Branch({ node, level, asOf, issued }: { node: Node; level: number; asOf: string | undefined; issued: string | undefined }) {
  const w = useWords();
  const c = w.cascade;
  const link = useLink();
  const [open, setOpen] = useState(false);
  const below = useCascade(open ? node.plan?.id : undefined, asOf);
  const canOpen = node.state === 'ISSUED' && node.plan !== undefined && node.plan !== null;
  return (
    <>
      <tr>
        <td style={{ paddingLeft: 20 + level * 24 }}>
          {canOpen ? (
            <button type="button" className="sort" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />} {node.unit.name}
            </button>
          ) : (
            node.unit.name
          )}
          {node.possible.map(each => (
            <span key={each.id} className="detail">
              {c.possible} <Link to={link(`/plans/${each.id}`)}>{each.number ?? day(each.issued)}</Link>
            </span>
          ))}
        </td>
        <td>{node.plan ? <Link to={link(`/plans/${node.plan.id}`)}>{node.plan.number ?? c.noNumber}</Link> : c.noPlan}</td>
        <td>
          <NodeStatus node={node} />
        </td>
        <td className="date">{day(node.since)}</td>
        <td>{node.state !== 'ISSUED' ? c.waiting(node.days) : issued !== undefined && c.after(daysBetween(issued, node.since))}</td>
      </tr>
      {open && below.data === undefined && (
        <tr>
          <td colSpan={5}>{below.error === null ? w.app.loading : w.errors.loading(c.rows)}</td>
        </tr>
      )}
      {open && below.data?.units.length === 0 && (
        <tr>
          <td colSpan={5} className="small" style={{ paddingLeft: 44 + level * 24 }}>
            {c.nobody}
          </td>
        </tr>
      )}
      {open && below.data?.units.map(each => (
        <Branch key={each.unit.id} node={each} level={level + 1} asOf={asOf} issued={node.plan?.issued} />
      ))}
    </>
  );
}

/** Who has answered a plan, since when, tier by tier. */
export function CascadePage() {
  const w = useWords();
  const c = w.cascade;
  const [asOf] = useAsOf();
  const filters = useFilters(['plan']);
  const plans = useQuery(plansQuery({ limit: 50, ...(asOf === undefined ? {} : { asOf }) }));
  // nobody answers the plan of a lowest unit: what others implement comes first
  const cited = new Set(plans.data?.items.flatMap(each => each.implementsDocuments.map(document => document.plan)));
  const first = plans.data?.items.find(each => cited.has(each.id) && each.implementsDocuments.length === 0) ?? plans.data?.items[0];
  const chosen = filters.values.plan ?? first?.id;
  const issued = plans.data?.items.find(each => each.id === chosen)?.issueDate;
  const query = useCascade(chosen, asOf);
  const units = query.data?.units;
  const count = (state: Node['state']) => units?.filter(each => each.state === state).length ?? 0;
  if (plans.data?.items.length === 0) {
    return <EmptyState kind="none" level={1} title={w.plans.none} detail={c.noPlans} />;
  }
  return (
    <>
      <PageHead
        title={c.title}
        lead={units === undefined ? ' ' : c.lead(units.length)}
        actions={chosen !== undefined && <ExportButton path={withQuery(`/api/v1/plan/plans/${chosen}/cascade.xlsx`, { asOf })} />}
      />
      <section className="panel" aria-label={c.title}>
        <FilterBar filters={{ count: 0, clear: filters.clear }}>
          <SelectFilter
            label={c.from}
            all={null}
            value={chosen}
            options={(plans.data?.items ?? []).map(each => ({
              value: each.id,
              text: `${each.documentNumber}, ${each.issuer.name}, ${day(each.issueDate)}`,
            }))}
            onChange={value => filters.set('plan', value)}
          />
          {units !== undefined && units.length > 0 && (
            <div className="cascade-sum">
              <Bars
                label={c.title}
                segments={[
                  { kind: 'ok', count: count('ISSUED'), words: c.issued(count('ISSUED')) },
                  { kind: 'doing', count: count('DRAFT'), words: c.drafts(count('DRAFT')) },
                  { kind: 'idle', count: count('NONE'), words: c.unanswered(count('NONE')) },
                ]}
              />
              <span className="small">
                {c.issued(count('ISSUED'))}, {c.drafts(count('DRAFT'))}, {c.unanswered(count('NONE'))}
              </span>
            </div>
          )}
        </FilterBar>
        {query.error !== null ? (
          <Fault error={query.error} what={c.rows} onRetry={() => void query.refetch()} />
        ) : units === undefined ? (
          <div className="table-wait">{w.app.loading}</div>
        ) : units.length === 0 ? (
          <EmptyState kind="none" title={c.nobody} detail={c.nobodyDetail} />
        ) : (
          <div className="table-scroll compare" role="region" tabIndex={0} aria-label={w.table.region(c.title)}>
            <table>
              <caption className="unseen">{c.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{w.units.title}</th>
                  <th scope="col">{w.plans.title}</th>
                  <th scope="col">{w.plans.state}</th>
                  <th scope="col">{c.since}</th>
                  <th scope="col">{c.time}</th>
                </tr>
              </thead>
              <tbody>
                {units.map(each => (
                  <Branch key={each.unit.id} node={each} level={0} asOf={asOf} issued={issued} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {query.data !== undefined && query.data.others > 0 && <p className="panel-pad small">{c.others(query.data.others)}</p>}
      </section>
    </>
  );
}
