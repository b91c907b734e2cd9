import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, read } from '../../api/client';
import { useAsOf, useLink } from '../../app/asOf';
import { day } from '../../app/format';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { ExportButton, withQuery } from '../../components/ExportButton';
import { FilterBar, FilterField, SelectFilter, useFilters } from '../../components/Filters';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import type { Holder, Unit } from './units';

type PostKind = Holder['kind'];
const POST_KINDS: readonly PostKind[] = ['OFFICIAL', 'NON_SPECIALISED', 'VILLAGE_HEAD'];

/** Who holds a post in the unit, or in it and below, on the day that is looked at. */
export function Holders({ unit }: { unit: Unit }) {
  const w = useWords();
  const p = w.people;
  const link = useLink();
  const [asOf] = useAsOf();
  const filters = useFilters(['below', 'kind']);
  const paging = usePaging();
  const below = filters.values.below === 'true';
  const kind = POST_KINDS.find(each => each === filters.values.kind);
  const query = useQuery({
    queryKey: ['organization', 'unit', unit.id, 'people', asOf, below, kind, paging.cursor],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/organization/units/{id}/people', {
          params: { path: { id: unit.id }, query: { asOf, below, kind, limit: paging.limit, cursor: paging.cursor } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const name = (holder: Holder) => (
    <Link className="row-title" to={link(`/people/${holder.person}`)}>
      {holder.name ?? p.erased}
    </Link>
  );
  const span = (holder: Holder) => p.span(day(holder.from), day(holder.until));
  const columns: readonly Column<Holder>[] = [
    { key: 'name', head: p.name, main: true, width: 200, cell: name },
    {
      key: 'title',
      head: p.post,
      width: 220,
      cell: holder => (
        <>
          {holder.title}
          <span className="detail">{p.postKinds[holder.kind]}</span>
        </>
      ),
    },
    { key: 'unit', head: w.units.one, width: 180, cell: holder => holder.unit && <Link to={link(`/units/${holder.unit.id}`)}>{holder.unit.name}</Link> },
    { key: 'span', head: p.held, date: true, cell: span },
  ];
  return (
    <section className="panel" aria-label={w.units.peopleTab}>
      <FilterBar filters={filters}>
        <SelectFilter
          label={w.units.reach}
          all={w.units.itself}
          value={below ? 'true' : undefined}
          options={[{ value: 'true', text: w.units.withBelow }]}
          onChange={value => filters.set('below', value)}
        />
        <SelectFilter
          label={p.postKind}
          value={kind}
          options={POST_KINDS.map(each => ({ value: each, text: p.postKinds[each] }))}
          onChange={value => filters.set('kind', value)}
        />
        <FilterField label={w.units.exportLabel}>
          <ExportButton path={withQuery(`/api/v1/organization/units/${unit.id}/people.xlsx`, { asOf, below: String(below), kind })} />
        </FilterField>
      </FilterBar>
      <DataTable
        what={p.postRows}
        columns={columns}
        rows={query.data?.items}
        next={query.data?.next}
        paging={paging}
        rowKey={holder => holder.post}
        query={query}
        card={holder => (
          <>
            {name(holder)}
            <span>{holder.title}</span>
            <span className="detail">{holder.unit?.name}</span>
            <span className="detail date">{span(holder)}</span>
          </>
        )}
        empty={<EmptyState kind={filters.count > 0 ? 'match' : 'none'} title={w.units.noPosts} detail={below ? w.units.noPostsBelow : w.units.noPostsDetail} />}
      />
    </section>
  );
}
