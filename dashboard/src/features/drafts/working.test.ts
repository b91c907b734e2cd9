import { expect, it } from 'vitest';
import type { Content, Target, TaskContent, Whole } from './drafts';
import { afterSaving, confirm, conflictsOf, dropTask, faultsOf, mean, resolved, restoreTask, revisionOf, setField, setTask, withContent } from './edits';
import { countOf, lacksOf, NOTHING, remembered, sureMeanings, sureTargets, tasksOf, viewOf, waitingItems, type Step, type Working } from './working';

const unit = (id: string, name = id): Target => ({ kind: 'UNIT', id, name, units: [], persons: [] });

const task = (text: string, more: Partial<TaskContent> = {}): TaskContent => ({
  text,
  ordinal: null,
  lead: [],
  executors: [{ words: 'Văn phòng', targets: [] }],
  coordinators: [],
  ...more,
});

const none = { kind: 'YEAR' as const, legalBases: [], implementsDocuments: [], campaigns: [], targets: [], reportDeadlines: [], recipients: [] };

function content(more: Partial<Content> = {}): Content {
  return {
    id: 'd',
    revision: 3,
    unit: { id: 'u', name: 'Xã Thanh Lâm' },
    state: 'DRAFT',
    kind: 'DOCUMENT',
    hasDocument: true,
    details: none,
    tasks: [],
    dropped: [],
    undecided: { fields: ['documentNumber', 'title', 'recipients'], tasks: [1, 2] },
    outcomes: {},
    begunAt: '',
    changedAt: '',
    changedBy: '',
    ...more,
  };
}

const read: Whole = {
  content: content(),
  proposal: {
    details: { ...none, documentNumber: '01/KH-UBND', title: 'Thi đua năm 2024', recipients: ['Sở Nội vụ'] },
    tasks: [
      { n: 1, content: task('Phát động') },
      { n: 2, content: task('Tổng kết') },
    ],
    text: '',
    sources: {},
  },
  warnings: [],
  flags: [],
  wordsMeant: [{ words: 'Văn phòng', suggestions: [{ reason: 'SAME_NAME', targets: [unit('vp', 'Văn phòng xã')] }] }],
};

const seen = (whole: Whole, working: Working) => viewOf(whole, tasksOf(whole), working, sureMeanings(whole));
const sent = (whole: Whole, working: Working) => revisionOf(whole, tasksOf(whole), working, seen(whole, working));

it('shows what was read until somebody has decided, and sends nothing by itself', () => {
  const view = seen(read, NOTHING);
  expect(view.fields.title).toMatchObject({ value: 'Thi đua năm 2024', standing: 'waiting' });
  expect(view.fields.theme.standing).toBe('empty');
  expect(waitingItems(view)).toEqual(['documentNumber', 'title', 'recipients', 'task:1', 'task:2']);
  expect(countOf([...Object.values(view.fields), ...view.tasks])).toEqual({ decided: 0, all: 5 });
  expect(sent(read, NOTHING)).toBeUndefined();
});

it('confirms all at once, with everybody who is meant for sure', () => {
  const working = confirm(NOTHING, read, tasksOf(read), waitingItems(seen(read, NOTHING)));
  expect(waitingItems(seen(read, working))).toEqual([]);
  const body = sent(read, working);
  expect(body?.fields).toEqual({ documentNumber: '01/KH-UBND', title: 'Thi đua năm 2024', recipients: ['Sở Nội vụ'] });
  expect(body?.tasks?.map(each => [each.n, each.executors])).toEqual([
    [1, [{ words: 'Văn phòng', targets: [{ kind: 'UNIT', id: 'vp' }] }]],
    [2, [{ words: 'Văn phòng', targets: [{ kind: 'UNIT', id: 'vp' }] }]],
  ]);
});

it('takes a name for sure only where it stands alone', () => {
  expect(sureTargets([{ reason: 'SIMILAR', targets: [unit('a')] }])).toEqual([]);
  expect(sureTargets([{ reason: 'SAME_NAME', targets: [unit('a')] }, { reason: 'SAME_NAME', targets: [unit('b')] }])).toEqual([]);
  expect(sureTargets([{ reason: 'SAME_NAME', targets: [unit('a')] }, { reason: 'POST', targets: [unit('b')] }])).toEqual([unit('a')]);
  expect(sureTargets([{ reason: 'REMEMBERED', targets: [unit('a')] }, { reason: 'SAME_NAME', targets: [unit('b')] }])).toEqual([unit('a')]);
});

it('a value typed back to what was read waits as before', () => {
  const typed = setField(NOTHING, read, 'title', 'Thi đua');
  expect(seen(read, typed).fields.title.standing).toBe('corrected');
  const back = setField(typed, read, 'title', 'Thi đua năm 2024');
  expect(back.fields).toEqual({});
  expect(seen(read, back).fields.title.standing).toBe('waiting');
  const task1 = setTask(setTask(NOTHING, tasksOf(read), 1, task('X')), tasksOf(read), 1, task('Phát động'));
  expect(task1.tasks).toEqual({});
});

it('an emptied value is cleared, and a blank line is no entry', () => {
  const working = setField(setField(NOTHING, read, 'title', null), read, 'recipients', ['  ', 'UBND tỉnh ', '']);
  expect(sent(read, working)).toEqual({ fields: { recipients: ['UBND tỉnh'] }, cleared: ['title'] });
});

it('drops a task, brings it back, and adds one', () => {
  const dropped = dropTask(NOTHING, tasksOf(read), 2);
  expect(seen(read, dropped).dropped.map(each => each.n)).toEqual([2]);
  expect(sent(read, dropped)).toEqual({ drops: [2] });
  expect(restoreTask(dropped, tasksOf(read), 2).tasks).toEqual({});
  const gone: Whole = { ...read, content: content({ dropped: [2], undecided: { fields: [], tasks: [] } }) };
  expect(sent(gone, restoreTask(NOTHING, tasksOf(gone), 2))?.tasks?.map(each => each.n)).toEqual([2]);
  const added: Working = { ...NOTHING, added: [{ key: 'k', content: task('Việc mới') }] };
  expect(sent(read, added)?.tasks?.[0]).not.toHaveProperty('n');
});

it('whom words mean reaches every task with them; those that wait take it along when they are confirmed', () => {
  const half: Whole = {
    ...read,
    content: content({ tasks: [{ n: 1, content: task('Phát động'), outcome: 'ACCEPTED' }], undecided: { fields: [], tasks: [2] } }),
  };
  const working = mean(NOTHING, 'Văn phòng', [unit('khac')]);
  expect(seen(half, working).tasks.map(each => each.content.executors[0]?.targets[0]?.id)).toEqual(['khac', 'khac']);
  expect(sent(half, working)?.tasks?.map(each => each.n)).toEqual([1]);
  const kept = afterSaving(working, working, half, tasksOf(half));
  expect(kept.meant).toEqual({ 'Văn phòng': [unit('khac')] });
});

it('tells what is still missing, as the server does', () => {
  expect(lacksOf(seen(read, NOTHING)).map(each => [each.item, each.part])).toEqual([
    ['issueDate', ''],
    ['signatory', 'position'],
    ['signatory', 'name'],
  ]);
  const blank = setField(NOTHING, read, 'documentNumber', 'Số: /KH-UBND');
  expect(lacksOf(seen(read, blank))[0]?.item).toBe('documentNumber');
  const bare = dropTask(dropTask(NOTHING, tasksOf(read), 1), tasksOf(read), 2);
  expect(lacksOf(seen(read, bare)).at(-1)?.item).toBe('tasks');
});

it('takes back one act at a time; typing into one value is one act', () => {
  let steps: readonly Step[] = [];
  const first = setField(NOTHING, read, 'title', 'T');
  steps = remembered(steps, NOTHING, 'title');
  steps = remembered(steps, first, 'title');
  expect(steps).toHaveLength(1);
  steps = remembered(steps, first, undefined);
  steps = remembered(steps, first, undefined);
  expect(steps).toHaveLength(3);
  expect(steps[0]?.before).toBe(NOTHING);
});

it('somebody else saved elsewhere: nothing is in conflict; the same value: both are shown and one is chosen', () => {
  const mine = setTask(setField(NOTHING, read, 'title', 'Của tôi'), tasksOf(read), 2, task('Tổng kết cuối năm'));
  const elsewhere = withContent(
    read,
    content({ revision: 4, details: { ...none, documentNumber: '02/KH-UBND' }, undecided: { fields: ['title', 'recipients'], tasks: [1, 2] } }),
  );
  expect(conflictsOf(elsewhere, tasksOf(elsewhere), mine)).toEqual([]);
  const same = withContent(
    read,
    content({
      revision: 5,
      details: { ...none, title: 'Của người khác' },
      tasks: [{ n: 2, content: task('Tổng kết quý'), outcome: 'CORRECTED' }],
      undecided: { fields: ['documentNumber', 'recipients'], tasks: [1] },
    }),
  );
  expect(conflictsOf(same, tasksOf(same), mine)).toEqual(['title', 'task:2']);
  const chosen = resolved(mine, same, tasksOf(same), ['title', 'task:2'], item => item === 'title');
  expect(conflictsOf(same, tasksOf(same), chosen)).toEqual([]);
  expect(sent(same, chosen)).toEqual({ fields: { title: 'Của tôi' } });
});

it('both have come to the same: there is nothing to choose', () => {
  const mine = setField(NOTHING, read, 'title', 'Giống nhau');
  const theirs = withContent(read, content({ details: { ...none, title: 'Giống nhau' }, undecided: { fields: ['documentNumber', 'recipients'], tasks: [1, 2] } }));
  expect(conflictsOf(theirs, tasksOf(theirs), mine)).toEqual([]);
});

it('what is typed while it is being saved stays', () => {
  const before = setField(NOTHING, read, 'title', 'Một');
  const during = setField(before, read, 'place', 'An Bình');
  const after = withContent(read, content({ details: { ...none, title: 'Một' }, undecided: { fields: ['documentNumber', 'recipients'], tasks: [1, 2] } }));
  const left = afterSaving(during, before, after, tasksOf(after));
  expect(Object.keys(left.fields)).toEqual(['place']);
  expect(conflictsOf(after, tasksOf(after), left)).toEqual([]);
});

it('names what cannot be right before it is sent', () => {
  const working = setField(setTask(NOTHING, tasksOf(read), 1, task(' ')), read, 'reportDeadlines', [{ kind: 'năm', due: '', text: '' }]);
  expect(faultsOf(working, seen(read, working))).toEqual([
    { item: 'task:1', code: 'text' },
    { item: 'reportDeadlines', code: 'due' },
  ]);
});
