import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, read } from '../../api/client';
import { useAsOf, useLink } from '../../app/asOf';
import { day } from '../../app/format';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import { useWords } from '../../words';

const MOST = 8;

interface Hit {
  key: string;
  to: string;
  text: string;
  detail: ReactNode;
}

/** Plans, tasks, units and people with the words that were asked for. */
export function SearchPage() {
  const w = useWords();
  const link = useLink();
  const [params] = useSearchParams();
  const [asOf] = useAsOf();
  const q = params.get('q')?.trim() ?? '';
  const on = asOf === undefined ? {} : { asOf };
  const enabled = q !== '';
  const [plans, tasks, units, people] = useQueries({
    queries: [
      {
        queryKey: ['plan', 'plans', 'search', q, asOf],
        enabled,
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Hit[]> =>
          (await read(api.GET('/api/v1/plan/plans', { params: { query: { q, limit: MOST, ...on } }, signal }))).items.map(each => ({
            key: each.id,
            to: `/plans/${each.id}`,
            text: `${each.documentNumber} · ${each.issuer.name}`,
            detail: [each.title, day(each.issueDate)].filter(Boolean).join(' · '),
          })),
      },
      {
        queryKey: ['plan', 'tasks', 'search', q, asOf],
        enabled,
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Hit[]> =>
          (await read(api.GET('/api/v1/plan/tasks', { params: { query: { q, limit: MOST, ...on } }, signal }))).items.map(each => ({
            key: `${each.plan}/${each.n}`,
            to: `/tasks/${each.plan}/${each.n}`,
            text: each.text,
            detail: w.home.task(each.ordinal ?? String(each.n), each.documentNumber),
          })),
      },
      {
        queryKey: ['organization', 'units', 'search', q, asOf],
        enabled,
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Hit[]> =>
          (await read(api.GET('/api/v1/organization/units', { params: { query: { search: q, limit: MOST, ...on } }, signal }))).items.map(
            each => ({ key: each.id, to: `/units/${each.id}`, text: each.name, detail: each.parent?.name ?? '' }),
          ),
      },
      {
        queryKey: ['organization', 'people', 'search', q],
        enabled,
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Hit[]> =>
          (
            await read(api.POST('/api/v1/organization/people/search', { params: { query: { limit: MOST } }, body: { words: q }, signal }))
          ).items.map(
            each => ({ key: each.id, to: `/people/${each.id}`, text: each.name ?? '', detail: each.unit?.name ?? '' }),
          ),
      },
    ],
  });
  if (!enabled) {
    return <EmptyState kind="match" level={1} title={w.search.nothingAsked} detail={w.search.nothingAskedDetail} />;
  }
  const sections = [
    { title: w.nav.plans, query: plans, more: `/plans?q=${encodeURIComponent(q)}` },
    { title: w.nav.tasks, query: tasks, more: `/tasks?q=${encodeURIComponent(q)}` },
    { title: w.nav.units, query: units, more: `/units?search=${encodeURIComponent(q)}` },
    { title: w.nav.people, query: people, more: `/people?search=${encodeURIComponent(q)}` },
  ];
  const nothing = sections.every(each => each.query.data?.length === 0);
  return (
    <>
      <PageHead title={w.search.title} lead={w.search.lead(q)} />
      {nothing && <EmptyState kind="match" title={w.search.nothing(q)} detail={w.search.nothingDetail} />}
      {sections.map(({ title, query, more }) => {
        const hits = query.data;
        if (query.error !== null) {
          return <Fault key={title} error={query.error} what={title.toLowerCase()} onRetry={() => void query.refetch()} />;
        }
        if (hits === undefined || hits.length === 0) {
          return null;
        }
        return (
          <section key={title} className="panel hits" aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {hits.map(hit => (
                <li key={hit.key}>
                  <Link to={link(hit.to)}>{hit.text}</Link>
                  <span className="detail">{hit.detail}</span>
                </li>
              ))}
            </ul>
            {hits.length === MOST && <Link to={link(more)}>{w.search.more}</Link>}
          </section>
        );
      })}
    </>
  );
}
