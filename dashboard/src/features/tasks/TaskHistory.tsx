import { Button } from 'antd';
import { saveFile } from '../../api/client';
import { explain } from '../../api/problem';
import { day, moment } from '../../app/format';
import { notify } from '../../app/notices';
import { useUnitName } from '../../app/session';
import { useWords } from '../../words';
import type { TaskAct, TaskItem } from './tasks';

function Unit({ id }: { id: string }) {
  return <>{useUnitName(id)}</>;
}

function Act({ task, act }: { task: TaskItem; act: TaskAct }) {
  const w = useWords();
  const t = w.tasks;
  const save = (file: string) =>
    saveFile(`/api/v1/plan/plans/${task.plan}/tasks/${task.n}/evidence/${file}`).catch((thrown: unknown) => {
      const { title, detail } = explain(thrown);
      notify('late', `${title}. ${detail}`);
    });
  return (
    <li>
      <strong>{t.acts[act.type]}</strong>
      {act.percent !== null && act.percent !== undefined && <> · {act.percent}%</>}
      {act.dueTo && <> · {w.plans.until(day(act.dueTo))}</>}
      <span className="detail">
        {moment(act.at)}
        {act.unit && (
          <>
            {' · '}
            <Unit id={act.unit} />
          </>
        )}
      </span>
      {act.note && <p>{act.note}</p>}
      {act.reason && <p>{t.because(act.reason)}</p>}
      {act.files.length > 0 && (
        <div className="files">
          {act.files.map((file, index) => (
            <Button key={file} size="small" onClick={() => void save(file)}>
              {t.evidenceFile(index + 1)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Everything that was recorded of a task, the latest first. */
export function TaskHistory({ task, history }: { task: TaskItem; history: readonly TaskAct[] }) {
  const w = useWords();
  return (
    <section className="panel panel-pad" aria-label={w.tasks.history}>
      <h2>{w.tasks.history}</h2>
      <ul className="history">
        {history.toReversed().map((act, index) => (
          <Act key={`${act.at} ${index}`} task={task} act={act} />
        ))}
      </ul>
    </section>
  );
}
