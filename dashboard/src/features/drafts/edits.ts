import { FIELDS, isField, type Content, type Details, type FieldName, type Revise, type Target, type TaskContent, type Whole } from './drafts';
import { numberOf, taskItem, type Item } from './sources';
import {
  cleaned,
  fieldOf,
  fieldPrint,
  isEmpty,
  print,
  taskPrint,
  type FieldValue,
  type ServerTasks,
  type View,
  type Working,
} from './working';

function without<R extends object>(record: R, key: keyof R): R {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== String(key))) as R;
}

/** A value as it is typed; back at what the server has, nothing was done. */
export function setField(working: Working, whole: Whole, name: FieldName, value: FieldValue): Working {
  if (print(value ?? null) === print(fieldOf(whole, name).value ?? null)) {
    return { ...working, fields: without(working.fields, name) };
  }
  const was = working.fields[name]?.was ?? fieldPrint(whole, name);
  return { ...working, fields: { ...working.fields, [name]: { kind: 'set', value, was } } };
}

export function setTask(working: Working, server: ServerTasks, n: number, content: TaskContent): Working {
  const standing = server.get(n);
  if (standing !== undefined && !standing.dropped && print(standing.content) === print(content)) {
    return { ...working, tasks: without(working.tasks, n) };
  }
  const was = working.tasks[n]?.was ?? taskPrint(server, n);
  return { ...working, tasks: { ...working.tasks, [n]: { kind: 'set', content, was } } };
}

/** Takes over what was read, for each of the items that still wait. */
export function confirm(working: Working, whole: Whole, server: ServerTasks, items: readonly Item[]): Working {
  const fields = { ...working.fields };
  const tasks = { ...working.tasks };
  for (const item of items) {
    const n = numberOf(item);
    if (n !== undefined) {
      tasks[n] ??= { kind: 'confirm', was: taskPrint(server, n) };
    } else if (isField(item)) {
      fields[item] ??= { kind: 'confirm', was: fieldPrint(whole, item) };
    }
  }
  return { ...working, fields, tasks };
}

export function dropTask(working: Working, server: ServerTasks, n: number): Working {
  return { ...working, tasks: { ...working.tasks, [n]: { kind: 'drop', was: working.tasks[n]?.was ?? taskPrint(server, n) } } };
}

/** Brings a dropped task back as it was: what was only dropped here is as if nothing had been done. */
export function restoreTask(working: Working, server: ServerTasks, n: number): Working {
  const standing = server.get(n);
  if (standing === undefined || !standing.dropped) {
    return { ...working, tasks: without(working.tasks, n) };
  }
  return { ...working, tasks: { ...working.tasks, [n]: { kind: 'confirm', was: taskPrint(server, n) } } };
}

export function setAdded(working: Working, key: string, content: TaskContent): Working {
  return { ...working, added: working.added.map(each => (each.key === key ? { key, content } : each)) };
}

export function mean(working: Working, words: string, targets: readonly Target[]): Working {
  return { ...working, meant: { ...working.meant, [words]: targets } };
}

const named = (assignees: TaskContent['lead']) =>
  assignees
    .filter(each => each.words.trim() !== '' || each.targets.length > 0)
    .map(each => ({
      words: each.words.trim() === '' ? null : each.words,
      targets: each.targets.map(({ kind, id, post }) => ({ kind, id, ...(post ? { post } : {}) })),
    }));

const text = (value: string | null | undefined): string | null => ((value ?? '').trim() === '' ? null : (value ?? null));

export function taskBody(content: TaskContent, n?: number) {
  return {
    ...(n === undefined ? {} : { n }),
    ordinal: text(content.ordinal),
    text: content.text,
    deadlineText: text(content.deadlineText),
    quarter: content.quarter ?? null,
    dueFrom: content.dueFrom ?? null,
    dueTo: content.dueTo ?? null,
    lead: named(content.lead),
    executors: named(content.executors),
    coordinators: named(content.coordinators),
  };
}

/** What has to be sent so that the server has what is seen; undefined if it has it. */
export function revisionOf(whole: Whole, server: ServerTasks, working: Working, view: View): Revise | undefined {
  const fields: Record<string, unknown> = {};
  const cleared: string[] = [];
  for (const name of FIELDS) {
    if (working.fields[name] === undefined) {
      continue;
    }
    const { value } = view.fields[name];
    if (!isEmpty(name, value)) {
      fields[name] = cleaned(name, value);
    } else if (fieldOf(whole, name).waiting || !isEmpty(name, fieldOf(whole, name).value)) {
      cleared.push(name);
    }
  }
  const tasks = view.tasks.flatMap(task => {
    if (task.n === undefined) {
      return [taskBody(task.content)];
    }
    const standing = server.get(task.n);
    // whom words mean reaches tasks that were decided on before; those that wait take it along when they are confirmed
    const touched = task.unsaved || (standing?.waiting === false && print(standing.content) !== print(task.content));
    return touched ? [taskBody(task.content, task.n)] : [];
  });
  const drops = Object.entries(working.tasks).flatMap(([n, edit]) =>
    edit.kind === 'drop' && server.get(Number(n))?.dropped === false ? [Number(n)] : [],
  );
  if (Object.keys(fields).length === 0 && cleared.length === 0 && tasks.length === 0 && drops.length === 0) {
    return undefined;
  }
  return {
    ...(Object.keys(fields).length > 0 ? { fields: fields } : {}),
    ...(cleared.length > 0 ? { cleared } : {}),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(drops.length > 0 ? { drops } : {}),
  };
}

/** What is left to save once the server has taken what was sent: what was typed meanwhile stays, on what stands now. */
export function afterSaving(now: Working, sent: Working, whole: Whole, server: ServerTasks): Working {
  const fields: Working['fields'] = {};
  for (const name of FIELDS) {
    const edit = now.fields[name];
    if (edit !== undefined && edit !== sent.fields[name]) {
      fields[name] = { ...edit, was: fieldPrint(whole, name) };
    }
  }
  const tasks: Working['tasks'] = {};
  for (const [key, edit] of Object.entries(now.tasks)) {
    const n = Number(key);
    if (edit !== sent.tasks[n]) {
      tasks[n] = { ...edit, was: taskPrint(server, n) };
    }
  }
  const waiting = new Set(
    [...server.values()]
      .filter(each => each.waiting)
      .flatMap(each => [...each.content.lead, ...each.content.executors, ...each.content.coordinators].map(one => one.words)),
  );
  const meant = Object.fromEntries(
    Object.entries(now.meant).filter(([words, targets]) => waiting.has(words) || sent.meant[words] !== targets),
  );
  return { fields, tasks, meant, added: now.added.filter(each => !sent.added.includes(each)) };
}

/** Values that somebody else has saved differently since they were changed here. */
export function conflictsOf(whole: Whole, server: ServerTasks, working: Working): Item[] {
  return [
    ...FIELDS.filter(name => {
      const edit = working.fields[name];
      if (edit === undefined || edit.was === fieldPrint(whole, name)) {
        return false;
      }
      const { value, waiting } = fieldOf(whole, name);
      // both have come to the same
      return waiting || edit.kind === 'confirm' ? true : print(value ?? null) !== print(edit.value ?? null);
    }),
    ...Object.entries(working.tasks).flatMap(([key, edit]) => {
      const n = Number(key);
      const standing = server.get(n);
      if (edit.was === taskPrint(server, n)) {
        return [];
      }
      const same =
        edit.kind === 'drop'
          ? standing === undefined || standing.dropped
          : edit.kind === 'set' && standing !== undefined && !standing.dropped && print(standing.content) === print(edit.content);
      return same ? [] : [taskItem(n)];
    }),
  ];
}

/** What is kept of the conflicting values: for some of them mine, on what stands now; for the others what was saved before. */
export function resolved(working: Working, whole: Whole, server: ServerTasks, items: readonly Item[], mine: (item: Item) => boolean): Working {
  let { fields, tasks } = working;
  for (const item of items) {
    const n = numberOf(item);
    if (n !== undefined) {
      const edit = tasks[n];
      if (edit !== undefined) {
        tasks = mine(item) ? { ...tasks, [n]: { ...edit, was: taskPrint(server, n) } } : without(tasks, n);
      }
    } else if (isField(item)) {
      const edit = fields[item];
      if (edit !== undefined) {
        fields = mine(item) ? { ...fields, [item]: { ...edit, was: fieldPrint(whole, item) } } : without(fields, item);
      }
    }
  }
  return { ...working, fields, tasks };
}

/** The rest of what is known of a draft, around content that came with a refusal. */
export const withContent = (whole: Whole, content: Content): Whole => ({ ...whole, content });

/** Places where something cannot be right by itself, before it is sent. */
export function faultsOf(working: Working, view: View): { item: Item; code: 'text' | 'due' | 'type' | 'value' }[] {
  const faults: { item: Item; code: 'text' | 'due' | 'type' | 'value' }[] = [];
  for (const task of view.tasks) {
    if (task.unsaved && task.content.text.trim() === '') {
      faults.push({ item: task.item, code: 'text' });
    }
  }
  const edited = (name: FieldName) => working.fields[name] !== undefined;
  for (const name of ['legalBases', 'implementsDocuments'] as const) {
    if (edited(name) && cleaned(name, view.fields[name].value as Details['legalBases']).some(each => each.type.trim() === '')) {
      faults.push({ item: name, code: 'type' });
    }
  }
  if (
    edited('reportDeadlines') &&
    cleaned('reportDeadlines', view.fields.reportDeadlines.value as Details['reportDeadlines']).some(
      each => each.due === '' || each.kind.trim() === '',
    )
  ) {
    faults.push({ item: 'reportDeadlines', code: 'due' });
  }
  if (
    edited('targets') &&
    cleaned('targets', view.fields.targets.value as Details['targets']).some(each => !Number.isFinite(each.value) || each.unit.trim() === '')
  ) {
    faults.push({ item: 'targets', code: 'value' });
  }
  return faults;
}
