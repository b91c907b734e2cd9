import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answer, api, type Answer } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import { useSession, useUnitName } from '../../app/session';
import { ConfirmDialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { FormErrors } from '../../components/Fields';
import { FilterBar, SelectFilter, useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { withVersion } from '../units/PlainActs';
import { ImportStatus } from './ImportListPage';
import { counted, IMPORTING, importQuery, isMoving, OUTCOMES, rowsQuery, type Progress } from './imports';
import { Rows } from './Rows';

type Act = 'confirm' | 'resume' | 'undo' | 'discard';

/** What can be done with an import as it stands: have it written, go on, take it back, give it up. */
function Acts({ row, etag }: { row: Progress; etag: string | undefined }) {
  const w = useWords();
  const i = w.imports;
  const [asking, setAsking] = useState<Act>();
  const command = useCommand<Act>({
    form: `import:${row.id}`,
    send: (act, headers): Promise<Answer<unknown>> => {
      const options = { params: { path: { id: row.id }, header: withVersion(headers, etag) } };
      switch (act) {
        case 'confirm':
          return answer(api.POST('/api/v1/organization/imports/{id}/confirmation', options));
        case 'resume':
          return answer(api.POST('/api/v1/organization/imports/{id}/resumption', options));
        case 'undo':
          return answer(api.POST('/api/v1/organization/imports/{id}/undo', options));
        case 'discard':
          return answer(api.DELETE('/api/v1/organization/imports/{id}', options));
      }
    },
    onDone: (_, act) => {
      setAsking(undefined);
      notify('ok', { confirm: i.confirmed, resume: i.resumed, undo: i.undoing, discard: i.discarded }[act]);
    },
  });
  const busy = command.state === 'sending';
  const close = () => {
    setAsking(undefined);
    command.forget();
  };
  return (
    <>
      {row.state === 'PROPOSED' && (
        <>
          <Button type="primary" loading={busy} onClick={() => setAsking('confirm')}>
            {i.confirm(row.rows)}
          </Button>
          <Button onClick={() => setAsking('discard')}>{i.discard}</Button>
        </>
      )}
      {(row.state === 'STOPPED' || row.state === 'UNDO_STOPPED') && (
        <Button type="primary" loading={busy} onClick={() => void command.run('resume')}>
          {i.resume}
        </Button>
      )}
      {(row.state === 'COMPLETED' || row.state === 'STOPPED') && (
        <ReasonedButton danger={row.undoable} reason={row.undoable ? undefined : i.notUndoable} onClick={() => setAsking('undo')}>
          {i.undo}
        </ReasonedButton>
      )}
      {asking === undefined && <FormErrors refusal={command.refusal} />}
      {asking !== undefined && (
        <ConfirmDialog
          danger={asking !== 'confirm'}
          title={asking === 'confirm' ? i.confirm(row.rows) : asking === 'undo' ? i.undo : i.discard}
          detail={asking === 'confirm' ? i.confirmDetail : asking === 'undo' ? i.undoDetail : i.noLinesDetail}
          action={asking === 'confirm' ? i.confirm(row.rows) : asking === 'undo' ? i.undo : i.discard}
          busy={busy}
          onConfirm={() => void command.run(asking)}
          onClose={close}
        >
          <FormErrors refusal={command.refusal} />
        </ConfirmDialog>
      )}
    </>
  );
}

/** An import: what it would do row by row, how far it is, what came of it. */
export function ImportPage() {
  const w = useWords();
  const i = w.imports;
  const { id = '' } = useParams();
  const { manages } = useSession();
  const filters = useFilters(['outcome']);
  const outcome = OUTCOMES.find(each => each === filters.values.outcome);
  const paging = usePaging();
  const query = useQuery(importQuery(id));
  const state = query.data?.body.state;
  const mayImport = manages(IMPORTING);
  const rows = useQuery({ ...rowsQuery(id, outcome, paging.cursor, paging.limit), enabled: mayImport && state === 'PROPOSED' });
  const unitName = useUnitName(query.data?.body.unit);
  const crumbs = [{ to: '/imports', text: i.title }];
  if (query.data === undefined) {
    return (
      <>
        <PageHead title={i.one} crumbs={crumbs} />
        {query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={i.rows} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  }
  const { body: row, etag } = query.data;
  const counts = counted(row.counts, w);
  return (
    <>
      <PageHead
        crumbs={crumbs}
        title={i.one}
        lead={
          <>
            {unitName} · {i.count(row.rows)} · <ImportStatus state={row.state} />
          </>
        }
        actions={mayImport && <Acts row={row} etag={etag} />}
      />
      {isMoving(row.state) && (
        <section className="panel panel-pad" aria-label={i.outcome}>
          <p role="status">{i.progress(row.applied, row.batches)}</p>
          <progress className="progress" max={Math.max(1, row.batches)} value={row.applied} aria-label={i.progress(row.applied, row.batches)} />
          <p className="small">{i.leave}</p>
        </section>
      )}
      {row.reason && <p className="note note-late">{row.reason}</p>}
      {counts.length > 0 && (
        <section className="panel panel-pad" aria-labelledby="summary">
          <h2 id="summary">{i.summary}</h2>
          <ul className="dots">
            {counts.map(each => (
              <li key={each.outcome}>
                {each.text}: <strong className="num">{each.count}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      {row.state === 'PROPOSED' && mayImport ? (
        <section className="panel" aria-label={i.lines}>
          <FilterBar filters={filters}>
            <SelectFilter
              label={i.outcome}
              value={outcome}
              options={OUTCOMES.map(each => ({ value: each, text: i.outcomes[each] }))}
              onChange={value => filters.set('outcome', value)}
            />
          </FilterBar>
          <Rows
            rows={rows.data?.items}
            query={rows}
            next={rows.data?.next}
            paging={paging}
            empty={
              filters.count > 0 ? (
                <EmptyState kind="match" title={w.filters.noMatch(i.lines)} detail={w.filters.noMatchDetail}>
                  <Button onClick={filters.clear}>{w.filters.clear}</Button>
                </EmptyState>
              ) : (
                <EmptyState kind="none" title={i.noLines} detail={i.noLinesDetail} />
              )
            }
          />
        </section>
      ) : (
        !isMoving(row.state) && <p className="small">{i.noLinesDetail}</p>
      )}
    </>
  );
}
