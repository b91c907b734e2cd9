import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { exchangeFile } from '../../api/client';
import { NotSent, Refusal } from '../../api/problem';
import { upload } from '../../api/upload';
import { useCommand } from '../../api/useCommand';
import { notify } from '../../app/notices';
import type { Schema } from '../../api/client';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton } from '../../components/ExportButton';
import { FormErrors } from '../../components/Fields';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { Status } from '../../components/Status';
import { Uploader } from '../../components/Uploader';
import { useWords } from '../../words';

type Preview = Schema<'Preview'>;
type Row = Preview['rows'][number];

interface Looked {
  file: File;
  preview: Preview;
}

/** Accounts from a list: looked at row by row, then opened all at once; the passwords come as a workbook, once. */
export function AccountImportPage() {
  const w = useWords();
  const u = w.users;
  const navigate = useNavigate();
  const [looked, setLooked] = useState<Looked>();
  const [refusal, setRefusal] = useState<Refusal | NotSent>();
  const open = useCommand<Looked>({
    form: 'account-import',
    send: ({ file }, headers) => exchangeFile('/api/v1/access/imports', file, headers),
    onDone: () => {
      notify('ok', u.importDone);
      void navigate('/users');
    },
  });
  const look = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
    setRefusal(undefined);
    setLooked(undefined);
    open.forget();
    try {
      const { body } = await upload<Preview>('/api/v1/access/imports/preview', file, { onProgress, signal });
      setLooked({ file, preview: body });
    } catch (thrown) {
      if (thrown instanceof Refusal || thrown instanceof NotSent) {
        setRefusal(thrown);
      } else {
        throw thrown;
      }
    }
  };
  const state = (row: Row) =>
    row.problems.length === 0 ? (
      <Status family="ok" icon="tick">
        {u.rowRight}
      </Status>
    ) : (
      <>
        <Status family="late" icon="fault">
          {u.rowWrong}
        </Status>
        {row.problems.map(each => (
          <span key={each} className="detail">
            {each}
          </span>
        ))}
      </>
    );
  const columns: readonly Column<Row>[] = [
    { key: 'row', head: u.rowNumber, number: true, cell: row => row.row },
    {
      key: 'name',
      head: u.name,
      width: 180,
      cell: row => (
        <>
          <strong>{row.name}</strong>
          <span className="detail">{row.personName ?? u.noPerson}</span>
        </>
      ),
    },
    { key: 'unit', head: u.unit, width: 170, cell: row => row.unitName ?? '' },
    { key: 'roles', head: u.roles, width: 150, cell: row => row.roles.map(each => w.roles[each]).join(', ') },
    { key: 'state', head: u.result, main: true, width: 260, cell: state },
  ];
  return (
    <>
      <PageHead
        crumbs={[{ to: '/users', text: u.title }]}
        title={u.import}
        lead={u.importLead}
        actions={<ExportButton path="/api/v1/access/imports/template.xlsx" text={w.imports.template} />}
      />
      <section className="panel panel-pad" aria-label={u.import}>
        <FormErrors refusal={refusal ?? open.refusal} />
        <Uploader label={u.importFile} endings={['.xlsx', '.csv']} send={look} />
      </section>
      {looked !== undefined && (
        <section className="panel" aria-label={u.result}>
          <div className="panel-head">
            <p role="status">
              <strong>{looked.file.name}</strong>: {u.importCount(looked.preview.rows.length, looked.preview.wrong)}
            </p>
            <div className="actions">
              <ReasonedButton
                type="primary"
                loading={open.state === 'sending'}
                reason={looked.preview.rows.length === 0 ? u.importNothing : looked.preview.acceptable ? undefined : u.importWrong(looked.preview.wrong)}
                onClick={() => void open.run(looked)}
              >
                {u.importOpen(looked.preview.rows.length)}
              </ReasonedButton>
              <Button onClick={() => setLooked(undefined)}>{w.imports.otherFile}</Button>
            </div>
          </div>
          <DataTable
            what={w.imports.lines}
            columns={columns}
            rows={looked.preview.rows}
            rowKey={row => String(row.row)}
            query={{ isPending: false, error: null, refetch: () => undefined }}
            card={row => (
              <>
                <span className="small">{w.imports.line(row.row)}</span>
                <strong>{row.name}</strong>
                <span className="detail">{[row.personName, row.unitName].filter(Boolean).join(' · ')}</span>
                {state(row)}
              </>
            )}
            empty={<EmptyState kind="none" title={u.importNothing} detail={u.importNothingDetail} />}
          />
        </section>
      )}
    </>
  );
}
