import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read, type Schema } from '../../api/client';
import { day } from '../../app/format';
import type { Words } from '../../words';
import { accountsQuery } from '../users/users';

export type Entry = Schema<'Entry'>;
export type Refusal = Schema<'Refusal'>;
export type EntryDetail = Schema<'Detail'>;

export const CONTEXTS = ['plan', 'organization', 'access'] as const;
export type Context = (typeof CONTEXTS)[number];

export const isContext = (text: string | undefined): text is Context => CONTEXTS.some(each => each === text);

export interface AuditQuery {
  unit?: string | undefined;
  actor?: string | undefined;
  aggregate?: string | undefined;
  correlation?: string | undefined;
  cursor?: string | undefined;
  limit?: number;
}

export function auditQuery(context: Context, query: AuditQuery) {
  return {
    queryKey: ['audit', context, query],
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const asked = { params: { query }, signal };
      switch (context) {
        case 'plan':
          return read(api.GET('/api/v1/plan/audit', asked));
        case 'organization':
          return read(api.GET('/api/v1/organization/audit', asked));
        case 'access':
          return read(api.GET('/api/v1/access/audit', asked));
      }
    },
    placeholderData: (before: Schema<'PageEntry'> | undefined) => before,
  };
}

export function entryQuery(context: Context, id: string) {
  return {
    queryKey: ['audit', context, 'entry', id],
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const asked = { params: { path: { id } }, signal };
      switch (context) {
        case 'plan':
          return read(api.GET('/api/v1/plan/audit/{id}', asked));
        case 'organization':
          return read(api.GET('/api/v1/organization/audit/{id}', asked));
        case 'access':
          return read(api.GET('/api/v1/access/audit/{id}', asked));
      }
    },
  };
}

export function refusalsQuery(context: Context, query: Pick<AuditQuery, 'unit' | 'actor' | 'cursor' | 'limit'>) {
  return {
    queryKey: ['audit', context, 'refusals', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const asked = { params: { query }, signal };
      switch (context) {
        case 'plan':
          return read(api.GET('/api/v1/plan/refusals', asked));
        case 'organization':
          return read(api.GET('/api/v1/organization/refusals', asked));
        case 'access':
          return read(api.GET('/api/v1/access/refusals', asked));
      }
    },
    placeholderData: (before: Schema<'PageRefusal'> | undefined) => before,
  };
}

const MOST_NAMES = 200;

/** Names of those who act: an act names the person, or the account where it is nobody's. */
export function useActorNames(): (actor: string) => string | undefined {
  const { data } = useQuery({ ...accountsQuery({ limit: MOST_NAMES }), staleTime: 10 * 60_000 });
  const names = useMemo(() => {
    const all = new Map<string, string>();
    for (const account of data?.items ?? []) {
      const name = account.personName ?? account.name ?? undefined;
      if (name !== undefined) {
        all.set(account.id, name);
        if (account.person) {
          all.set(account.person, name);
        }
      }
    }
    return all;
  }, [data]);
  return actor => names.get(actor);
}

/** What an event is called; one that the page does not know yet, by its own name. */
export function eventName(event: string, w: Words): string {
  const names: Partial<Record<string, string>> = w.audit.events;
  return names[event] ?? event;
}

function scalar(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value === '' ? undefined : /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

/** Lists and objects as an outline: a line for each value, deeper ones further in, empty ones left out. */
function outline(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null) {
    const text = scalar(value);
    return text === undefined ? [] : ['  '.repeat(depth) + text];
  }
  return Object.entries(value).flatMap(([name, each]) => {
    const label = Array.isArray(value) ? '–' : `${name}:`;
    const text = scalar(each);
    if (text !== undefined) {
      return [`${'  '.repeat(depth)}${label} ${text}`];
    }
    const below = outline(each, depth + 1);
    return below.length === 0 ? [] : ['  '.repeat(depth) + label, ...below];
  });
}

/** A value of an event for a person: days as people write them, lists and objects as an outline, nothing as undefined. */
export function shown(value: unknown): string | undefined {
  const lines = outline(value, 0);
  return lines.length === 0 ? undefined : lines.join('\n');
}

export interface ShownChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** What is another than before; what an event only says again is left out, and counted. */
export function changed(changes: EntryDetail['changes']): { rows: ShownChange[]; same: number } {
  const rows = changes.flatMap(each => {
    const before = shown(each.before);
    const after = shown(each.after);
    return before === after && before !== undefined ? [] : [{ field: each.field, before, after }];
  });
  return { rows, same: changes.length - rows.length };
}
