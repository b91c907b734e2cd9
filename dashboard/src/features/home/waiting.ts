import { api, read, type Schema } from '../../api/client';

export type Waiting = Schema<'WaitingAnswer'>;
export type TaskItem = Schema<'TaskItem'>;

/** What waits for a unit today. */
export function waitingQuery(unit: string) {
  return {
    queryKey: ['plan', 'waiting', unit],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read(api.GET('/api/v1/plan/waiting', { params: { query: { unit } }, signal })),
  };
}

/** A thing to do, whatever it is. */
export type Todo =
  | { kind: 'task' | 'extension'; key: string; daysLeft: number | null; task: TaskItem }
  | { kind: 'draft'; key: string; daysLeft: null; draft: Waiting['drafts'][number] }
  | { kind: 'unanswered'; key: string; daysLeft: null; plan: Waiting['unanswered'][number] };

export type Group = 'overdue' | 'week' | 'later' | 'noDay';

const ORDER: readonly Group[] = ['overdue', 'week', 'later', 'noDay'];
const WEEK = 7;

export function groupOf(todo: Todo): Group {
  if (todo.daysLeft === null) {
    return 'noDay';
  }
  return todo.daysLeft < 0 ? 'overdue' : todo.daysLeft <= WEEK ? 'week' : 'later';
}

/** All of it, the most urgent first. */
export function todos(waiting: Waiting): Todo[] {
  const all: Todo[] = [
    ...waiting.tasks.map<Todo>(task => ({
      kind: 'task',
      key: `task ${task.plan}/${task.n}`,
      daysLeft: task.daysLeft ?? null,
      task,
    })),
    ...waiting.extensions.map<Todo>(task => ({
      kind: 'extension',
      key: `extension ${task.plan}/${task.n}`,
      daysLeft: task.daysLeft ?? null,
      task,
    })),
    ...waiting.drafts.map<Todo>(draft => ({ kind: 'draft', key: `draft ${draft.id}`, daysLeft: null, draft })),
    ...waiting.unanswered.map<Todo>(plan => ({ kind: 'unanswered', key: `plan ${plan.id}`, daysLeft: null, plan })),
  ];
  return all.sort(
    (a, b) => ORDER.indexOf(groupOf(a)) - ORDER.indexOf(groupOf(b)) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0),
  );
}

export function waitingCount(waiting: Waiting): number {
  return waiting.tasks.length + waiting.extensions.length + waiting.drafts.length + waiting.unanswered.length;
}
