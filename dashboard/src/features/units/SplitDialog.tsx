import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { notify } from '../../app/notices';
import { Field, SavedNote } from '../../components/Fields';
import { FormDialog, Select } from '../../components/FormDialog';
import { useWords } from '../../words';
import { Effective } from './Effective';
import { withVersion, type ActProps } from './PlainActs';
import { childrenQuery } from './units';

interface Part {
  name: string;
  code: string;
}

interface Splitting {
  parts: Part[];
  /** which part, as its index, takes over the posts; empty: the unit goes on */
  successor: string;
  /** part of each unit below, by the unit's id; those not named stay */
  children: Record<string, string>;
  effective: string | undefined;
}

const EMPTY: Part = { name: '', code: '' };

/** New units come out of one; it goes on, or one of them takes over. */
export function SplitDialog({ unit, etag, onClose }: ActProps) {
  const w = useWords();
  const u = w.units;
  const form = `split:${unit.id}`;
  const { value, set, savedAt, restored, clear } = useAutosave<Splitting>(form, { parts: [EMPTY], successor: '', children: {}, effective: today() });
  const [tried, setTried] = useState(false);
  const below = useQuery(childrenQuery(unit.id, value.effective));
  const ends = value.successor !== '';
  const split = useCommand<Splitting>({
    form,
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/organization/units/{id}/split', {
          params: { path: { id: unit.id }, header: withVersion(headers, etag) },
          body: {
            effective: filled.effective ?? '',
            successor: filled.successor === '' ? null : Number(filled.successor),
            parts: filled.parts.map((part, index) => ({
              unit: { kind: unit.kind, name: part.name.trim(), code: part.code.trim(), parent: unit.parent?.id ?? null },
              children: Object.entries(filled.children).flatMap(([child, to]) => (to === String(index) ? [child] : [])),
            })),
          },
        }),
      ),
    onDone: () => {
      clear();
      notify('ok', u.splitDone);
      onClose();
    },
  });
  const children = below.data?.units ?? [];
  const homeless = ends ? children.filter(child => (value.children[child.id] ?? '') === '') : [];
  const wrong = {
    parts: value.parts.some(each => each.name.trim() === '' || each.code.trim() === '') ? u.partNeeds : ends && value.parts.length < 2 ? u.twoParts : undefined,
    children: homeless.length > 0 ? u.homeless(homeless.map(each => each.name).join(', ')) : undefined,
    effective: value.effective === undefined ? w.form.required : undefined,
  };
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).every(each => each === undefined)) {
      void split.run(value);
    }
  };
  const put = (index: number, part: Partial<Part>) =>
    set(before => ({ ...before, parts: before.parts.map((each, at) => (at === index ? { ...each, ...part } : each)) }));
  const partName = (index: number) => value.parts[index]?.name.trim() || u.part(index + 1);
  const options = value.parts.map((_, index) => ({ value: String(index), text: partName(index) }));
  return (
    <FormDialog
      wide
      title={`${u.actNames.split}: ${unit.name}`}
      action={u.actNames.split}
      busy={split.state === 'sending'}
      refusal={split.refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      {value.parts.map((part, index) => (
        <fieldset key={index} className="choices">
          <legend>{u.part(index + 1)}</legend>
          <Field label={u.name} required error={tried && part.name.trim() === '' ? w.form.required : undefined}>
            {control => <input {...control} className="input" maxLength={300} value={part.name} onChange={event => put(index, { name: event.target.value })} />}
          </Field>
          <Field label={u.code} required error={tried && part.code.trim() === '' ? w.form.required : undefined}>
            {control => <input {...control} className="input" maxLength={40} value={part.code} onChange={event => put(index, { code: event.target.value })} />}
          </Field>
          {value.parts.length > 1 && (
            <Button
              type="text"
              onClick={() => set(before => ({ ...before, parts: before.parts.filter((_, at) => at !== index), successor: '', children: {} }))}
            >
              {u.dropPart(index + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      <div className="actions">
        <Button onClick={() => set(before => ({ ...before, parts: [...before.parts, EMPTY] }))}>{u.addPart}</Button>
      </div>
      <Field label={u.afterSplit} required error={tried ? wrong.parts : undefined}>
        {control => (
          <Select
            control={control}
            value={value.successor}
            none={u.goesOn(unit.name)}
            options={options.map(each => ({ value: each.value, text: u.endsInto(each.text) }))}
            onChange={successor => set(before => ({ ...before, successor: successor ?? '' }))}
          />
        )}
      </Field>
      {children.length > 0 && (
        <fieldset className="choices">
          <legend>{u.childrenGo}</legend>
          {children.map(child => (
            <Field key={child.id} label={child.name} required={ends} error={tried && homeless.includes(child) ? w.form.required : undefined}>
              {control => (
                <Select
                  control={control}
                  value={value.children[child.id]}
                  none={ends ? u.choosePart : u.stays}
                  options={options}
                  onChange={to => set(before => ({ ...before, children: { ...before.children, [child.id]: to ?? '' } }))}
                />
              )}
            </Field>
          ))}
        </fieldset>
      )}
      <Effective value={value.effective} error={tried ? wrong.effective : undefined} onChange={effective => set(before => ({ ...before, effective }))} />
      <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
    </FormDialog>
  );
}
