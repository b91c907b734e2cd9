import { useId } from 'react';
import { FilterBar, FilterField, SelectFilter, type AddressFilters } from '../../components/Filters';
import { Picker } from '../../components/Picker';
import { useWords } from '../../words';
import { findUnits } from '../units/units';
import { findPeople, useUnitNames } from '../users/users';
import { CONTEXTS, useActorNames, type Context } from './audit';

/** Which part of the log, for which unit, by whom. The address has ids, never names of people. */
export function AuditFilters<N extends string>({ filters, context }: { filters: AddressFilters<N | 'context' | 'unit' | 'actor'>; context: Context }) {
  const w = useWords();
  const unitId = useId();
  const actorId = useId();
  const unitName = useUnitNames();
  const actorName = useActorNames();
  const values: Partial<Record<string, string>> = filters.values;
  const { unit, actor } = values;
  return (
    <FilterBar filters={filters}>
      <SelectFilter
        label={w.audit.context}
        all={null}
        value={context}
        options={CONTEXTS.map(each => ({ value: each, text: w.audit.contexts[each] }))}
        onChange={value => filters.set('context', value)}
      />
      <FilterField label={w.audit.unit} htmlFor={unitId}>
        <Picker
          control={{ id: unitId }}
          kind="units"
          value={unit === undefined ? undefined : { id: unit, name: unitName(unit) ?? w.users.unitElsewhere }}
          find={findUnits(w)}
          placeholder={w.audit.anyUnit}
          onChange={chosen => filters.set('unit', chosen?.id)}
        />
      </FilterField>
      <FilterField label={w.audit.actor} htmlFor={actorId}>
        <Picker
          control={{ id: actorId }}
          kind="people"
          value={actor === undefined ? undefined : { id: actor, name: actorName(actor) ?? w.audit.unknownActor(actor) }}
          find={findPeople}
          placeholder={w.audit.anyActor}
          onChange={chosen => filters.set('actor', chosen?.id)}
        />
      </FilterField>
    </FilterBar>
  );
}
