import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAsOf, useLink } from '../../app/asOf';
import { day, today } from '../../app/format';
import { useSession } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, PrintButton, withQuery } from '../../components/ExportButton';
import { Fault } from '../../components/Fault';
import { FilterBar, SelectFilter, TextFilter, useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { EstablishDialog } from './EstablishDialog';
import { UnitTree } from './UnitTree';
import { branches, CHANGING, KINDS, treeQuery, unitsQuery, type Kind, type Unit } from './units';

const isKind = (text: string | undefined): text is Kind => KINDS.some(each => each === text);

/** What was found by name, code or kind, page by page. */
function Found({ search, kind, onClear }: { search: string | undefined; kind: Kind | undefined; onClear: () => void }) {
  const w = useWords();
  const link = useLink();
  const [asOf] = useAsOf();
  const paging = usePaging();
  const query = useQuery(
    unitsQuery({
      limit: paging.limit,
      ...(search === undefined ? {} : { search }),
      ...(kind === undefined ? {} : { kind }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(paging.cursor === undefined ? {} : { cursor: paging.cursor }),
    }),
  );
  const name = (unit: Unit) => (
    <Link className="row-title" to={link(`/units/${unit.id}`)}>
      {unit.name}
    </Link>
  );
  const above = (unit: Unit) => unit.parent && <Link to={link(`/units/${unit.parent.id}`)}>{unit.parent.name}</Link>;
  const columns: readonly Column<Unit>[] = [
    { key: 'name', head: w.units.name, main: true, width: 260, cell: name },
    { key: 'code', head: w.units.code, cell: unit => <span className="nowrap">{unit.code}</span> },
    { key: 'kind', head: w.units.kind, cell: unit => w.units.kinds[unit.kind] },
    { key: 'parent', head: w.units.parent, width: 200, cell: above },
    { key: 'from', head: w.units.from, date: true, cell: unit => day(unit.from) },
  ];
  return (
    <DataTable
      what={w.units.rows}
      columns={columns}
      rows={query.data?.items}
      next={query.data?.next}
      paging={paging}
      rowKey={unit => unit.id}
      query={query}
      card={unit => (
        <>
          {name(unit)}
          <span className="detail">
            {w.units.kinds[unit.kind]} · {unit.code}
          </span>
          <span className="detail">{above(unit)}</span>
        </>
      )}
      empty={
        <EmptyState kind="match" title={w.filters.noMatch(w.units.rows)} detail={w.units.noMatchDetail}>
          <Button onClick={onClear}>{w.filters.clear}</Button>
        </EmptyState>
      }
    />
  );
}

/** Units as of a day: the tree, or what was looked for. */
export function UnitTreePage() {
  const w = useWords();
  const navigate = useNavigate();
  const [asOf] = useAsOf();
  const { manages } = useSession();
  const filters = useFilters(['search', 'kind']);
  const [adding, setAdding] = useState(false);
  const { search, kind } = filters.values;
  const wanted = isKind(kind) ? kind : undefined;
  const isSearch = search !== undefined || wanted !== undefined;
  const tree = useQuery({ ...treeQuery(asOf), enabled: !isSearch });
  const tops = useMemo(() => (tree.data === undefined ? undefined : branches(tree.data.units)), [tree.data]);
  const reason = !manages(CHANGING) ? w.units.mayNot : asOf !== undefined ? w.units.pastDay : undefined;
  return (
    <>
      <PageHead
        title={w.units.title}
        lead={w.units.lead(day(asOf ?? today()))}
        actions={
          <>
            <ExportButton path={withQuery('/api/v1/organization/tree.xlsx', { asOf })} />
            <PrintButton />
            {manages(CHANGING) && <Button onClick={() => void navigate('/imports')}>{w.units.import}</Button>}
            <ReasonedButton type="primary" reason={reason} onClick={() => setAdding(true)}>
              {w.units.establish}
            </ReasonedButton>
          </>
        }
      />
      <section className="panel" aria-label={w.units.title}>
        <FilterBar filters={filters}>
          <TextFilter label={w.units.search} placeholder={w.units.searchHint} value={search} onChange={value => filters.set('search', value)} />
          <SelectFilter
            label={w.units.kind}
            value={wanted}
            options={KINDS.map(each => ({ value: each, text: w.units.kinds[each] }))}
            onChange={value => filters.set('kind', value)}
          />
        </FilterBar>
        {isSearch ? (
          <Found search={search} kind={wanted} onClear={filters.clear} />
        ) : tops === undefined ? (
          tree.error === null ? (
            <div className="table-wait" aria-busy="true">
              {w.app.loading}
            </div>
          ) : (
            <Fault error={tree.error} what={w.units.rows} onRetry={() => void tree.refetch()} />
          )
        ) : tops.length === 0 ? (
          <EmptyState kind="none" title={w.units.none} detail={asOf === undefined ? w.units.noneDetail : w.units.noneThen(day(asOf))} />
        ) : (
          <>
            <UnitTree tops={tops} />
            <footer className="table-foot">{w.table.all(tree.data?.units.length ?? 0, w.units.rows)}</footer>
          </>
        )}
      </section>
      {adding && <EstablishDialog onClose={() => setAdding(false)} />}
    </>
  );
}
