import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, read, type Schema } from '../../api/client';
import { useCommand } from '../../api/useCommand';
import { day, moment, today } from '../../app/format';
import { notify } from '../../app/notices';
import { useSession } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { ConfirmDialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { DateField, Field, FormErrors } from '../../components/Fields';
import { FormDialog, Select } from '../../components/FormDialog';
import { PageHead } from '../../components/PageHead';
import { Picker, type Choice } from '../../components/Picker';
import { ReasonedButton } from '../../components/ReasonedButton';
import { Status } from '../../components/Status';
import { usePaging } from '../../components/usePaging';
import { useWords, type Words } from '../../words';
import { findUnits } from '../units/units';
import { OneTime } from './OneTime';
import { CHANGING } from './roles';
import { UserTabs } from './UserTabs';
import { useUnitNames, type Client } from './users';

type Shown = Schema<'SecretShown'>;
type Act = { kind: 'register' } | { kind: 'rotate' | 'revoke'; client: Client };

interface Filled {
  name: string;
  unit: Choice | undefined;
  scopes: string[];
  expires: string | undefined;
}

/** What a scope allows; a new one is told by its own name. */
function scopeName(scope: string, w: Words): string {
  const names: Partial<Record<string, string>> = w.users.scopeNames;
  return names[scope] ?? scope;
}

/** Lets another system in; its key is shown once. */
function RegisterDialog({ onClose }: { onClose: () => void }) {
  const w = useWords();
  const u = w.users;
  const [value, setValue] = useState<Filled>({ name: '', unit: undefined, scopes: [], expires: undefined });
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState<Shown>();
  const { operates } = useSession();
  const scopes = useQuery({ queryKey: ['access', 'scopes'], queryFn: ({ signal }) => read(api.GET('/api/v1/access/client-scopes', { signal })) });
  const register = useCommand<Filled, Shown>({
    form: 'client',
    send: (filled, headers) =>
      answer(
        api.POST('/api/v1/access/clients', {
          params: { header: headers },
          body: {
            name: filled.name.trim(),
            unit: filled.unit?.id ?? null,
            scopes: filled.scopes,
            expires: filled.expires === undefined ? null : `${filled.expires}T23:59:59+07:00`,
          },
        }),
      ),
    onDone: ({ body }) => setShown(body),
  });
  if (shown !== undefined) {
    return <OneTime title={u.clientMade} detail={u.clientSecretDetail(shown.client)} secret={shown.secret} onClose={onClose} />;
  }
  const wrong = {
    name: value.name.trim() === '' ? w.form.required : undefined,
    unit: value.unit === undefined && !operates ? u.unitNeeded : undefined,
    scopes: value.scopes.length === 0 ? u.scopeNeeded : undefined,
  };
  return (
    <FormDialog
      title={u.registerClient}
      action={u.registerClient}
      busy={register.state === 'sending'}
      refusal={register.refusal}
      onSubmit={() => {
        setTried(true);
        if (Object.values(wrong).every(each => each === undefined)) {
          void register.run(value);
        }
      }}
      onClose={onClose}
    >
      <Field label={u.clientName} required hint={u.clientNameHint} error={tried ? wrong.name : undefined}>
        {control => <input {...control} className="input" maxLength={100} value={value.name} onChange={event => setValue({ ...value, name: event.target.value })} />}
      </Field>
      <Field label={u.clientUnit} required={!operates} hint={u.roleUnitHint} error={tried ? wrong.unit : undefined}>
        {control => <Picker control={control} kind="units" value={value.unit} find={findUnits(w)} placeholder={w.units.choose} onChange={unit => setValue({ ...value, unit })} />}
      </Field>
      <fieldset className="choices">
        <legend>{u.scopes}</legend>
        {(scopes.data ?? []).map(scope => (
          <label key={scope} className="radio">
            <input
              type="checkbox"
              checked={value.scopes.includes(scope)}
              onChange={event => setValue({ ...value, scopes: event.target.checked ? [...value.scopes, scope] : value.scopes.filter(each => each !== scope) })}
            />
            <span>
              {scopeName(scope, w)} <code className="small">{scope}</code>
            </span>
          </label>
        ))}
        {tried && wrong.scopes !== undefined && <span className="field-error">{wrong.scopes}</span>}
      </fieldset>
      <Field label={u.expires} hint={u.expiresHint}>
        {control => <DateField control={control} value={value.expires} onChange={expires => setValue({ ...value, expires })} />}
      </Field>
    </FormDialog>
  );
}

const OVERLAPS = ['0', '24', '168', '720'] as const;

/** A new key; the old ones stay valid for a while, so that the system can change without a gap. */
function RotateDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const u = useWords().users;
  const [hours, setHours] = useState<(typeof OVERLAPS)[number]>('24');
  const [shown, setShown] = useState<Shown>();
  const rotate = useCommand<string, Shown>({
    form: `rotate:${client.id}`,
    send: (overlap, headers) =>
      answer(api.POST('/api/v1/access/clients/{id}/secrets', { params: { path: { id: client.id }, header: headers }, body: { overlapHours: Number(overlap) } })),
    onDone: ({ body }) => setShown(body),
  });
  if (shown !== undefined) {
    return <OneTime title={u.rotated} detail={u.clientSecretDetail(client.id)} secret={shown.secret} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={`${u.rotate}: ${client.name}`}
      action={u.rotate}
      busy={rotate.state === 'sending'}
      refusal={rotate.refusal}
      onSubmit={() => void rotate.run(hours)}
      onClose={onClose}
    >
      <Field label={u.overlap} required hint={u.overlapHint}>
        {control => (
          <Select control={control} value={hours} options={OVERLAPS.map(each => ({ value: each, text: u.overlaps[each] }))} onChange={next => next !== undefined && setHours(next)} />
        )}
      </Field>
    </FormDialog>
  );
}

/** The system is let in no more, at once and for good. */
function RevokeDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const u = useWords().users;
  const revoke = useCommand<undefined>({
    form: `revoke:${client.id}`,
    send: (_, headers) => answer(api.POST('/api/v1/access/clients/{id}/revoke', { params: { path: { id: client.id }, header: headers } })),
    onDone: () => {
      notify('ok', u.revokedDone);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      danger
      title={`${u.revoke}: ${client.name}`}
      detail={u.revokeDetail}
      action={`${u.revoke}: ${client.name}`}
      busy={revoke.state === 'sending'}
      onConfirm={() => void revoke.run(undefined)}
      onClose={onClose}
    >
      <FormErrors refusal={revoke.refusal} />
    </ConfirmDialog>
  );
}

/** Other systems that are let in with a key. */
export function ClientListPage() {
  const w = useWords();
  const u = w.users;
  const { manages } = useSession();
  const nameOf = useUnitNames();
  const paging = usePaging();
  const [act, setAct] = useState<Act>();
  const query = useQuery({
    queryKey: ['access', 'clients', paging.cursor],
    queryFn: ({ signal }) => read(api.GET('/api/v1/access/clients', { params: { query: { limit: paging.limit, cursor: paging.cursor } }, signal })),
  });
  const mayChange = manages(CHANGING);
  const close = () => setAct(undefined);
  const state = (client: Client) =>
    client.revoked ? (
      <Status family="idle" icon="stop">
        {u.revokedState}
      </Status>
    ) : client.expires && client.expires < today() ? (
      <Status family="warn" icon="clock">
        {u.expired}
      </Status>
    ) : (
      <Status family="ok" icon="tick">
        {u.letIn}
      </Status>
    );
  const buttons = (client: Client) =>
    mayChange && !client.revoked ? (
      <span className="actions">
        <Button aria-label={`${u.rotate}: ${client.name}`} onClick={() => setAct({ kind: 'rotate', client })}>
          {u.rotate}
        </Button>
        <Button danger aria-label={`${u.revoke}: ${client.name}`} onClick={() => setAct({ kind: 'revoke', client })}>
          {u.revoke}
        </Button>
      </span>
    ) : null;
  const unit = (client: Client) => (client.unit ? (nameOf(client.unit) ?? u.unitElsewhere) : u.everywhere);
  const scopes = (client: Client) => client.scopes.map(each => scopeName(each, w)).join(', ');
  const columns: readonly Column<Client>[] = [
    {
      key: 'name',
      head: u.clientName,
      main: true,
      width: 220,
      cell: client => (
        <>
          <strong>{client.name}</strong>
          <span className="detail">{u.clientId(client.id)}</span>
        </>
      ),
    },
    {
      key: 'what',
      head: u.scopes,
      width: 200,
      cell: client => (
        <>
          {scopes(client)}
          <span className="detail">{unit(client)}</span>
        </>
      ),
    },
    {
      key: 'secrets',
      head: u.secrets,
      date: true,
      cell: client => (
        <>
          {u.secretCount(client.secrets.length)}
          {client.secrets.map(each => (
            <span key={each.id} className="detail date">
              {each.until ? u.secretUntil(moment(each.until)) : u.secretSince(moment(each.issued))}
            </span>
          ))}
        </>
      ),
    },
    {
      key: 'state',
      head: w.plans.state,
      cell: client => (
        <>
          {state(client)}
          {client.expires && <span className="detail date">{w.plans.until(day(client.expires))}</span>}
        </>
      ),
    },
    { key: 'act', head: u.changes, actions: true, cell: buttons },
  ];
  return (
    <>
      <PageHead
        crumbs={[{ to: '/users', text: u.title }]}
        title={u.clients}
        lead={u.clientsLead}
        actions={
          <ReasonedButton type="primary" reason={mayChange ? undefined : u.mayNot} onClick={() => setAct({ kind: 'register' })}>
            {u.registerClient}
          </ReasonedButton>
        }
      />
      <UserTabs />
      <section className="panel" aria-label={u.clients}>
        <DataTable
          what={u.clientRows}
          columns={columns}
          rows={query.data?.items}
          next={query.data?.next}
          paging={paging}
          rowKey={client => client.id}
          query={query}
          card={client => (
            <>
              <div className="card-top">{state(client)}</div>
              <strong>{client.name}</strong>
              <span className="detail">
                {scopes(client)} · {unit(client)}
              </span>
              {buttons(client)}
            </>
          )}
          empty={<EmptyState kind="none" title={u.noClients} detail={u.noClientsDetail} />}
        />
      </section>
      {act?.kind === 'register' && <RegisterDialog onClose={close} />}
      {act?.kind === 'rotate' && <RotateDialog client={act.client} onClose={close} />}
      {act?.kind === 'revoke' && <RevokeDialog client={act.client} onClose={close} />}
    </>
  );
}
