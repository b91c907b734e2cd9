import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, read, type Schema } from '../../api/client';
import { useAsOf, useLink } from '../../app/asOf';
import { PercentBar } from '../../components/Bars';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { TaskStatus } from '../../components/Status';
import { useWords } from '../../words';
import { named, span, type Plan } from './plans';

type PlannedTask = Schema<'PlannedTask'>;
type TaskItem = Schema<'TaskItem'>;

/** The tasks of the version that is shown, each with how it stands. */
export function PlanTasks({ plan }: { plan: Plan }) {
  const w = useWords();
  const link = useLink();
  const [asOf] = useAsOf();
  const query = useQuery({
    queryKey: ['plan', 'tasks-of', plan.id, asOf],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/plan/plans/{id}/tasks', {
          params: { path: { id: plan.id }, query: asOf === undefined ? {} : { asOf } },
          signal,
        }),
      ),
  });
  const standing = new Map<number, TaskItem>((query.data ?? []).map(each => [each.n, each]));
  const status = (task: PlannedTask) => {
    const now = standing.get(task.n);
    return (
      now !== undefined && <TaskStatus state={now.state} overdue={now.overdue} daysLeft={now.daysLeft} percent={now.percent} />
    );
  };
  const title = (task: PlannedTask) => (
    <Link className="row-title" to={link(`/tasks/${plan.id}/${task.n}`)}>
      {task.content.text}
    </Link>
  );
  const who = (task: PlannedTask) => (
    <>
      {named(task.content.lead.length > 0 ? task.content.lead : task.content.executors)}
      {task.content.coordinators.length > 0 && <span className="detail">{w.plans.with(named(task.content.coordinators))}</span>}
    </>
  );
  const when = (task: PlannedTask) => (
    <>
      {task.content.deadlineText}
      <span className="detail date">{span(task.content, w)}</span>
    </>
  );
  const columns: readonly Column<PlannedTask>[] = [
    { key: 'n', head: w.plans.ordinal, number: true, cell: task => task.content.ordinal ?? task.n },
    { key: 'text', head: w.plans.text, width: 280, main: true, cell: title },
    { key: 'who', head: w.plans.who, width: 180, cell: who },
    { key: 'when', head: w.plans.when, width: 160, cell: when },
    { key: 'state', head: w.plans.state, width: 140, cell: status },
    {
      key: 'percent',
      head: w.plans.percent,
      width: 150,
      cell: task => {
        const now = standing.get(task.n);
        return now !== undefined && <PercentBar percent={now.percent} late={now.overdue} />;
      },
    },
  ];
  return (
    <section className="panel" aria-label={w.plans.tasks}>
      <DataTable
        what={w.plans.taskRows}
        columns={columns}
        rows={plan.tasks}
        rowKey={task => String(task.n)}
        query={query}
        card={task => (
          <>
            <div className="card-top">
              {status(task)}
              <span className="small">{w.plans.task(task.content.ordinal ?? String(task.n))}</span>
            </div>
            {title(task)}
            <span className="detail">{who(task)}</span>
            <span className="detail">{when(task)}</span>
          </>
        )}
        empty={<EmptyState kind="none" title={w.plans.noTasks} detail={w.plans.noTasksDetail} />}
      />
    </section>
  );
}
