import { ArrowDownOutlined, ArrowUpOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../words';
import { Fault } from './Fault';
import type { Paging } from './usePaging';

export interface Column<R> {
  key: string;
  head: ReactNode;
  cell: (row: R) => ReactNode;
  /** figures: to the right, digits of one width */
  number?: boolean;
  /** dates: digits of one width */
  date?: boolean;
  /** what the row is about: takes what room the others leave */
  main?: boolean;
  /** smallest width in px */
  width?: number;
  /** its head sorts by this name, which stands in the address as `sort` (`-name` the other way round) */
  sort?: string;
  /** buttons: last, to the right, unseen head, not printed */
  actions?: boolean;
}

/** What useQuery gives. */
interface Asked {
  isPending: boolean;
  isFetching?: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface Props<R> {
  /** what the rows are, as "nhiệm vụ": for the count, the caption and messages */
  what: string;
  columns: readonly Column<R>[];
  rows: readonly R[] | undefined;
  rowKey: (row: R) => string;
  /** the same on a phone: state and date, title, two small lines, a button */
  card: (row: R) => ReactNode;
  query: Asked;
  /** cursor of the next page, with `paging` */
  next?: string | null | undefined;
  paging?: Paging;
  /** how many there are, where the server says so */
  total?: number | undefined;
  /** rows of one group under a row of their own; rows come in the order of groups */
  group?: (row: R) => { key: string; title: string };
  /** says why there is nothing */
  empty: ReactNode;
  rowClass?: (row: R) => string | undefined;
  /** beside the count */
  foot?: ReactNode;
}

/** Sorting as the address says it. */
export function useSort(): [sort: string | undefined, toggle: (name: string) => void] {
  const [params, setParams] = useSearchParams();
  const sort = params.get('sort') ?? undefined;
  return [
    sort,
    name =>
      setParams(before => {
        const after = new URLSearchParams(before);
        after.delete('cursor');
        after.set('sort', sort === name ? `-${name}` : name);
        return after;
      }),
  ];
}

function Head<R>({ column }: { column: Column<R> }) {
  const w = useWords();
  const [sort, toggle] = useSort();
  const name = column.sort;
  const className = column.number === true ? 'num' : column.main === true ? 'main' : undefined;
  if (column.actions === true) {
    return (
      <th scope="col" className="act">
        <span className="unseen">{column.head}</span>
      </th>
    );
  }
  if (name === undefined) {
    return (
      <th scope="col" className={className} style={{ minWidth: column.width }}>
        {column.head}
      </th>
    );
  }
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined;
  return (
    <th scope="col" className={className} style={{ minWidth: column.width }} aria-sort={direction ?? 'none'}>
      <button type="button" className="sort" onClick={() => toggle(name)}>
        {column.head}
        {direction === 'ascending' && <ArrowUpOutlined aria-label={w.table.sortedUp} />}
        {direction === 'descending' && <ArrowDownOutlined aria-label={w.table.sortedDown} />}
      </button>
    </th>
  );
}

function cellClass<R>(column: Column<R>): string | undefined {
  if (column.actions === true) {
    return 'act';
  }
  return column.number === true ? 'num' : column.date === true ? 'date' : undefined;
}

function Count({ shown, offset, more, total, what }: { shown: number; offset: number | undefined; more: boolean; total: number | undefined; what: string }) {
  const w = useWords();
  if (offset === undefined) {
    return <span>{w.table.all(shown, what)}</span>;
  }
  const all = total ?? (more ? undefined : offset + shown);
  if (offset === 0 && !more) {
    return <span>{w.table.all(shown, what)}</span>;
  }
  return (
    <span>
      {all === undefined
        ? `${w.table.range(offset + 1, offset + shown, what)}, ${w.table.more}`
        : w.table.rangeOf(offset + 1, offset + shown, all, what)}
    </span>
  );
}

/** A real table of one page of rows; cards on a phone. Loading, failing and empty are said, and what was there stays meanwhile. */
export function DataTable<R>(props: Props<R>) {
  const { what, columns, rows, rowKey, card, query, next, paging, total, group, empty, rowClass, foot } = props;
  const w = useWords();
  if (rows === undefined) {
    return query.error !== null && query.error !== undefined ? (
      <Fault error={query.error} what={what} onRetry={() => void query.refetch()} />
    ) : (
      <div className="table-wait" aria-busy="true">
        {w.app.loading}
      </div>
    );
  }
  if (rows.length === 0) {
    return <>{empty}</>;
  }
  const titled = (row: R, index: number) => {
    if (group === undefined) {
      return undefined;
    }
    const own = group(row);
    const before = rows[index - 1];
    return before === undefined || group(before).key !== own.key ? own : undefined;
  };
  const hasMore = next !== undefined && next !== null;
  return (
    <div className={query.isFetching === true ? 'table is-fetching' : 'table'}>
      <div className="table-scroll" role="region" aria-label={w.table.region(what)} tabIndex={0}>
        <table>
          <caption className="unseen">{what}</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <Head key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const title = titled(row, index);
              return (
                <Fragment key={rowKey(row)}>
                  {title !== undefined && (
                    <tr className="group">
                      <th scope="rowgroup" colSpan={columns.length}>
                        {title.title}
                      </th>
                    </tr>
                  )}
                  <tr className={rowClass?.(row)}>
                    {columns.map(column => (
                      <td key={column.key} className={cellClass(column)}>
                        {column.cell(row)}
                      </td>
                    ))}
                  </tr>
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul className="cards">
        {rows.map((row, index) => {
          const title = titled(row, index);
          return (
            <Fragment key={rowKey(row)}>
              {title !== undefined && (
                <li className="card-group">
                  <h2>{title.title}</h2>
                </li>
              )}
              <li className={`card ${rowClass?.(row) ?? ''}`}>{card(row)}</li>
            </Fragment>
          );
        })}
      </ul>
      <footer className="table-foot">
        <Count shown={rows.length} offset={paging === undefined ? 0 : paging.offset} more={hasMore} total={total} what={what} />
        {foot}
        {paging !== undefined && (hasMore || paging.previous !== undefined) && (
          <nav className="actions" aria-label={what}>
            {paging.page !== undefined && <span className="small">{w.table.page(paging.page)}</span>}
            <Button disabled={paging.previous === undefined} onClick={() => paging.previous?.()} icon={<LeftOutlined aria-hidden />}>
              {w.table.previous}
            </Button>
            <Button
              disabled={!hasMore}
              onClick={() => hasMore && paging.next(next, rows.length)}
              icon={<RightOutlined aria-hidden />}
              iconPlacement="end"
            >
              {w.table.next}
            </Button>
          </nav>
        )}
      </footer>
    </div>
  );
}
