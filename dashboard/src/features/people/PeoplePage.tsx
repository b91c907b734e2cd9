import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLink } from '../../app/asOf';
import { useSession, useUnitName } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { PrintButton } from '../../components/ExportButton';
import { FilterBar, FilterField, TextFilter, useFilters } from '../../components/Filters';
import { PageHead } from '../../components/PageHead';
import { Picker } from '../../components/Picker';
import { ReasonedButton } from '../../components/ReasonedButton';
import { usePaging } from '../../components/usePaging';
import { useWords } from '../../words';
import { findUnits } from '../units/units';
import { CHANGING, COUNTING, GENDERS, peopleQuery, type PersonItem } from './people';
import { RegisterDialog } from './RegisterDialog';
import { Statistics } from './Statistics';

/** People within reach, of a unit and below, or by their names. Names do not stand in the address. */
export function PeoplePage() {
  const w = useWords();
  const p = w.people;
  const link = useLink();
  const navigate = useNavigate();
  const unitId = useId();
  const { manages, post } = useSession();
  const filters = useFilters(['unit']);
  const { unit } = filters.values;
  const unitName = useUnitName(unit);
  const postName = useUnitName(post?.unit);
  const paging = usePaging();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const query = useQuery(peopleQuery(words, unit, paging.cursor, paging.limit));
  const name = (person: PersonItem) => (
    <Link className="row-title" to={link(`/people/${person.id}`)}>
      {person.name ?? p.erased}
    </Link>
  );
  const gender = (person: PersonItem) => GENDERS.filter(each => each === person.gender).map(each => p.genders[each]).join('');
  const place = (person: PersonItem) => person.unit && <Link to={link(`/units/${person.unit.id}`)}>{person.unit.name}</Link>;
  const columns: readonly Column<PersonItem>[] = [
    { key: 'name', head: p.name, main: true, width: 220, cell: name },
    { key: 'gender', head: p.gender, cell: gender },
    { key: 'born', head: p.birthYear, date: true, cell: person => person.birthYear ?? '' },
    { key: 'unit', head: p.unit, width: 220, cell: place },
  ];
  const isNarrow = words !== '' || unit !== undefined;
  const clear = () => {
    setWords('');
    filters.clear();
  };
  const mayChange = manages(CHANGING);
  return (
    <>
      <PageHead
        title={p.title}
        lead={p.lead}
        actions={
          <>
            <PrintButton />
            {mayChange && <Button onClick={() => void navigate('/imports')}>{w.units.import}</Button>}
            <ReasonedButton type="primary" reason={mayChange ? undefined : p.mayNot} onClick={() => setAdding(true)}>
              {p.register}
            </ReasonedButton>
          </>
        }
      />
      <div className={manages(COUNTING) ? 'columns' : undefined}>
        <section className="panel" aria-label={p.title}>
          <FilterBar filters={{ count: (words === '' ? 0 : 1) + filters.count, clear }}>
            <TextFilter
              label={p.search}
              placeholder={p.searchHint}
              value={words === '' ? undefined : words}
              onChange={value => {
                setWords(value ?? '');
                // the cursor belongs to the list before
                filters.set('unit', unit);
              }}
            />
            <FilterField label={w.units.one} htmlFor={unitId}>
              <Picker
                control={{ id: unitId }}
                kind="units"
                value={unit === undefined ? undefined : { id: unit, name: unitName }}
                find={findUnits(w)}
                placeholder={p.anyUnit}
                onChange={chosen => filters.set('unit', chosen?.id)}
              />
            </FilterField>
          </FilterBar>
          <DataTable
            what={p.rows}
            columns={columns}
            rows={query.data?.items}
            next={query.data?.next}
            paging={paging}
            rowKey={person => person.id}
            query={query}
            card={person => (
              <>
                {name(person)}
                <span className="detail">{[gender(person), person.birthYear].filter(Boolean).join(' · ')}</span>
                <span className="detail">{place(person)}</span>
              </>
            )}
            empty={
              isNarrow ? (
                <EmptyState kind="match" title={p.noMatch} detail={p.noMatchDetail}>
                  <Button onClick={clear}>{w.filters.clear}</Button>
                </EmptyState>
              ) : (
                <EmptyState kind="none" title={p.none} detail={p.noneDetail} />
              )
            }
          />
        </section>
        {manages(COUNTING) && <Statistics unit={unit} />}
      </div>
      {adding && (
        <RegisterDialog
          unit={unit !== undefined ? { id: unit, name: unitName } : post !== undefined ? { id: post.unit, name: postName } : undefined}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
