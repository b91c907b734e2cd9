import { answer, api, read, type Schema } from '../../api/client';
import { day, shortFrom } from '../../app/format';
import type { Role } from '../../app/session';
import type { Words } from '../../words';

export type TaskItem = Schema<'TaskItem'>;
export type TaskDetail = Schema<'TaskDetail'>;
export type TaskAct = Schema<'TaskAct'>;

export const WANTED = ['OPEN', 'OVERDUE', 'DONE', 'WITHDRAWN'] as const;
export type Wanted = (typeof WANTED)[number];

/** Who may report on a task, and who decides about it. */
export const REPORTING: readonly Role[] = ['OFFICER', 'LEADER', 'STANDING_OFFICE', 'ADMIN', 'VILLAGE_HEAD'];
export const DECIDING: readonly Role[] = ['LEADER', 'STANDING_OFFICE', 'ADMIN'];

export interface TaskQuery {
  unit?: string;
  under?: string;
  plan?: string;
  state?: Wanted;
  year?: number;
  quarter?: number;
  /** tasks whose window has a day in it, of `year` */
  month?: number;
  q?: string;
  asOf?: string;
  cursor?: string;
  limit?: number;
}

export function tasksQuery(query: TaskQuery) {
  return {
    queryKey: ['plan', 'tasks', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(api.GET('/api/v1/plan/tasks', { params: { query }, signal })),
    placeholderData: (before: Schema<'PageTaskItem'> | undefined) => before,
  };
}

export function taskQuery(plan: string, n: number, asOf: string | undefined) {
  return {
    queryKey: ['plan', 'task', plan, n, asOf],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      answer(
        api.GET('/api/v1/plan/plans/{id}/tasks/{n}', {
          params: { path: { id: plan, n }, query: asOf === undefined ? {} : { asOf } },
          signal,
        }),
      ),
  };
}

/** Who leads, else who executes, in the words of the document. */
export function leads(task: Pick<TaskItem, 'lead' | 'executors'>): string {
  return (task.lead.length > 0 ? task.lead : task.executors).map(each => each.words).join('; ');
}

export function coordinators(task: TaskItem): string {
  return task.coordinators.map(each => each.words).join('; ');
}

/** The computed days: "01/01/2025 đến 31/03/2025". */
export function days(task: Pick<TaskItem, 'dueFrom' | 'dueTo'>, w: Words): string {
  if (!task.dueTo) {
    return '';
  }
  return task.dueFrom && task.dueFrom !== task.dueTo
    ? w.plans.fromTo(shortFrom(task.dueFrom, task.dueTo), day(task.dueTo))
    : w.plans.until(day(task.dueTo));
}

