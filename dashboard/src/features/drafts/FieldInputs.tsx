import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import { day } from '../../app/format';
import { DateField } from '../../components/Fields';
import { useWords } from '../../words';
import type { Details, FieldName } from './drafts';
import type { Place } from './sources';
import type { FieldValue } from './working';
import { At } from './ValueRow';

type Documents = Details['legalBases'];
type Targets = Details['targets'];
type Reports = Details['reportDeadlines'];

interface Props {
  name: FieldName;
  value: FieldValue;
  readOnly: boolean;
  /** of the only control, for its label */
  id: string;
  required: boolean;
  onChange: (value: FieldValue, part: string) => void;
  onAt: (place: Place) => void;
}

const COMPARATORS = ['>=', '>', '=', '<=', '<', 'between'] as const;

/** The entries of a list, each with what it is made of, a button that drops it, and one that adds another. */
function Lines<T>({
  name,
  value,
  empty,
  readOnly,
  entry,
  onChange,
  onAt,
}: {
  name: FieldName;
  value: readonly T[];
  empty: T;
  readOnly: boolean;
  entry: (each: T, index: number, put: (next: T, part?: string) => void) => ReactNode;
  onChange: Props['onChange'];
  onAt: Props['onAt'];
}) {
  const w = useWords();
  const put = (index: number) => (next: T, part = '') =>
    onChange(value.map((each, other) => (other === index ? next : each)) as FieldValue, `[${index}]${part}`);
  return (
    <>
      <ul className="value-lines">
        {value.map((each, index) => (
          <li key={index}>
            <At item={name} part={`[${index}]`} onAt={onAt} className="value-line">
              {entry(each, index, put(index))}
            </At>
            {!readOnly && (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={w.drafts.dropLine(index + 1)}
                title={w.drafts.dropLine(index + 1)}
                onClick={() => onChange(value.filter((_, other) => other !== index) as FieldValue, '')}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...value, empty] as FieldValue, '')}>
          {w.drafts.addLine}
        </Button>
      )}
    </>
  );
}

function Small({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <span className="small-field">
      <label htmlFor={id} className="small">
        {label}
      </label>
      {children(id)}
    </span>
  );
}

const typed = (event: { target: { value: string } }): string | null => event.target.value || null;

/** What a figure says, as people write it: with a comma. NaN while it is not one. */
function figureOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replaceAll('.', '').replace(',', '.'));
}

const figureText = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? '' : String(value).replace('.', ',');

/** The controls of one value of a plan. */
export function FieldInputs({ name, value, readOnly, id, required, onChange, onAt }: Props) {
  const w = useWords();
  const d = w.drafts;
  const common = { id, readOnly, 'aria-required': required || undefined };
  switch (name) {
    case 'documentNumber':
    case 'place':
      return (
        <input {...common} className="input" maxLength={200} value={(value as string | null) ?? ''} onChange={event => onChange(typed(event), '')} />
      );
    case 'title':
    case 'theme':
      return (
        <textarea {...common} className="textarea short" rows={2} maxLength={2000} value={(value as string | null) ?? ''} onChange={event => onChange(typed(event), '')} />
      );
    case 'year':
      return (
        <input
          {...common}
          className="input num-input"
          inputMode="numeric"
          maxLength={4}
          value={(value as number | null) ?? ''}
          onChange={event => {
            const digits = event.target.value.replaceAll(/\D/g, '');
            onChange(digits === '' ? null : Number(digits), '');
          }}
        />
      );
    case 'issueDate':
      return readOnly ? (
        <input {...common} className="input num-input" value={day(value as string | null)} />
      ) : (
        <DateField
          control={{ id, 'aria-required': required || undefined }}
          value={(value as string | null) ?? undefined}
          onChange={chosen => onChange(chosen ?? null, '')}
        />
      );
    case 'campaigns':
    case 'recipients':
      return (
        <Lines
          name={name}
          value={(value as string[] | undefined) ?? []}
          empty=""
          readOnly={readOnly}
          onChange={onChange}
          onAt={onAt}
          entry={(each, index, put) => (
            <input
              className="input"
              readOnly={readOnly}
              maxLength={2000}
              aria-label={d.line(index + 1)}
              value={each}
              onChange={event => put(event.target.value)}
            />
          )}
        />
      );
    case 'legalBases':
    case 'implementsDocuments':
      return (
        <Lines<Documents[number]>
          name={name}
          value={(value as Documents | undefined) ?? []}
          empty={{ type: name === 'legalBases' ? '' : d.planType }}
          readOnly={readOnly}
          onChange={onChange}
          onAt={onAt}
          entry={(each, _, put) => (
            <div className="small-fields">
              <Small label={d.citedType}>
                {own => <input id={own} readOnly={readOnly} className="input" maxLength={200} value={each.type} onChange={event => put({ ...each, type: event.target.value }, '.type')} />}
              </Small>
              <Small label={d.citedNumber}>
                {own => <input id={own} readOnly={readOnly} className="input" maxLength={200} value={each.number ?? ''} onChange={event => put({ ...each, number: typed(event), plan: null }, '.number')} />}
              </Small>
              <Small label={d.citedDate}>
                {own => <DateField control={{ id: own }} value={each.date ?? undefined} onChange={date => put({ ...each, date: date ?? null, plan: null }, '.date')} />}
              </Small>
              <Small label={d.citedIssuer}>
                {own => <input id={own} readOnly={readOnly} className="input" maxLength={2000} value={each.issuer ?? ''} onChange={event => put({ ...each, issuer: typed(event), plan: null }, '.issuer')} />}
              </Small>
              {each.plan && <span className="small">{d.linked}</span>}
            </div>
          )}
        />
      );
    case 'targets':
      return (
        <Lines<Targets[number]>
          name={name}
          value={(value as Targets | undefined) ?? []}
          empty={{ text: '', value: Number.NaN, unit: '%', comparator: '>=' }}
          readOnly={readOnly}
          onChange={onChange}
          onAt={onAt}
          entry={(each, _, put) => (
            <div className="small-fields">
              <Small label={d.targetText}>
                {own => <textarea id={own} readOnly={readOnly} className="textarea short" rows={2} value={each.text} onChange={event => put({ ...each, text: event.target.value }, '.text')} />}
              </Small>
              <Small label={d.comparator}>
                {own => (
                  <select
                    id={own}
                    disabled={readOnly}
                    className="select"
                    value={each.comparator}
                    onChange={event => put({ ...each, comparator: event.target.value, valueMax: event.target.value === 'between' ? (each.valueMax ?? each.value) : null }, '.value')}
                  >
                    {COMPARATORS.map(comparator => (
                      <option key={comparator} value={comparator}>
                        {d.comparators[comparator]}
                      </option>
                    ))}
                  </select>
                )}
              </Small>
              <Small label={d.targetValue}>
                {own => <input id={own} readOnly={readOnly} className="input" inputMode="decimal" defaultValue={figureText(each.value)} onBlur={event => figureOf(event.target.value) !== each.value && put({ ...each, value: figureOf(event.target.value) }, '.value')} />}
              </Small>
              {each.comparator === 'between' && (
                <Small label={d.targetMost}>
                  {own => <input id={own} readOnly={readOnly} className="input" inputMode="decimal" defaultValue={figureText(each.valueMax)} onBlur={event => put({ ...each, valueMax: figureOf(event.target.value) }, '.valueMax')} />}
                </Small>
              )}
              <Small label={d.targetUnit}>
                {own => <input id={own} readOnly={readOnly} className="input" maxLength={200} value={each.unit} onChange={event => put({ ...each, unit: event.target.value }, '.unit')} />}
              </Small>
              <Small label={d.targetYear}>
                {own => (
                  <input
                    id={own}
                    readOnly={readOnly}
                    className="input"
                    inputMode="numeric"
                    maxLength={4}
                    value={each.byYear ?? ''}
                    onChange={event => put({ ...each, byYear: Number(event.target.value.replaceAll(/\D/g, '')) || null }, '.byYear')}
                  />
                )}
              </Small>
            </div>
          )}
        />
      );
    case 'reportDeadlines':
      return (
        <Lines<Reports[number]>
          name={name}
          value={(value as Reports | undefined) ?? []}
          empty={{ kind: '', due: '', text: '' }}
          readOnly={readOnly}
          onChange={onChange}
          onAt={onAt}
          entry={(each, _, put) => (
            <div className="small-fields">
              <Small label={d.reportKind}>
                {own => <input id={own} readOnly={readOnly} className="input" maxLength={200} value={each.kind} onChange={event => put({ ...each, kind: event.target.value }, '.kind')} />}
              </Small>
              <Small label={d.reportDue}>
                {own => <DateField control={{ id: own }} value={each.due || undefined} onChange={due => put({ ...each, due: due ?? '' }, '.due')} />}
              </Small>
              <Small label={d.reportText}>
                {own => <textarea id={own} readOnly={readOnly} className="textarea short" rows={2} value={each.text} onChange={event => put({ ...each, text: event.target.value }, '.text')} />}
              </Small>
            </div>
          )}
        />
      );
    case 'signatory': {
      const signer = (value as Details['signatory']) ?? {};
      return (
        <div className="small-fields">
          {(['position', 'name'] as const).map(part => (
            <At key={part} item={name} part={part} onAt={onAt} className="small-field">
              <Small label={d.signer[part]}>
                {own => (
                  <input
                    id={own}
                    readOnly={readOnly}
                    className="input"
                    maxLength={200}
                    aria-required
                    value={signer[part] ?? ''}
                    onChange={event => onChange({ ...signer, [part]: typed(event) }, part)}
                  />
                )}
              </Small>
            </At>
          ))}
        </div>
      );
    }
  }
}
