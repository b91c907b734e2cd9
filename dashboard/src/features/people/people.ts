import { answer, api, read, type Schema } from '../../api/client';
import type { Role } from '../../app/session';

export type PersonItem = Schema<'PersonItem'>;
export type Person = Schema<'PersonAnswer'>;
export type Post = Person['posts'][number];
export type PostKind = Post['kind'];
export type Gender = 'FEMALE' | 'MALE';

export const POST_KINDS: readonly PostKind[] = ['OFFICIAL', 'NON_SPECIALISED', 'VILLAGE_HEAD'];
export const GENDERS: readonly Gender[] = ['FEMALE', 'MALE'];

/** Who changes records, and who erases. */
export const CHANGING: readonly Role[] = ['OFFICER', 'ADMIN'];
export const ERASING: readonly Role[] = ['ADMIN'];
export const COUNTING: readonly Role[] = ['OFFICER', 'LEADER', 'STANDING_OFFICE', 'ADMIN', 'AUDITOR'];

/** Names are asked for in a body: addresses are written down on the way. */
export function peopleQuery(words: string, unit: string | undefined, cursor: string | undefined, limit: number) {
  return {
    queryKey: ['organization', 'people', words, unit, cursor, limit],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      words === ''
        ? read(api.GET('/api/v1/organization/people', { params: { query: { unit, limit, cursor } }, signal }))
        : read(
            api.POST('/api/v1/organization/people/search', { params: { query: { limit, cursor } }, body: { words, unit: unit ?? null }, signal }),
          ),
    placeholderData: (before: Schema<'PagePersonItem'> | undefined) => before,
  };
}

export function personQuery(id: string, asOf: string | undefined) {
  return {
    queryKey: ['organization', 'person', id, 'page', asOf],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      answer(api.GET('/api/v1/organization/people/{id}', { params: { path: { id }, query: { asOf } }, signal })),
  };
}

export function statisticsQuery(unit: string | undefined) {
  return {
    queryKey: ['organization', 'people', 'statistics', unit],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(api.GET('/api/v1/organization/people/statistics', { params: { query: { unit } }, signal })),
  };
}

/** Four digits that can be a year of birth; nothing is no year. */
export function readYear(text: string, now = new Date().getFullYear()): number | null | undefined {
  if (text.trim() === '') {
    return null;
  }
  const year = Number(text);
  return /^\d{4}$/.test(text.trim()) && year >= 1900 && year <= now ? year : undefined;
}

export const isCitizenId = (text: string): boolean => /^\d{12}$/.test(text.trim());

/** How many by decade of birth, in order; those without a year are left to the caller. */
export function decades(years: Readonly<Record<string, unknown>>): { from: number; count: number }[] {
  const sums = new Map<number, number>();
  for (const [year, count] of Object.entries(years)) {
    if (/^\d{4}$/.test(year)) {
      const from = Math.floor(Number(year) / 10) * 10;
      sums.set(from, (sums.get(from) ?? 0) + Number(count));
    }
  }
  return [...sums].sort(([a], [b]) => a - b).map(([from, count]) => ({ from, count }));
}
