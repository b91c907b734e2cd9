import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { day } from '../../app/format';
import { Fault } from '../../components/Fault';
import { Status } from '../../components/Status';
import { useWords, type Words } from '../../words';
import { cited, named, span, versionsQuery, type CitedDocument, type PlanVersion, type TaskContent } from './plans';

/** A value of any field in words; the API gives it as it is stored. */
function inWords(value: unknown, w: Words): string {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(each => inWords(each, w)).join('; ');
  }
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>;
    if (typeof record['text'] === 'string') {
      return record['text'];
    }
    if (typeof record['type'] === 'string') {
      return cited(record as unknown as CitedDocument, w);
    }
    return Object.values(record)
      .filter(each => typeof each === 'string')
      .join(', ');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
}

interface Line {
  key: string;
  label: string;
  before: ReactNode;
  after: ReactNode;
}

function taskLines(before: TaskContent | null | undefined, after: TaskContent | null | undefined, n: number, w: Words): Line[] {
  const p = w.plans;
  const parts: [string, (content: TaskContent) => string][] = [
    [p.text, content => content.text],
    [p.who, content => [named(content.lead), named(content.executors)].filter(Boolean).join('; ')],
    [p.withWho, content => named(content.coordinators)],
    [p.when, content => [content.deadlineText, span(content, w)].filter(Boolean).join(' · ')],
  ];
  return parts
    .map(([label, part]) => ({
      key: `${n} ${label}`,
      label,
      before: before ? part(before) : '',
      after: after ? part(after) : '',
    }))
    .filter(line => line.before !== line.after);
}

function Compared({ label, lines }: { label: ReactNode; lines: readonly Line[] }) {
  const w = useWords();
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={3}>
          {label}
        </th>
      </tr>
      {lines.map(line => (
        <tr key={line.key}>
          <th scope="row">{line.label}</th>
          <td>{line.before === '' ? <em className="small">{w.conflict.empty}</em> : <del>{line.before}</del>}</td>
          <td>{line.after === '' ? <em className="small">{w.conflict.empty}</em> : <ins>{line.after}</ins>}</td>
        </tr>
      ))}
    </tbody>
  );
}

function Version({ version, onShow }: { version: PlanVersion; onShow: (version: number) => void }) {
  const w = useWords();
  const p = w.plans;
  const changes = { ADDED: ['ok', 'tick', p.added], CHANGED: ['info', 'pencil', p.changed], WITHDRAWN: ['late', 'stop', p.withdrawn] } as const;
  const has = version.values.length > 0 || version.tasks.length > 0;
  return (
    <section className="panel" aria-label={p.version(version.version)}>
      <header className="panel-pad version-head">
        <div>
          <h2>{p.version(version.version)}</h2>
          <p className="small">
            {p.effectiveFrom(day(version.effective))}
            {version.reason && <> · {version.reason}</>}
            {version.document && <> · {cited(version.document, w)}</>}
          </p>
        </div>
        <Button onClick={() => onShow(version.version)}>{p.showVersion(version.version)}</Button>
      </header>
      {has && (
        <div className="table-scroll compare" role="region" tabIndex={0} aria-label={w.table.region(p.version(version.version))}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.conflict.field}</th>
                <th scope="col">{p.before}</th>
                <th scope="col">{p.after}</th>
              </tr>
            </thead>
            {version.values.length > 0 && (
              <Compared
                label={p.general}
                lines={version.values.map(each => ({
                  key: each.field,
                  label: p.fields[each.field],
                  before: inWords(each.before, w),
                  after: inWords(each.after, w),
                }))}
              />
            )}
            {version.tasks.map(each => {
              const [family, icon, word] = changes[each.change];
              return (
                <Fragment key={each.n}>
                  <Compared
                    label={
                      <>
                        {p.task(each.after?.ordinal ?? each.before?.ordinal ?? String(each.n))}{' '}
                        <Status family={family} icon={icon}>
                          {word}
                        </Status>
                      </>
                    }
                    lines={taskLines(each.before, each.after, each.n, w)}
                  />
                </Fragment>
              );
            })}
          </table>
        </div>
      )}
    </section>
  );
}

/** All versions of a plan, the latest first, each beside the one before. */
export function PlanVersions({ plan, onShow }: { plan: string; onShow: (version: number) => void }) {
  const w = useWords();
  const query = useQuery(versionsQuery(plan));
  if (query.data === undefined) {
    return query.error === null ? (
      <div className="panel table-wait">{w.app.loading}</div>
    ) : (
      <Fault error={query.error} what={w.plans.versionRows} onRetry={() => void query.refetch()} />
    );
  }
  return (
    <>
      {query.data.length === 1 && <p className="note">{w.plans.oneVersion}</p>}
      {query.data.toReversed().map(version => (
        <Version key={version.version} version={version} onShow={onShow} />
      ))}
    </>
  );
}
