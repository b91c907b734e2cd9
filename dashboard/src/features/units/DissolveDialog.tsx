import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { today } from '../../app/format';
import { notify } from '../../app/notices';
import { Field, SavedNote } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Picker, type Choice } from '../../components/Picker';
import { useWords } from '../../words';
import { Effective } from './Effective';
import { withVersion, type ActProps } from './PlainActs';
import { childrenQuery, findUnits } from './units';

interface Dissolving {
  successor: Choice | undefined;
  effective: string | undefined;
}

/** A unit ends; another one takes over its posts and what is below it. */
export function DissolveDialog({ unit, etag, onClose }: ActProps) {
  const w = useWords();
  const u = w.units;
  const form = `dissolve:${unit.id}`;
  const { value, set, savedAt, restored, clear } = useAutosave<Dissolving>(form, { successor: undefined, effective: today() });
  const [tried, setTried] = useState(false);
  const below = useQuery(childrenQuery(unit.id, value.effective));
  const children = below.data?.units ?? [];
  const dissolve = useCommand<Dissolving>({
    form,
    send: (filled, headers) => {
      const successor = filled.successor?.id;
      const body = {
        effective: filled.effective ?? '',
        successor: successor ?? null,
        children: successor === undefined ? {} : Object.fromEntries(children.map(child => [child.id, successor])),
      };
      return answer(
        api.POST('/api/v1/organization/units/{id}/dissolution', {
          params: { path: { id: unit.id }, header: withVersion(headers, etag) },
          // the document does not say what the object holds
          body: body as never,
        }),
      );
    },
    onDone: () => {
      clear();
      notify('ok', u.dissolved(unit.name));
      onClose();
    },
  });
  const wrong = {
    successor: children.length > 0 && value.successor === undefined ? u.successorNeeded(children.length) : undefined,
    effective: value.effective === undefined ? w.form.required : undefined,
  };
  const submit = () => {
    setTried(true);
    if (wrong.successor === undefined && wrong.effective === undefined) {
      void dissolve.run(value);
    }
  };
  return (
    <FormDialog
      danger
      title={`${u.actNames.dissolve}: ${unit.name}`}
      action={`${u.actNames.dissolve}: ${unit.name}`}
      busy={dissolve.state === 'sending'}
      refusal={dissolve.refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{u.dissolveNote}</p>
      <Field label={u.takesOver} hint={u.takesOverHint} required={children.length > 0} error={tried ? wrong.successor : undefined}>
        {control => (
          <Picker
            control={control}
            kind="units"
            value={value.successor}
            find={findUnits(w)}
            placeholder={u.choose}
            onChange={successor => set(before => ({ ...before, successor }))}
          />
        )}
      </Field>
      {children.length > 0 && (
        <p className="note note-warn">
          {u.childrenAlong(children.length)}
          <span className="detail">{children.map(each => each.name).join(', ')}</span>
        </p>
      )}
      <Effective value={value.effective} error={tried ? wrong.effective : undefined} onChange={effective => set(before => ({ ...before, effective }))} />
      <SavedNote savedAt={savedAt} restored={restored} onClear={clear} />
    </FormDialog>
  );
}
