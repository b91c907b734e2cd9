import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { NotSent, Refusal } from '../../api/problem';
import { upload } from '../../api/upload';
import { useSession, useUnitName } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, withQuery } from '../../components/ExportButton';
import { Field, FormErrors } from '../../components/Fields';
import { useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { Picker } from '../../components/Picker';
import { Status } from '../../components/Status';
import { Uploader } from '../../components/Uploader';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { findUnits } from '../units/units';
import { IMPORTING, importsQuery, lookOf, type Progress, type Uploaded } from './imports';
import { Rows } from './Rows';

/** State of an import as colour, icon and word. */
export function ImportStatus({ state }: { state: string }) {
  const { text, ...look } = lookOf(state, useWords());
  return <Status {...look}>{text}</Status>;
}

/** Lists of units and people from a file: looked at row by row before anything is written, and those before. */
export function ImportListPage() {
  const w = useWords();
  const i = w.imports;
  const navigate = useNavigate();
  const { post, manages } = useSession();
  const filters = useFilters(['unit']);
  const unit = filters.values.unit ?? post?.unit ?? '';
  const unitName = useUnitName(unit === '' ? undefined : unit);
  const paging = usePaging();
  const [wrong, setWrong] = useState<Uploaded>();
  const [refusal, setRefusal] = useState<Refusal | NotSent>();
  const query = useQuery(importsQuery(unit, paging.cursor, paging.limit));
  const mayImport = manages(IMPORTING);

  const send = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
    setRefusal(undefined);
    setWrong(undefined);
    try {
      const { body } = await upload<Uploaded>(withQuery('/api/v1/organization/imports', { unit, name: file.name }), file, {
        headers: { 'Idempotency-Key': crypto.randomUUID() },
        onProgress,
        signal,
      });
      if (body.id === null || body.id === undefined) {
        setWrong(body);
      } else {
        void navigate(`/imports/${body.id}`);
      }
    } catch (thrown) {
      if (thrown instanceof Refusal || thrown instanceof NotSent) {
        setRefusal(thrown);
      } else {
        throw thrown;
      }
    }
  };

  const title = (row: Progress) => (
    <Link className="row-title" to={`/imports/${row.id}`}>
      {i.count(row.rows)}
    </Link>
  );
  const columns: readonly Column<Progress>[] = [
    { key: 'rows', head: i.one, main: true, cell: title },
    { key: 'state', head: w.plans.state, width: 160, cell: row => <ImportStatus state={row.state} /> },
    { key: 'reason', head: w.users.lockReason, width: 260, cell: row => row.reason ?? '' },
  ];
  return (
    <>
      <PageHead
        crumbs={[{ to: '/units', text: w.units.title }]}
        title={i.title}
        lead={i.lead}
        actions={mayImport && <ExportButton path="/api/v1/organization/imports/template" text={i.template} />}
      />
      {mayImport ? (
        <section className="panel panel-pad form" aria-label={i.file}>
          <FormErrors refusal={refusal} />
          <Field label={i.forUnit} required hint={i.forUnitHint}>
            {control => (
              <Picker
                control={control}
                kind="units"
                value={unit === '' ? undefined : { id: unit, name: unitName }}
                find={findUnits(w)}
                placeholder={w.units.choose}
                onChange={chosen => filters.set('unit', chosen?.id)}
              />
            )}
          </Field>
          {unit === '' ? <p className="reason">{i.chooseUnit}</p> : <Uploader label={i.file} endings={['.xlsx', '.csv']} send={send} />}
        </section>
      ) : (
        <p className="note">{i.mayNot}</p>
      )}
      {wrong !== undefined && (
        <section className="panel" aria-label={i.finding}>
          <div className="panel-head" role="status">
            <div>
              <h2>{i.wrongTitle(wrong.errors, wrong.rows)}</h2>
              <p className="small">{i.wrongDetail}</p>
            </div>
            <Button onClick={() => setWrong(undefined)}>{i.otherFile}</Button>
          </div>
          {wrong.notes.map(each => (
            <p key={each} className="panel-pad">
              {each}
            </p>
          ))}
          <Rows rows={wrong.failed} query={{ isPending: false, error: null, refetch: () => undefined }} empty={<p className="panel-pad">{w.app.none}</p>} />
        </section>
      )}
      {unit !== '' && (
        <section className="panel" aria-labelledby="before">
          <h2 id="before" className="panel-title">
            {i.before}
          </h2>
          <DataTable
            what={i.rows}
            columns={columns}
            rows={query.data?.items}
            next={query.data?.next}
            paging={paging}
            rowKey={row => row.id}
            query={query}
            card={row => (
              <>
                <div className="card-top">
                  <ImportStatus state={row.state} />
                </div>
                {title(row)}
                {row.reason && <span className="detail">{row.reason}</span>}
              </>
            )}
            empty={<EmptyState kind="none" title={i.noImports} detail={i.noImportsDetail} />}
          />
        </section>
      )}
    </>
  );
}
