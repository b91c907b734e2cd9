import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useAsOf, useLink } from '../../app/asOf';
import { useSession } from '../../app/session';
import { PercentBar } from '../../components/Bars';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import { TaskStatus } from '../../components/Status';
import { useWords } from '../../words';
import { ExtensionAsk, ExtensionDecision } from './Extension';
import { ReportForm } from './ReportForm';
import { TaskHistory } from './TaskHistory';
import { coordinators, days, leads, REPORTING, DECIDING, taskQuery } from './tasks';

/** A task: what, who, until when, how it stands, what was recorded, and what can be done now. */
export function TaskPage() {
  const w = useWords();
  const t = w.tasks;
  const link = useLink();
  const { plan = '', n = '' } = useParams();
  const [asOf] = useAsOf();
  const { post, may } = useSession();
  const query = useQuery(taskQuery(plan, Number(n), asOf));
  if (query.data === undefined) {
    return (
      <>
        <PageHead title={t.one} crumbs={[{ to: '/tasks', text: t.title }]} />
        {query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={t.rows} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  }
  const { task, history } = query.data.body;
  const { etag } = query.data;
  const isOpen = task.state === 'OPEN' && asOf === undefined;
  const reports = isOpen && post !== undefined && may(REPORTING);
  return (
    <>
      <PageHead
        crumbs={[{ to: '/tasks', text: t.title }]}
        title={task.text}
        lead={
          <>
            {w.plans.task(task.ordinal ?? String(task.n))} ·{' '}
            <Link to={link(`/plans/${task.plan}`)}>{w.plans.numbered(task.documentNumber)}</Link> · {task.issuer.name}
          </>
        }
      />
      <div className="columns">
        <div>
          <section className="panel panel-pad" aria-label={t.one}>
            <TaskStatus state={task.state} overdue={task.overdue} daysLeft={task.daysLeft} percent={task.percent} />
            <dl className="facts">
              <dt>{w.plans.who}</dt>
              <dd>{leads(task) || w.app.none}</dd>
              <dt>{w.plans.withWho}</dt>
              <dd>{coordinators(task) || w.app.none}</dd>
              <dt>{w.plans.when}</dt>
              <dd>
                {task.deadlineText || w.app.none}
                <span className="detail date">{days(task, w)}</span>
              </dd>
              <dt>{w.plans.percent}</dt>
              <dd>
                <PercentBar percent={task.percent} late={task.overdue} />
              </dd>
            </dl>
          </section>
          {task.extensionAsked && may(DECIDING) && <ExtensionDecision task={task} etag={etag} />}
          {reports && <ReportForm task={task} unit={post.unit} etag={etag} />}
          {!reports && (
            <p className="note">
              {asOf !== undefined ? t.pastDay : task.state !== 'OPEN' ? t.notOpen : t.mayNotReport}
            </p>
          )}
          {reports && !task.extensionAsked && <ExtensionAsk task={task} unit={post.unit} etag={etag} />}
        </div>
        <TaskHistory task={task} history={history} />
      </div>
    </>
  );
}
