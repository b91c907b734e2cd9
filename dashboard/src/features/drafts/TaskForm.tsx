import { DeleteOutlined, LinkOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { DateField } from '../../components/Fields';
import { useWords } from '../../words';
import { AssigneeDialog } from './AssigneeDialog';
import type { Assignee, Target, TaskContent } from './drafts';
import type { Place } from './sources';
import { At, StandingNote, ValueRow } from './ValueRow';
import { ROLES, type TaskRole, type TaskView } from './working';

/** A target as people call it: the post before the unit. */
export function targetName(target: Pick<Target, 'name' | 'post'>): string {
  if (!target.post) {
    return target.name;
  }
  return target.post.toLowerCase().includes(target.name.toLowerCase()) ? target.post : `${target.post}, ${target.name}`;
}

interface Props {
  task: TaskView;
  name: string;
  unit: { id: string; name: string };
  notes: readonly string[] | undefined;
  readOnly: boolean;
  /** how many tasks have these words */
  uses: (words: string) => number;
  suggestions: (words: string) => readonly { reason: string; targets: readonly Target[] }[];
  onChange: (content: TaskContent, part: string) => void;
  onMean: (words: string, targets: readonly Target[]) => void;
  onAt: (place: Place) => void;
  onConfirm: () => void;
  onDrop: () => void;
  onShow: () => void;
}

/** One task as a form: what was read, whom its words mean, and what becomes of it. */
export function TaskForm({ task, name, unit, notes, readOnly, uses, suggestions, onChange, onMean, onAt, onConfirm, onDrop, onShow }: Props) {
  const w = useWords();
  const d = w.drafts;
  const id = useId();
  const [mapping, setMapping] = useState<Assignee>();
  const { raw, content } = task;
  const { item } = task;
  const put = (change: Partial<TaskContent>, part: string) => onChange({ ...raw, ...change }, part);
  const setRole = (role: TaskRole, index: number, words: string) =>
    put({ [role]: raw[role].map((each, other) => (other === index ? { words, targets: [] } : each)) }, `${role}[${index}]`);

  const assignees = (role: TaskRole) => (
    <ValueRow key={role} label={d.roles[role]} item={item} part={role} onAt={onAt}>
      {content[role].length === 0 && <span className="small">{d.notStated}</span>}
      {content[role].map((each, index) => (
        <At key={index} item={item} part={`${role}[${index}]`} onAt={onAt} className="assignee">
          <input
            className="input"
            readOnly={readOnly}
            aria-label={`${d.roles[role]} ${index + 1}`}
            maxLength={2000}
            value={raw[role][index]?.words ?? each.words}
            onChange={event => setRole(role, index, event.target.value)}
          />
          {!readOnly && (
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={d.dropAssignee(each.words)}
              title={d.dropAssignee(each.words)}
              onClick={() => put({ [role]: raw[role].filter((_, other) => other !== index) }, role)}
            />
          )}
          <span className="assignee-meant small">
            {each.targets.length === 0 ? d.meansNobody : <>= {each.targets.map(targetName).join('; ')}</>}
            {!readOnly && each.words.trim() !== '' && (
              <Button type="link" size="small" icon={<LinkOutlined aria-hidden />} onClick={() => setMapping(each)} aria-label={d.mapWords(each.words)}>
                {each.targets.length === 0 ? d.map : d.mapAgain}
              </Button>
            )}
          </span>
        </At>
      ))}
      {!readOnly && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => put({ [role]: [...raw[role], { words: '', targets: [] }] }, role)} aria-label={d.addAssignee(d.roles[role])}>
          {d.addLine}
        </Button>
      )}
    </ValueRow>
  );

  return (
    <section className="task-form" aria-label={name}>
      <header className="task-form-head">
        <h3>{name}</h3>
        <StandingNote standing={task.standing} unsaved={task.unsaved} />
      </header>
      {notes?.map(note => (
        <p key={note} className="value-note">
          {note}
        </p>
      ))}
      <ValueRow label={d.ordinal} item={item} part="ordinal" htmlFor={`${id}o`} onAt={onAt}>
        <input id={`${id}o`} readOnly={readOnly} className="input num-input" maxLength={200} value={raw.ordinal ?? ''} onChange={event => put({ ordinal: event.target.value || null }, 'ordinal')} />
      </ValueRow>
      <ValueRow label={d.taskText} item={item} part="text" htmlFor={`${id}t`} onAt={onAt} missing={raw.text.trim() === '' ? d.faults.text : undefined}>
        <textarea id={`${id}t`} readOnly={readOnly} className="textarea" rows={3} aria-required maxLength={10_000} value={raw.text} onChange={event => put({ text: event.target.value }, 'text')} />
      </ValueRow>
      {ROLES.map(assignees)}
      <ValueRow label={d.deadline} item={item} part="deadlineText" htmlFor={`${id}d`} onAt={onAt}>
        <input id={`${id}d`} readOnly={readOnly} className="input" maxLength={2000} value={raw.deadlineText ?? ''} onChange={event => put({ deadlineText: event.target.value || null }, 'deadlineText')} />
        <div className="small-fields">
          {(['dueFrom', 'dueTo'] as const).map(part => (
            <span key={part} className="small-field">
              <label htmlFor={`${id}${part}`} className="small">
                {d[part]}
              </label>
              <DateField control={{ id: `${id}${part}` }} value={raw[part] ?? undefined} onChange={day => !readOnly && put({ [part]: day ?? null }, part)} />
            </span>
          ))}
          <span className="small-field">
            <label htmlFor={`${id}q`} className="small">
              {w.tasks.quarter}
            </label>
            <select id={`${id}q`} disabled={readOnly} className="select" value={raw.quarter ?? ''} onChange={event => put({ quarter: Number(event.target.value) || null }, 'quarter')}>
              <option value="">{w.tasks.quarterName(0)}</option>
              {[1, 2, 3, 4].map(quarter => (
                <option key={quarter} value={quarter}>
                  {w.tasks.quarterName(quarter)}
                </option>
              ))}
            </select>
          </span>
        </div>
      </ValueRow>
      <div className="actions task-form-acts">
        {!readOnly && task.standing === 'waiting' && (
          <Button type="primary" onClick={onConfirm}>
            {d.confirmTask(name)}
          </Button>
        )}
        {task.n !== undefined && (
          <Button className="only-phone" onClick={onShow}>
            {d.showText}
          </Button>
        )}
        {!readOnly && (
          <Button type="text" icon={<DeleteOutlined aria-hidden />} onClick={onDrop}>
            {d.dropTask(name)}
          </Button>
        )}
      </div>
      {mapping !== undefined && (
        <AssigneeDialog
          assignee={mapping}
          unit={unit}
          uses={uses(mapping.words)}
          suggestions={suggestions(mapping.words)}
          onClose={() => setMapping(undefined)}
          onChosen={targets => {
            onMean(mapping.words, targets);
            setMapping(undefined);
          }}
        />
      )}
    </section>
  );
}
