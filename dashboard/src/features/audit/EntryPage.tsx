import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { moment } from '../../app/format';
import type { Role } from '../../app/session';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import { useWords, type Words } from '../../words';
import { useUnitNames } from '../users/users';
import { changed, entryQuery, eventName, isContext, useActorNames, type EntryDetail } from './audit';

/** "LEADER@<unit>" in words. */
function postName(post: string, unitName: (unit: string) => string | undefined, w: Words): string {
  const [role = '', unit = ''] = post.split('@');
  const names: Partial<Record<string, string>> = w.roles satisfies Record<Role, string>;
  return [names[role] ?? role, unitName(unit)].filter(Boolean).join(' · ');
}

/** A value of more lines is opened by whoever wants to read it. */
const SHORT = 12;

function Changes({ changes }: { changes: EntryDetail['changes'] }) {
  const w = useWords();
  const a = w.audit;
  const { rows, same } = changed(changes);
  const value = (text: string | undefined) => {
    if (text === undefined) {
      return <em className="small">{a.empty}</em>;
    }
    const lines = text.split('\n').length;
    return lines <= SHORT ? (
      <span className="value">{text}</span>
    ) : (
      <details>
        <summary>{a.lines(lines)}</summary>
        <span className="value">{text}</span>
      </details>
    );
  };
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes" className="panel-title">
        {a.changes}
      </h2>
      {rows.length === 0 ? (
        <p className="panel-pad">{a.nothing}</p>
      ) : (
        <div className="table-scroll compare" role="region" aria-label={w.table.region(a.changes)} tabIndex={0}>
          <table>
            <caption className="unseen">{a.changes}</caption>
            <thead>
              <tr>
                <th scope="col">{a.field}</th>
                <th scope="col">{a.before}</th>
                <th scope="col">{a.after}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(each => (
                <tr key={each.field}>
                  <th scope="row">
                    <code>{each.field}</code>
                  </th>
                  <td>{value(each.before)}</td>
                  <td>{value(each.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {same > 0 && <p className="panel-pad small">{a.unchanged(same)}</p>}
    </section>
  );
}

/** One act: who, when, for whom, and what it changed. */
export function EntryPage() {
  const w = useWords();
  const a = w.audit;
  const { context = '', id = '' } = useParams();
  const unitName = useUnitNames();
  const actorName = useActorNames();
  const known = isContext(context);
  const query = useQuery({ ...entryQuery(known ? context : 'plan', id), enabled: known });
  const crumbs = [{ to: known ? `/audit?context=${context}` : '/audit', text: a.title }];
  if (!known) {
    return <EmptyState kind="match" level={1} title={w.errors.notFound} detail={w.errors.notFoundDetail} />;
  }
  if (query.data === undefined) {
    return (
      <>
        <PageHead title={a.one} crumbs={crumbs} />
        {query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={a.rows} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  }
  const { entry, changes } = query.data;
  const person = (actor: string) => actorName(actor) ?? a.unknownActor(actor);
  const facts: [string, React.ReactNode][] = [
    [a.when, <span className="date">{moment(entry.at)}</span>],
    [a.who, entry.actingFor ? `${person(entry.actor)}, ${a.forWhom(person(entry.actingFor))}` : person(entry.actor)],
    ...(entry.posts.length > 0 ? [[a.posts, entry.posts.map(each => postName(each, unitName, w)).join('; ')] as [string, React.ReactNode]] : []),
    ...(entry.unit ? [[a.where, <Link to={`/units/${entry.unit}`}>{unitName(entry.unit) ?? w.users.unitElsewhere}</Link>] as [string, React.ReactNode]] : []),
    [a.number, <span className="date">{entry.position}</span>],
    [a.request, <code className="small">{entry.request}</code>],
  ];
  return (
    <>
      <PageHead
        crumbs={crumbs}
        title={eventName(entry.event, w)}
        lead={a.contexts[context]}
        actions={
          <>
            {entry.aggregate && <Link to={`/audit?context=${context}&aggregate=${entry.aggregate}`}>{a.sameObject}</Link>}
            <Link to={`/audit?context=${context}&correlation=${entry.correlation}`}>{a.sameRequest}</Link>
          </>
        }
      />
      <section className="panel panel-pad" aria-labelledby="entry">
        <h2 id="entry">{a.facts}</h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} className="fact-line">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Changes changes={changes} />
    </>
  );
}
