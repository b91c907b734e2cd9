import type { ReactNode } from 'react';
import type { Paging } from '../../components/usePaging';
import { DataTable, type Column } from '../../components/DataTable';
import { Status } from '../../components/Status';
import { useWords } from '../../words';
import type { RowReport } from './imports';

/** What each row of a file does, or why it cannot. */
export function Rows({
  rows,
  query,
  next,
  paging,
  empty,
}: {
  rows: readonly RowReport[] | undefined;
  query: { isPending: boolean; isFetching?: boolean; error: unknown; refetch: () => unknown };
  next?: string | null | undefined;
  paging?: Paging;
  empty: ReactNode;
}) {
  const w = useWords();
  const i = w.imports;
  const findings = (row: RowReport) => {
    const failed = row.findings.some(each => each.error);
    return (
      <>
        {failed ? (
          <Status family="late" icon="fault">
            {i.outcomes.ERROR}
          </Status>
        ) : (
          row.outcomes.map(each => i.outcomes[each]).join(', ')
        )}
        {row.findings.map(each => (
          <span key={`${each.column ?? ''} ${each.message}`} className="detail">
            {each.column && <strong>{i.column(each.column)}: </strong>}
            {each.message}
          </span>
        ))}
      </>
    );
  };
  const columns: readonly Column<RowReport>[] = [
    {
      key: 'row',
      head: i.sheet,
      width: 130,
      cell: row => (
        <>
          {row.sheet}
          <span className="detail date">{i.line(row.row)}</span>
        </>
      ),
    },
    { key: 'label', head: i.label, width: 220, cell: row => <strong>{row.label}</strong> },
    { key: 'finding', head: i.finding, main: true, width: 300, cell: findings },
  ];
  return (
    <DataTable
      what={i.lines}
      columns={columns}
      rows={rows}
      next={next}
      {...(paging === undefined ? {} : { paging })}
      rowKey={row => `${row.sheet} ${String(row.row)}`}
      query={query}
      card={row => (
        <>
          <span className="small">
            {row.sheet} · {i.line(row.row)}
          </span>
          <strong>{row.label}</strong>
          <span>{findings(row)}</span>
        </>
      )}
      empty={empty}
    />
  );
}
