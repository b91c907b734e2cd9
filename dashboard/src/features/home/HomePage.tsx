import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { day, longDay, today } from '../../app/format';
import { useSession, useUnitName } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, withQuery } from '../../components/ExportButton';
import { PageHead } from '../../components/PageHead';
import { DueStatus, Status } from '../../components/Status';
import { useWords, type Words } from '../../words';
import { groupOf, todos, waitingCount, waitingQuery, type Todo, type Waiting } from './waiting';

interface Line {
  text: string;
  detail: string;
  from: string;
  action: string;
  to: string;
}

function lineOf(todo: Todo, w: Words): Line {
  const h = w.home;
  switch (todo.kind) {
    case 'task':
    case 'extension': {
      const { task } = todo;
      const asked = todo.kind === 'extension' && task.extensionAsked ? `${h.extension(day(task.extensionAsked))} · ` : '';
      return {
        text: task.text,
        detail: asked + h.task(task.ordinal ?? String(task.n), task.documentNumber),
        from: task.issuer.name,
        action: todo.kind === 'task' ? h.report : h.decide,
        to: `/tasks/${task.plan}/${task.n}`,
      };
    }
    case 'draft': {
      const { draft } = todo;
      return {
        text: draft.title ?? draft.documentNumber ?? h.draftUntitled,
        detail: h.draft(draft.undecided),
        from: draft.unit.name,
        action: h.check,
        to: `/drafts/${draft.id}`,
      };
    }
    case 'unanswered': {
      const { plan } = todo;
      return {
        text: h.unanswered(plan.documentNumber),
        detail: plan.title ?? '',
        from: plan.issuer.name,
        action: plan.state === 'NONE' ? h.draftOwn : h.seePlans,
        to: `/plans/${plan.id}`,
      };
    }
  }
}

function Due({ todo }: { todo: Todo }) {
  const w = useWords();
  switch (todo.kind) {
    case 'task':
    case 'extension':
      return (
        <>
          {todo.daysLeft !== null && <DueStatus plain daysLeft={todo.daysLeft} />}
          <span className="detail date">{day(todo.task.dueTo)}</span>
        </>
      );
    case 'draft':
      return (
        <>
          <Status plain family="info" icon="sheet">
            {w.status.draft}
          </Status>
          <span className="detail">{w.home.since(todo.draft.days)}</span>
        </>
      );
    case 'unanswered':
      return (
        <>
          <Status plain family="idle" icon="ring">
            {todo.plan.state === 'NONE' ? w.status.unanswered : w.home.inWork}
          </Status>
          <span className="detail">{w.home.since(todo.plan.days)}</span>
        </>
      );
  }
}

function Counts({ waiting, unit }: { waiting: Waiting; unit: string }) {
  const w = useWords();
  const days = waiting.tasks.map(each => each.daysLeft ?? 0);
  const counts: { key: string; count: number; text: string; to: string; family?: string }[] = [
    { key: 'overdue', count: days.filter(each => each < 0).length, text: w.home.counts.overdue, to: withQuery('/tasks', { unit, state: 'OVERDUE' }), family: 'late' },
    { key: 'week', count: days.filter(each => each >= 0 && each <= 7).length, text: w.home.counts.week, to: withQuery('/tasks', { unit, state: 'OPEN' }), family: 'warn' },
    { key: 'extensions', count: waiting.extensions.length, text: w.home.counts.extensions, to: '#waiting' },
    { key: 'unanswered', count: waiting.unanswered.length, text: w.home.counts.unanswered, to: '#waiting' },
  ];
  return (
    <ul className="counts">
      {counts.map(each => (
        <li key={each.key}>
          <span className={`count${each.count > 0 && each.family !== undefined ? ` count-${each.family}` : ''}`}>{each.count}</span>
          <span>
            {each.text}
            <br />
            {each.count > 0 &&
              (each.to.startsWith('#') ? <a href={each.to}>{w.home.openList}</a> : <Link to={each.to}>{w.home.openList}</Link>)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What waits for the unit in use: what, from whom, until when, and one button each. */
export function HomePage() {
  const w = useWords();
  const { post } = useSession();
  const navigate = useNavigate();
  const unit = post?.unit ?? '';
  const unitName = useUnitName(post?.unit);
  const query = useQuery(waitingQuery(unit));
  const rows = query.data === undefined ? undefined : todos(query.data);
  const most = rows?.[0]?.key;

  const button = (todo: Todo): ReactNode => {
    const line = lineOf(todo, w);
    return (
      <Button
        type={todo.key === most ? 'primary' : 'default'}
        aria-label={`${line.action}: ${line.text}`}
        onClick={() => void navigate(line.to)}
      >
        {line.action}
      </Button>
    );
  };
  const columns: readonly Column<Todo>[] = [
    {
      key: 'what',
      head: w.home.what,
      width: 280,
      main: true,
      cell: todo => {
        const line = lineOf(todo, w);
        return (
          <>
            <Link className="row-title" to={line.to}>
              {line.text}
            </Link>
            <span className="detail">{line.detail}</span>
          </>
        );
      },
    },
    { key: 'from', head: w.home.from, width: 140, cell: todo => lineOf(todo, w).from },
    { key: 'due', head: w.home.due, width: 150, cell: todo => <Due todo={todo} /> },
    { key: 'act', head: w.home.act, actions: true, cell: button },
  ];

  return (
    <>
      <PageHead
        title={w.home.title}
        lead={query.data === undefined ? ' ' : w.home.lead(longDay(today()), waitingCount(query.data))}
        actions={
          <span className="only-desktop">
            <ExportButton path={withQuery('/api/v1/plan/waiting.xlsx', { unit })} />
          </span>
        }
      />
      {query.data === undefined ? <div className="counts counts-wait" /> : <Counts waiting={query.data} unit={unit} />}
      <section id="waiting" className="panel" aria-label={w.home.caption}>
        <DataTable
          what={w.home.caption.toLowerCase()}
          columns={columns}
          rows={rows}
          rowKey={todo => todo.key}
          query={query}
          group={todo => {
            const group = groupOf(todo);
            const count = rows?.filter(each => groupOf(each) === group).length ?? 0;
            return { key: group, title: `${w.home.groups[group]} (${count})` };
          }}
          card={todo => {
            const line = lineOf(todo, w);
            return (
              <>
                <div className="card-top">
                  <Due todo={todo} />
                </div>
                <Link className="row-title" to={line.to}>
                  {line.text}
                </Link>
                <span className="detail">
                  {line.detail} · {line.from}
                </span>
                {button(todo)}
              </>
            );
          }}
          empty={<EmptyState kind="none" title={w.home.empty} detail={w.home.emptyDetail(unitName)} />}
        />
      </section>
    </>
  );
}
