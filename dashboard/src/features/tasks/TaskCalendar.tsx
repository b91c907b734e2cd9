import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { longDay, today } from '../../app/format';
import { TaskStatus } from '../../components/Status';
import { useWords } from '../../words';
import { byDay, shifted, weeksOf } from './month';
import { days, leads, type TaskItem } from './tasks';

/** How a task looks in a day: the colour is said by the status too. */
function look(task: TaskItem): string {
  return task.state === 'DONE' ? 'ok' : task.state === 'WITHDRAWN' ? 'idle' : task.overdue ? 'late' : 'info';
}

function Line({ task, to }: { task: TaskItem; to: string }) {
  return (
    <li>
      <Link className="row-title" to={to}>
        {task.text}
      </Link>
      <span className="detail">{leads(task)}</span>
      <TaskStatus state={task.state} overdue={task.overdue} daysLeft={task.daysLeft} percent={task.percent} />
    </li>
  );
}

/** A month of tasks on their last days: a sheet with weeks on a desktop, a list of days on a phone. */
export function TaskCalendar({
  tasks,
  month,
  more,
  onMonth,
  to,
}: {
  tasks: readonly TaskItem[];
  /** as `2025-03` */
  month: string;
  /** there are more than are shown */
  more: boolean;
  onMonth: (month: string) => void;
  to: (task: TaskItem) => string;
}) {
  const w = useWords();
  const t = w.tasks;
  const now = today();
  const { days: due, through } = byDay(tasks, month);
  const key = (task: TaskItem) => `${task.plan}/${String(task.n)}`;
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      onMonth(shifted(month, by));
    }
  };
  const name = t.monthName(Number(month.slice(5)), month.slice(0, 4));
  return (
    <section className="calendar" aria-label={t.calendar} onKeyDown={press}>
      <header className="calendar-head">
        <h2 aria-live="polite">{name}</h2>
        <span className="small">{t.monthSum(tasks.length - through.length, through.length)}</span>
        <span className="actions">
          <Button icon={<LeftOutlined aria-hidden />} onClick={() => onMonth(shifted(month, -1))}>
            {t.monthBefore}
          </Button>
          <Button onClick={() => onMonth(now.slice(0, 7))}>{t.monthNow}</Button>
          <Button icon={<RightOutlined aria-hidden />} iconPlacement="end" onClick={() => onMonth(shifted(month, 1))}>
            {t.monthAfter}
          </Button>
        </span>
      </header>
      {more && <p className="note note-warn">{t.monthMore}</p>}
      <table className="month only-desktop-table">
        <caption className="unseen">{t.monthCaption(name)}</caption>
        <thead>
          <tr>
            {t.weekdays.map(each => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(week => (
            <tr key={week[0]}>
              {week.map(day => {
                const isOther = !day.startsWith(month);
                return (
                  <td key={day} className={day === now ? 'is-today' : isOther ? 'is-other' : undefined}>
                    <span className="day-number date" aria-label={longDay(day)}>
                      {Number(day.slice(8))}
                      {day === now && <span className="small"> {w.app.today}</span>}
                    </span>
                    {!isOther && (due.get(day) ?? []).length > 0 && (
                      <ul>
                        {(due.get(day) ?? []).map(task => (
                          <li key={key(task)}>
                            <Link className={`event event-${look(task)}`} to={to(task)} title={task.text}>
                              <span>{task.text}</span>
                              <TaskStatus state={task.state} overdue={task.overdue} daysLeft={task.daysLeft} percent={task.percent} />
                            </Link>
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="only-phone-block">
        {due.size === 0 && <p className="small">{t.monthEmpty}</p>}
        {[...due]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([day, own]) => (
            <section key={day} aria-label={longDay(day)}>
              <h3 className="date">{longDay(day)}</h3>
              <ul className="agenda">
                {own.map(task => (
                  <Line key={key(task)} task={task} to={to(task)} />
                ))}
              </ul>
            </section>
          ))}
      </div>
      {through.length > 0 && (
        <section aria-labelledby="through">
          <h3 id="through">{t.monthThrough(through.length)}</h3>
          <ul className="agenda agenda-wide">
            {through.map(task => (
              <li key={key(task)}>
                <Link className="row-title" to={to(task)}>
                  {task.text}
                </Link>
                <span className="detail">
                  {leads(task)} · {days(task, w)}
                </span>
                <TaskStatus state={task.state} overdue={task.overdue} daysLeft={task.daysLeft} percent={task.percent} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
