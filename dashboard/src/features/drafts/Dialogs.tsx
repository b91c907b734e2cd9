import { Button } from 'antd';
import { ConflictDialog, type Difference } from '../../components/ConflictDialog';
import { Dialog } from '../../components/Dialog';
import { FormErrors } from '../../components/Fields';
import { day } from '../../app/format';
import { useWords, type Words } from '../../words';
import { isField, nameOf, type Assignee, type Details, type FieldName, type TaskContent } from './drafts';
import { itemName } from './notes';
import { numberOf, type Item } from './sources';
import { targetName } from './TaskForm';
import type { Desk } from './useDraft';
import { fieldOf, ROLES, type FieldValue } from './working';

/** A value as text, to be compared by eye. */
export function fieldText(name: FieldName, value: FieldValue | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  switch (name) {
    case 'issueDate':
      return day(value as string);
    case 'campaigns':
    case 'recipients':
      return (value as string[]).join('; ');
    case 'legalBases':
    case 'implementsDocuments':
      return (value as Details['legalBases']).map(each => [each.type, each.number, day(each.date), each.issuer].filter(Boolean).join(' ')).join('; ');
    case 'targets':
      return (value as Details['targets']).map(each => `${each.text} (${each.comparator} ${each.value} ${each.unit})`).join('; ');
    case 'reportDeadlines':
      return (value as Details['reportDeadlines']).map(each => `${each.kind}: ${day(each.due)}`).join('; ');
    case 'signatory': {
      const signer = value as NonNullable<Details['signatory']>;
      return [signer.position, signer.name].filter(Boolean).join(', ');
    }
    case 'year':
      return `${value as number}`;
    default:
      return value as string;
  }
}

const people = (assignees: readonly Assignee[]): string =>
  assignees.map(each => (each.targets.length === 0 ? each.words : `${each.words} (${each.targets.map(targetName).join('; ')})`)).join('; ');

/** A task as lines, of which those that do not differ are left out. */
function taskText(content: TaskContent | undefined, other: TaskContent | undefined, w: Words): string {
  if (content === undefined) {
    return w.drafts.droppedTask;
  }
  const lines = (task: TaskContent): [string, string][] => [
    [w.drafts.ordinal, task.ordinal ?? ''],
    [w.drafts.taskText, task.text],
    ...ROLES.map((role): [string, string] => [w.drafts.roles[role], people(task[role])]),
    [w.drafts.deadline, task.deadlineText ?? ''],
    [w.drafts.dueFrom, day(task.dueFrom)],
    [w.drafts.dueTo, day(task.dueTo)],
    [w.tasks.quarter, task.quarter ? w.tasks.quarterName(task.quarter) : ''],
  ];
  const others = other === undefined ? undefined : new Map(lines(other));
  return lines(content)
    .filter(([label, text]) => (others === undefined ? text !== '' : others.get(label) !== text))
    .map(([label, text]) => `${label}: ${text === '' ? w.conflict.empty : text}`)
    .join('\n');
}

/** Both versions of each value that two people have changed. */
export function DraftConflict({ desk }: { desk: Desk }) {
  const w = useWords();
  const { whole, server, view, working, conflicts } = desk;
  const waits = (waiting: boolean, content: string) => (
    <>
      {waiting && <em>{w.drafts.standing.waiting}: </em>}
      {content}
    </>
  );
  const differences = conflicts.map((item): Difference => {
    const label = itemName(item, view, w);
    const n = numberOf(item);
    if (n === undefined && isField(item)) {
      const { value, waiting } = fieldOf(whole, item);
      return { key: item, label, mine: fieldText(item, view.fields[item].value), theirs: waits(waiting, fieldText(item, value)) };
    }
    const standing = server.get(n ?? 0);
    const theirs = standing === undefined || standing.dropped ? undefined : standing.content;
    const mine = working.tasks[n ?? 0]?.kind === 'drop' ? undefined : view.tasks.find(each => each.item === item)?.content;
    const ours = taskText(mine, theirs, w);
    return {
      key: item,
      label,
      mine: <span className="lines-of">{ours === '' ? w.drafts.standing.confirmed : ours}</span>,
      theirs: <span className="lines-of">{waits(standing?.waiting === true, taskText(theirs, mine, w) || w.drafts.standing.confirmed)}</span>,
    };
  });
  return (
    <ConflictDialog
      differences={differences}
      busy={desk.save.state === 'sending'}
      onClose={desk.closeConflict}
      onSave={choices => desk.resolve((item: Item) => choices[item] !== 'theirs')}
    />
  );
}

/** What is put in force, once more, before it is. */
export function IssueDialog({ desk, notes, onClose }: { desk: Desk; notes: number; onClose: () => void }) {
  const w = useWords();
  const d = w.drafts;
  const { view, issue, save } = desk;
  const number = (view.fields.documentNumber.value as string | null) ?? '';
  const name = nameOf({ documentNumber: number, title: view.fields.title.value as string | null });
  const unmapped = view.tasks.filter(task => ROLES.every(role => task.content[role].every(each => each.targets.length === 0))).length;
  return (
    <Dialog
      title={d.issueTitle(number)}
      onClose={onClose}
      actions={
        <>
          <Button type="primary" loading={issue.state === 'sending' || save.state === 'sending'} onClick={desk.issueNow}>
            {desk.dirty ? d.saveAndIssue : d.issue}
          </Button>
          <Button onClick={onClose}>{w.confirm.cancel}</Button>
        </>
      }
    >
      <FormErrors refusal={issue.refusal ?? save.refusal} />
      <p>
        <strong>{name}</strong>
      </p>
      <dl className="facts">
        <dt>{w.plans.fields.ISSUE_DATE}</dt>
        <dd>{day(view.fields.issueDate.value as string)}</dd>
        <dt>{w.plans.fields.SIGNATORY}</dt>
        <dd>{fieldText('signatory', view.fields.signatory.value)}</dd>
        <dt>{w.plans.tasks}</dt>
        <dd>{view.tasks.length}</dd>
        <dt>{w.plans.fields.RECIPIENTS}</dt>
        <dd>{d.lines((view.fields.recipients.value as string[]).length)}</dd>
      </dl>
      <p>{d.issueDetail}</p>
      {unmapped > 0 && <p className="note note-warn">{d.issueUnmapped(unmapped)}</p>}
      {notes > 0 && <p className="note note-warn">{d.issueNotes(notes)}</p>}
    </Dialog>
  );
}
