import { DateField, Field } from '../../components/Fields';
import { Select } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { findUnits } from '../units/units';
import { ROLES, type AccountRole } from './users';

/** A role as a form holds it. */
export interface RoleFilled {
  role: AccountRole | undefined;
  unit: Choice | undefined;
  from: string | undefined;
  until: string | undefined;
}

export interface RoleWrong {
  role: string | undefined;
  unit: string | undefined;
}

/** Which role, for which unit and all below it, from when until when. */
export function RoleFields({ value, wrong, optional = false, onChange }: { value: RoleFilled; wrong: RoleWrong; optional?: boolean; onChange: (next: RoleFilled) => void }) {
  const w = useWords();
  const u = w.users;
  return (
    <>
      <Field label={u.role} required={!optional} error={wrong.role}>
        {control => (
          <Select
            control={control}
            value={value.role}
            none={optional ? u.noRoleYet : u.chooseRole}
            options={ROLES.map(each => ({ value: each, text: w.roles[each] }))}
            onChange={role => onChange({ ...value, role })}
          />
        )}
      </Field>
      {(value.role !== undefined || !optional) && (
        <>
          <Field label={u.roleUnit} required hint={u.roleUnitHint} error={wrong.unit}>
            {control => (
              <Picker control={control} kind="units" value={value.unit} find={findUnits(w)} placeholder={w.units.choose} onChange={unit => onChange({ ...value, unit })} />
            )}
          </Field>
          <Field label={u.roleFrom} required>
            {control => <DateField control={control} value={value.from} onChange={from => onChange({ ...value, from })} />}
          </Field>
          <Field label={u.roleUntil} hint={u.roleUntilHint}>
            {control => <DateField control={control} value={value.until} onChange={until => onChange({ ...value, until })} />}
          </Field>
        </>
      )}
    </>
  );
}
