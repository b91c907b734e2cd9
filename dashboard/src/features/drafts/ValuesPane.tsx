import { DeleteOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useId } from 'react';
import { useWords } from '../../words';
import { isField, FIELD_WORDS, type FieldName, type Target } from './drafts';
import { confirm, dropTask, mean, restoreTask, setAdded, setField, setTask } from './edits';
import { FieldInputs } from './FieldInputs';
import { itemName } from './notes';
import { numberOf, type Item, type Place } from './sources';
import { TaskForm } from './TaskForm';
import type { Editing } from './useWorking';
import { StandingNote, ValueRow } from './ValueRow';
import { countOf, EMPTY_TASK, lacksOf, type Standing, type TaskView } from './working';

export const TABS = ['general', 'bases', 'tasks', 'goals', 'signing'] as const;
export type Tab = (typeof TABS)[number];

const FIELDS_OF: Record<Exclude<Tab, 'tasks'>, readonly FieldName[]> = {
  general: ['documentNumber', 'issueDate', 'place', 'title', 'year', 'theme'],
  bases: ['implementsDocuments', 'legalBases'],
  goals: ['campaigns', 'targets', 'reportDeadlines'],
  signing: ['recipients', 'signatory'],
};

const CONTROL: readonly FieldName[] = ['documentNumber', 'issueDate', 'place', 'title', 'year', 'theme'];

/** The tab that an item stands on. */
export function tabOf(item: Item): Tab {
  if (!isField(item)) {
    return 'tasks';
  }
  return (Object.keys(FIELDS_OF) as Exclude<Tab, 'tasks'>[]).find(tab => FIELDS_OF[tab].includes(item)) ?? 'general';
}

/** A task in one line; hundreds of them are cheap, for only one is a form. */
const TaskLine = memo(function TaskLine({
  item,
  ordinal,
  text,
  standing,
  unsaved,
  odd,
  onOpen,
}: {
  item: Item;
  ordinal: string;
  text: string;
  standing: Standing;
  unsaved: boolean;
  odd: boolean;
  /** the same function each time: a line is drawn anew only when it says something else */
  onOpen: (place: Place) => void;
}) {
  const w = useWords();
  return (
    <button type="button" className="task-line" data-item={item} data-part="" onClick={() => onOpen({ item, part: 'text' })}>
      <span className="num">{ordinal}</span>
      <span className="task-line-text">{text}</span>
      {odd && <span className="task-line-odd">{w.drafts.odd}</span>}
      <StandingNote standing={standing} unsaved={unsaved} />
    </button>
  );
});

interface Props {
  desk: Editing;
  readOnly: boolean;
  /** values that stay as they are */
  fixed?: readonly FieldName[];
  tab: Tab;
  onTab: (tab: Tab) => void;
  at: Place | undefined;
  notes: Map<string, string[]>;
  onAt: (place: Place) => void;
  /** goes to an item and puts the keyboard there */
  onGo: (place: Place) => void;
  onConfirm: (item: Item) => void;
  onShow: () => void;
}

/** The proposal as a form. */
export function ValuesPane({ desk, readOnly, fixed = [], tab, onTab, at, notes, onAt, onGo, onConfirm, onShow }: Props) {
  const w = useWords();
  const d = w.drafts;
  const id = useId();
  const { whole, server, view, act } = desk;
  const lacking = new Set(lacksOf(view).map(each => each.item));
  const counts = (each: Tab) => countOf(each === 'tasks' ? view.tasks : FIELDS_OF[each].map(name => view.fields[name]));
  const openTask = view.tasks.find(task => task.item === at?.item);

  const usesOf = (words: string) =>
    view.tasks.filter(task => [...task.content.lead, ...task.content.executors, ...task.content.coordinators].some(each => each.words === words)).length;
  const suggestionsOf = (words: string): readonly { reason: string; targets: readonly Target[] }[] =>
    whole.wordsMeant.find(each => each.words === words)?.suggestions ?? [];

  const field = (name: FieldName) => {
    const { value, standing, unsaved } = view.fields[name];
    const isOne = CONTROL.includes(name);
    return (
      <ValueRow
        key={name}
        item={name}
        label={w.plans.fields[FIELD_WORDS[name]]}
        {...(isOne ? { htmlFor: `${id}${name}` } : {})}
        standing={standing}
        unsaved={unsaved}
        missing={lacking.has(name) && standing === 'empty' ? d.neededToIssue : undefined}
        notes={notes.get(name)}
        onAt={onAt}
        onConfirm={readOnly ? undefined : () => onConfirm(name)}
      >
        <FieldInputs
          name={name}
          value={value}
          readOnly={readOnly || fixed.includes(name)}
          id={`${id}${name}`}
          required={['documentNumber', 'issueDate', 'recipients', 'signatory'].includes(name)}
          onChange={(next, part) => act(before => setField(before, whole, name, next), `${name} ${part}`)}
          onAt={onAt}
        />
      </ValueRow>
    );
  };

  const form = (task: TaskView) => {
    const { n, item } = task;
    const key = item.slice('new:'.length);
    return (
      <TaskForm
        task={task}
        name={itemName(item, view, w)}
        unit={{ id: whole.content.unit.id, name: whole.content.unit.name ?? '' }}
        notes={notes.get(item)}
        readOnly={readOnly}
        uses={usesOf}
        suggestions={suggestionsOf}
        onAt={onAt}
        onShow={onShow}
        onConfirm={() => onConfirm(item)}
        onMean={(words, targets) => act(before => mean(before, words, targets))}
        onChange={(content, part) =>
          act(before => (n === undefined ? setAdded(before, key, content) : setTask(before, server, n, content)), `${item} ${part}`)
        }
        onDrop={() =>
          act(before => (n === undefined ? { ...before, added: before.added.filter(each => each.key !== key) } : dropTask(before, server, n)))
        }
      />
    );
  };

  const add = () => {
    const key = crypto.randomUUID();
    act(before => ({ ...before, added: [...before.added, { key, content: EMPTY_TASK }] }));
    onGo({ item: `new:${key}` as Item, part: 'text' });
  };

  return (
    <div className="values">
      <nav className="tabs" aria-label={d.values}>
        {TABS.map(each => {
          const { decided, all } = counts(each);
          return (
            <button key={each} type="button" aria-current={tab === each} onClick={() => onTab(each)}>
              {d.tabs[each]} <span className="num">{all === 0 ? '' : whole.proposal ? `${decided}/${all}` : all}</span>
            </button>
          );
        })}
      </nav>
      <div className="values-body" role="region" aria-label={d.tabs[tab]} tabIndex={-1}>
        {tab !== 'tasks' ? (
          FIELDS_OF[tab].map(field)
        ) : (
          <>
            {view.tasks.length === 0 && <p className="values-none">{d.noTasks}</p>}
            <ol className="task-lines">
              {view.tasks.map(task => (
                <li key={task.item} className={task === openTask ? 'is-open' : undefined}>
                  {task === openTask ? (
                    form(task)
                  ) : (
                    <TaskLine
                      item={task.item}
                      ordinal={task.content.ordinal ?? (task.n === undefined ? '' : String(task.n))}
                      text={task.content.text === '' ? d.newTask : task.content.text}
                      standing={task.standing}
                      unsaved={task.unsaved}
                      odd={notes.has(task.item)}
                      onOpen={onGo}
                    />
                  )}
                </li>
              ))}
            </ol>
            {!readOnly && (
              <p className="values-foot">
                <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
                  {d.addTask}
                </Button>
              </p>
            )}
            {view.dropped.length > 0 && (
              <section className="dropped" aria-label={d.dropped(view.dropped.length)}>
                <h3>
                  <DeleteOutlined aria-hidden /> {d.dropped(view.dropped.length)}
                </h3>
                <ul>
                  {view.dropped.map(({ n, content }) => (
                    <li key={n}>
                      <span>{content.text}</span>
                      {!readOnly && (
                        <Button size="small" icon={<UndoOutlined aria-hidden />} aria-label={`${d.restore}: ${content.text}`} onClick={() => act(before => restoreTask(before, server, n))}>
                          {d.restore}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Takes one item over, or nothing if nothing waits there. */
export function confirmItem(desk: Editing, item: Item): void {
  const { act, whole, server, view } = desk;
  const n = numberOf(item);
  const waits = n === undefined ? isField(item) && view.fields[item].standing === 'waiting' : view.tasks.some(each => each.item === item && each.standing === 'waiting');
  if (waits) {
    act(before => confirm(before, whole, server, [item]));
  }
}
