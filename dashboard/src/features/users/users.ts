import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, read, type Schema } from '../../api/client';
import { today } from '../../app/format';
import type { Choice } from '../../components/Picker';
import type { Family, StatusIcon } from '../../components/Status';
import { treeQuery } from '../units/units';

export type AccountItem = Schema<'AccountItem'>;
export type Account = Schema<'AccountAnswer'>;
export type HeldRole = Schema<'RoleAnswer'>;
export type AccountRole = HeldRole['role'];
export type AccountState = AccountItem['state'];
export type GivenRoles = Schema<'DelegationAnswer'>;
export type Client = Schema<'ClientAnswer'>;

export const ROLES: readonly AccountRole[] = ['OFFICER', 'LEADER', 'STANDING_OFFICE', 'FINANCE', 'ADMIN', 'AUDITOR', 'VILLAGE_HEAD'];
export const STATES: readonly AccountState[] = ['OPEN', 'LOCKED', 'CLOSED'];

export const LOOKS: Record<AccountState, { family: Family; icon: StatusIcon }> = {
  OPEN: { family: 'ok', icon: 'tick' },
  LOCKED: { family: 'warn', icon: 'stop' },
  CLOSED: { family: 'idle', icon: 'ring' },
};

export interface AccountQuery {
  unit?: string | undefined;
  role?: AccountRole | undefined;
  state?: AccountState | undefined;
  search?: string | undefined;
  asOf?: string | undefined;
  cursor?: string | undefined;
  limit?: number;
}

export function accountsQuery(query: AccountQuery) {
  return {
    queryKey: ['access', 'accounts', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(api.GET('/api/v1/access/accounts', { params: { query }, signal })),
    placeholderData: (before: Schema<'PageAccountItem'> | undefined) => before,
  };
}

export function accountQuery(id: string) {
  return {
    queryKey: ['access', 'account', id],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      answer(api.GET('/api/v1/access/accounts/{id}', { params: { path: { id } }, signal })),
  };
}

/** Names of all units within reach, by id: one question for a whole list. */
export function useUnitNames(): (unit: string | null | undefined) => string | undefined {
  const { data } = useQuery({ ...treeQuery(undefined), staleTime: 10 * 60_000 });
  const names = useMemo(() => new Map(data?.units.map(each => [each.id, each.name])), [data]);
  return unit => (unit === null || unit === undefined ? undefined : names.get(unit));
}

/** Accounts by some letters of the name, for a Picker. */
export async function findAccounts(words: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const { items } = await read(
    api.GET('/api/v1/access/accounts', { params: { query: { search: words === '' ? undefined : words, state: 'OPEN', limit: 8 } }, signal }),
  );
  return items.map(each => ({ id: each.id, name: each.name ?? each.id, detail: each.personName ?? undefined }));
}

/** People by some letters of the name, for a Picker. They are asked for in a body: addresses are written down on the way. */
export async function findPeople(words: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const { items } = await (words === ''
    ? read(api.GET('/api/v1/organization/people', { params: { query: { limit: 8 } }, signal }))
    : read(api.POST('/api/v1/organization/people/search', { params: { query: { limit: 8 } }, body: { words }, signal })));
  return items.map(each => ({ id: each.id, name: each.name ?? '', detail: each.unit?.name }));
}

/** Holds on the day; without an end it goes on. */
export function holds(role: Pick<HeldRole, 'from' | 'until'>, on = today()): boolean {
  return role.from <= on && (role.until === null || role.until === undefined || role.until >= on);
}

/** Roles that hold or will hold first, in order of their first day; those that are over last. */
export function inOrder(roles: readonly HeldRole[], on = today()): HeldRole[] {
  const over = (role: HeldRole) => (role.until !== null && role.until !== undefined && role.until < on ? 1 : 0);
  return [...roles].sort((a, b) => over(a) - over(b) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Three to 64 letters without marks, digits and . _ - @, as the server takes them. */
export function fitsName(name: string): boolean {
  return /^[\p{L}\p{N}._@-]{3,64}$/u.test(name);
}

/** An account of nobody gets no role but ADMIN. */
export function roleWithoutPerson(role: AccountRole | undefined, person: string | null | undefined): boolean {
  return role !== undefined && role !== 'ADMIN' && (person === null || person === undefined);
}
