import { FIELDS, type Assignee, type Details, type FieldName, type Suggestion, type Target, type TaskContent, type Whole } from './drafts';
import { taskItem, type Item } from './sources';

export type FieldValue = Details[FieldName];

/** What a person wants different, and what stood there when they began: somebody else may change it meanwhile. */
interface Edit {
  /** print of what the server had */
  was: string;
}

export type FieldEdit = Edit & ({ kind: 'set'; value: FieldValue } | { kind: 'confirm' });

export type TaskEdit = Edit & ({ kind: 'set'; content: TaskContent } | { kind: 'confirm' } | { kind: 'drop' });

export interface AddedTask {
  key: string;
  content: TaskContent;
}

/** All that was done to a draft and is not saved yet. It lives on the device until the server has it. */
export interface Working {
  fields: Partial<Record<FieldName, FieldEdit>>;
  tasks: Record<number, TaskEdit>;
  added: readonly AddedTask[];
  /** whom words mean, wherever they stand */
  meant: Record<string, readonly Target[]>;
}

export const NOTHING: Working = { fields: {}, tasks: {}, added: [], meant: {} };

export const ROLES = ['lead', 'executors', 'coordinators'] as const;
export type TaskRole = (typeof ROLES)[number];

export const EMPTY_TASK: TaskContent = { text: '', lead: [], executors: [], coordinators: [] };

/** How a value stands: read and waiting, taken over, changed, written by hand, left empty. */
export type Standing = 'waiting' | 'confirmed' | 'corrected' | 'added' | 'empty';

export interface FieldView {
  name: FieldName;
  value: FieldValue;
  standing: Standing;
  unsaved: boolean;
}

export interface TaskView {
  item: Item;
  /** absent for one that is not saved yet */
  n: number | undefined;
  content: TaskContent;
  /** without those who are meant as far as that was only found out: what a form changes */
  raw: TaskContent;
  standing: Standing;
  unsaved: boolean;
}

export interface View {
  fields: Record<FieldName, FieldView>;
  tasks: TaskView[];
  /** those that were read and dropped, and may be brought back */
  dropped: { n: number; content: TaskContent }[];
}

/** A short print of a value: equal values have equal ones. */
export function print(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) => (each === undefined ? null : each));
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${text.length.toString(36)}.${(hash >>> 0).toString(36)}`;
}

const blank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

/** Without the entries that say nothing; null, or an empty list, if nothing is left. */
export function cleaned<N extends FieldName>(name: N, value: Details[N]): Details[N];
export function cleaned(name: FieldName, value: FieldValue): FieldValue {
  switch (name) {
    case 'campaigns':
    case 'recipients':
      return (value as string[]).map(each => each.trim()).filter(each => each !== '');
    case 'legalBases':
    case 'implementsDocuments':
      return (value as Details['legalBases']).filter(each => ![each.type, each.number, each.date, each.issuer].every(blank));
    case 'targets':
      return (value as Details['targets']).filter(each => !blank(each.text));
    case 'reportDeadlines':
      return (value as Details['reportDeadlines']).filter(each => ![each.kind, each.due, each.text].every(blank));
    case 'signatory': {
      const signer = value as Details['signatory'];
      return blank(signer?.position) && blank(signer?.name) ? null : signer;
    }
    case 'year':
      return value ?? null;
    default:
      return blank(value as string | null) ? null : (value as string).trim();
  }
}

export function isEmpty(name: FieldName, value: FieldValue | undefined): boolean {
  if (value === undefined || value === null) {
    return true;
  }
  const left = cleaned(name, value);
  return left === null || left === undefined || (Array.isArray(left) && left.length === 0);
}

/** What the server has of a field: what was decided, else what was read. */
export function fieldOf(whole: Whole, name: FieldName): { value: FieldValue; waiting: boolean } {
  const waiting = whole.content.undecided.fields.includes(name);
  return { value: (waiting ? whole.proposal?.details : whole.content.details)?.[name], waiting };
}

/** What the server has of its tasks. Made once per answer: there may be hundreds. */
export function tasksOf(whole: Whole): Map<number, { content: TaskContent; waiting: boolean; dropped: boolean }> {
  const found = new Map<number, { content: TaskContent; waiting: boolean; dropped: boolean }>();
  const waiting = new Set(whole.content.undecided.tasks);
  const dropped = new Set(whole.content.dropped);
  for (const task of whole.proposal?.tasks ?? []) {
    if (waiting.has(task.n) || dropped.has(task.n)) {
      found.set(task.n, { content: task.content, waiting: waiting.has(task.n), dropped: dropped.has(task.n) });
    }
  }
  for (const task of whole.content.tasks) {
    found.set(task.n, { content: task.content, waiting: false, dropped: false });
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

export type ServerTasks = ReturnType<typeof tasksOf>;

export const fieldPrint = (whole: Whole, name: FieldName): string => {
  const { value, waiting } = fieldOf(whole, name);
  return print([waiting, value ?? null]);
};

export const taskPrint = (tasks: ServerTasks, n: number): string => print(tasks.get(n) ?? null);

/**
 * Whom words mean for sure: as somebody decided before, else by the only name that fits. The server takes values over by the
 * same rule; here it is seen before it is confirmed.
 */
export function sureTargets(suggestions: readonly Suggestion[]): readonly Target[] {
  const certain = suggestions.filter(each => ['REMEMBERED', 'SAME_NAME', 'POST', 'GROUP'].includes(each.reason));
  const [first] = certain;
  if (first === undefined) {
    return [];
  }
  const alone =
    first.reason === 'REMEMBERED' ||
    (first.reason === 'SAME_NAME' ? certain.filter(each => each.reason === 'SAME_NAME').length === 1 : certain.length === 1);
  return alone ? first.targets : [];
}

export function sureMeanings(whole: Whole): Record<string, readonly Target[]> {
  return Object.fromEntries(
    whole.wordsMeant.flatMap(each => {
      const targets = sureTargets(each.suggestions);
      return targets.length > 0 ? [[each.words, targets]] : [];
    }),
  );
}

/** A task with everybody in it who is meant: as chosen here, as it stands, and for what only was read as is certain. */
export function withMeanings(
  content: TaskContent,
  meant: Record<string, readonly Target[]>,
  sure: Record<string, readonly Target[]>,
): TaskContent {
  const filled = (assignees: readonly Assignee[]): Assignee[] =>
    assignees.map(each => {
      const chosen = Object.hasOwn(meant, each.words) ? meant[each.words] : undefined;
      const known = Object.hasOwn(sure, each.words) ? sure[each.words] : undefined;
      const targets = chosen ?? (each.targets.length > 0 ? each.targets : (known ?? []));
      return targets === each.targets ? each : { ...each, targets: [...targets] };
    });
  return { ...content, lead: filled(content.lead), executors: filled(content.executors), coordinators: filled(content.coordinators) };
}

const NOBODY: Record<string, readonly Target[]> = {};

const asRead = (content: TaskContent): string =>
  print([
    content.ordinal ?? null,
    content.text,
    content.deadlineText ?? null,
    content.quarter ?? null,
    content.dueFrom ?? null,
    content.dueTo ?? null,
    ...ROLES.map(role => content[role].map(each => each.words)),
  ]);

function standingOf(outcome: string | null | undefined, empty: boolean): Standing {
  if (empty) {
    return 'empty';
  }
  return outcome === 'ACCEPTED' ? 'confirmed' : outcome === 'CORRECTED' ? 'corrected' : 'added';
}

function fieldView(whole: Whole, working: Working, name: FieldName): FieldView {
  const server = fieldOf(whole, name);
  const edit = working.fields[name];
  if (edit === undefined) {
    const standing = server.waiting ? 'waiting' : standingOf(whole.content.outcomes[name], isEmpty(name, server.value));
    return { name, value: server.value, standing, unsaved: false };
  }
  if (edit.kind === 'confirm') {
    return { name, value: server.value, standing: 'confirmed', unsaved: true };
  }
  const read = whole.proposal?.details[name];
  const outcome = isEmpty(name, read) ? 'ADDED' : print(read) === print(edit.value) ? 'ACCEPTED' : 'CORRECTED';
  return { name, value: edit.value, standing: standingOf(outcome, isEmpty(name, edit.value)), unsaved: true };
}

/** The draft as it will be once all is saved. */
export function viewOf(whole: Whole, server: ServerTasks, working: Working, sure: Record<string, readonly Target[]>): View {
  const fields = Object.fromEntries(FIELDS.map(name => [name, fieldView(whole, working, name)])) as Record<FieldName, FieldView>;
  const read = new Map((whole.proposal?.tasks ?? []).map(each => [each.n, each.content]));
  const outcomes = new Map(whole.content.tasks.map(each => [each.n, each.outcome]));
  const tasks: TaskView[] = [];
  const dropped: View['dropped'] = [];
  for (const [n, task] of server) {
    const edit = working.tasks[n];
    if (edit?.kind === 'drop' || (task.dropped && edit === undefined)) {
      dropped.push({ n, content: task.content });
      continue;
    }
    const raw = edit?.kind === 'set' ? edit.content : task.content;
    const content = withMeanings(raw, working.meant, task.waiting ? sure : NOBODY);
    let standing: Standing;
    if (edit === undefined) {
      standing = task.waiting ? 'waiting' : standingOf(outcomes.get(n), false);
    } else {
      const proposed = read.get(n);
      if (proposed === undefined) {
        // an issued plan's own words stand for what was read
        standing = outcomes.get(n) === 'ACCEPTED' ? 'corrected' : 'added';
      } else {
        standing = asRead(proposed) === asRead(content) ? 'confirmed' : 'corrected';
      }
    }
    tasks.push({ item: taskItem(n), n, content, raw, standing, unsaved: edit !== undefined });
  }
  for (const task of working.added) {
    const content = withMeanings(task.content, working.meant, NOBODY);
    tasks.push({ item: `new:${task.key}`, n: undefined, content, raw: task.content, standing: 'added', unsaved: true });
  }
  return { fields, tasks, dropped };
}

/** How many of the values there are somebody has decided on. */
export function countOf(views: readonly { standing: Standing }[]): { decided: number; all: number } {
  const there = views.filter(each => each.standing !== 'empty');
  return { decided: there.filter(each => each.standing !== 'waiting').length, all: there.length };
}

/** What waits for a decision, in the order of the form. */
export function waitingItems(view: View): Item[] {
  return [
    ...FIELDS.filter(name => view.fields[name].standing === 'waiting'),
    ...view.tasks.flatMap(task => (task.standing === 'waiting' && task.n !== undefined ? [taskItem(task.n)] : [])),
  ];
}

export interface Lack {
  item: Item | 'tasks';
  part: string;
}

/** What a plan must have to be in force and has not: the same as the server asks for. */
export function lacksOf(view: View): Lack[] {
  const { documentNumber, issueDate, recipients, signatory } = view.fields;
  const lacks: Lack[] = [];
  const signer = signatory.value as Details['signatory'];
  if (!/\p{Nd}/u.test((documentNumber.value as string | null) ?? '')) {
    lacks.push({ item: 'documentNumber', part: '' });
  }
  if (isEmpty('issueDate', issueDate.value)) {
    lacks.push({ item: 'issueDate', part: '' });
  }
  if (isEmpty('recipients', recipients.value)) {
    lacks.push({ item: 'recipients', part: '' });
  }
  if (blank(signer?.position)) {
    lacks.push({ item: 'signatory', part: 'position' });
  }
  if (blank(signer?.name)) {
    lacks.push({ item: 'signatory', part: 'name' });
  }
  if (view.tasks.length === 0) {
    lacks.push({ item: 'tasks', part: '' });
  }
  return lacks;
}

/** What a person did last can be taken back; what was typed in one go into one value counts as one step. */
export interface Step {
  before: Working;
  /** the value typed into; undefined for any other act, which stands by itself */
  typing: string | undefined;
}

const MOST_STEPS = 100;

export function remembered(steps: readonly Step[], before: Working, typing: string | undefined): readonly Step[] {
  const last = steps.at(-1);
  return typing !== undefined && last?.typing === typing ? steps : [...steps, { before, typing }].slice(-MOST_STEPS);
}

