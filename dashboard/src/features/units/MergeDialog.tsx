import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { notify } from '../../app/notices';
import { Fault } from '../../components/Fault';
import { Field, SavedNote } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { Effective } from './Effective';
import { findUnits, previewQuery, type Unit } from './units';

interface Merging {
  units: Choice[];
  /** id of the unit that goes on; empty for a new one */
  into: string;
  name: string;
  code: string;
  effective: string | undefined;
}

/** Whom a merge touches, before it is done. */
function Touched({ ending, effective }: { ending: readonly string[]; effective: string | undefined }) {
  const w = useWords();
  const u = w.units;
  const query = useQuery(previewQuery(ending, effective));
  if (query.data === undefined) {
    return query.error === null ? <p role="status">{w.app.loading}</p> : <Fault error={query.error} what={u.preview} />;
  }
  const { units, moved, posts, people, groups, otherGroups } = query.data;
  return (
    <section className="note" aria-label={u.preview}>
      <h3>{u.preview}</h3>
      <ul className="dots">
        <li>{u.touchedUnits(units.map(each => each.name).join(', '))}</li>
        <li>
          {moved.length === 0 ? u.touchedNoChildren : u.touchedChildren(moved.length)}
          {moved.length > 0 && <span className="detail">{moved.map(each => each.name).join(', ')}</span>}
        </li>
        <li>{posts === 0 ? u.touchedNoPosts : u.touchedPosts(posts, people)}</li>
        {groups.length + otherGroups > 0 && (
          <li>
            {u.touchedGroups(groups.length + otherGroups)}
            <span className="detail">{groups.map(each => each.name).join(', ')}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Several units become one, a new one or one of them; what it touches is shown first. */
export function MergeDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const w = useWords();
  const u = w.units;
  const navigate = useNavigate();
  const form = `merge:${unit.id}`;
  const { value, set, savedAt, restored, clear } = useAutosave<Merging>(form, {
    units: [{ id: unit.id, name: unit.name }],
    into: '',
    name: '',
    code: '',
    effective: today(),
  });
  const [tried, setTried] = useState(false);
  const isNew = value.into === '';
  const ending = value.units.filter(each => each.id !== value.into).map(each => each.id);
  const merge = useCommand<Merging, { id: string }>({
    form,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/mergers', {
          params: { header: headers },
          body: {
            units: filled.units.filter(each => each.id !== filled.into).map(each => each.id),
            effective: filled.effective ?? '',
            into:
              filled.into === ''
                ? { kind: unit.kind, name: filled.name.trim(), code: filled.code.trim(), parent: unit.parent?.id ?? null }
                : {
                    unit: filled.into,
                    name: filled.name.trim() === '' ? null : filled.name.trim(),
                    code: filled.code.trim() === '' ? null : filled.code.trim(),
                  },
          },
        }),
      ),
    onDone: ({ body }) => {
      clear();
      notify('ok', u.merged);
      void navigate(`/units/${body.id}`);
      onClose();
    },
  });
  const wrong = {
    units: value.units.length < 2 ? u.twoNeeded : undefined,
    name: isNew && value.name.trim() === '' ? w.form.required : undefined,
    code: isNew && value.code.trim() === '' ? w.form.required : undefined,
    effective: value.effective === undefined ? w.form.required : undefined,
  };
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).every(each => each === undefined)) {
      void merge.run(value);
    }
  };
  const add = (chosen: Choice | undefined) => {
    if (chosen !== undefined) {
      set(before => (before.units.some(each => each.id === chosen.id) ? before : { ...before, units: [...before.units, chosen] }));
    }
  };
  return (
    <FormDialog
      wide
      title={`${u.actNames.merge}: ${unit.name}`}
      action={u.mergeUnits(value.units.length)}
      busy={merge.state === 'sending'}
      refusal={merge.refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={u.mergeWith} required error={tried ? wrong.units : undefined}>
        {control => <Picker control={control} kind="units" value={undefined} find={findUnits(w)} placeholder={u.choose} onChange={add} />}
      </Field>
      <ul className="chosen" aria-label={u.chosen}>
        {value.units.map(each => (
          <li key={each.id}>
            {each.name}
            {each.id !== unit.id && (
              <Button
                size="small"
                type="text"
                aria-label={u.leaveOut(each.name)}
                onClick={() =>
                  set(before => ({
                    ...before,
                    units: before.units.filter(other => other.id !== each.id),
                    into: before.into === each.id ? '' : before.into,
                  }))
                }
              >
                {u.drop}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <fieldset className="choices">
        <legend>{u.into}</legend>
        {[{ id: '', name: u.intoNew }, ...value.units.map(each => ({ id: each.id, name: u.intoOld(each.name) }))].map(each => (
          <label key={each.id} className="radio">
            <input type="radio" name="into" checked={value.into === each.id} onChange={() => set(before => ({ ...before, into: each.id }))} />
            <span>{each.name}</span>
          </label>
        ))}
      </fieldset>
      <Field label={isNew ? u.name : u.newName} required={isNew} error={tried ? wrong.name : undefined}>
        {control => (
          <input {...control} className="input" maxLength={300} value={value.name} onChange={event => set(before => ({ ...before, name: event.target.value }))} />
        )}
      </Field>
      <Field label={u.code} required={isNew} error={tried ? wrong.code : undefined}>
        {control => (
          <input {...control} className="input" maxLength={40} value={value.code} onChange={event => set(before => ({ ...before, code: event.target.value }))} />
        )}
      </Field>
      <Effective value={value.effective} error={tried ? wrong.effective : undefined} onChange={effective => set(before => ({ ...before, effective }))} />
      {value.units.length > 1 && value.effective !== undefined && <Touched ending={ending} effective={value.effective} />}
      <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
    </FormDialog>
  );
}
