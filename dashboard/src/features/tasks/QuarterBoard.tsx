import { Link } from 'react-router';
import { TaskStatus } from '../../components/Status';
import { today } from '../../app/format';
import { useWords } from '../../words';
import { days, leads, type TaskItem } from './tasks';

/** Tasks in the quarters of their last days, side by side; one below the other on a phone. */
export function QuarterBoard({ tasks, to }: { tasks: readonly TaskItem[]; to: (task: TaskItem) => string }) {
  const w = useWords();
  const now = Math.ceil(Number(today().slice(5, 7)) / 3);
  const quarters = [1, 2, 3, 4, 0].filter(each => each > 0 || tasks.some(task => (task.quarter ?? 0) === 0));
  return (
    <div className="quarters">
      {quarters.map(quarter => {
        const own = tasks.filter(task => (task.quarter ?? 0) === quarter);
        const late = own.filter(task => task.overdue).length;
        const done = own.filter(task => task.state === 'DONE').length;
        return (
          <section key={quarter} className={quarter === now ? 'quarter is-now' : 'quarter'} aria-label={w.tasks.quarterName(quarter)}>
            <h2>
              {w.tasks.quarterName(quarter)} {quarter === now && <span className="small">{w.tasks.now}</span>}
            </h2>
            <p className="small">{w.tasks.quarterSum(own.length, done, late)}</p>
            <ul>
              {own.map(task => (
                <li key={`${task.plan}/${task.n}`}>
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
        );
      })}
    </div>
  );
}
