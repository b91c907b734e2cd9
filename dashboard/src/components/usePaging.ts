import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

interface Trail {
  /** cursors of the pages before this one; the first page has none */
  before: (string | null)[];
  /** how many rows stand before this page */
  offset: number;
}

export interface Paging {
  cursor: string | undefined;
  limit: number;
  /** rows before this page; undefined when the address came from elsewhere and the way here is not known */
  offset: number | undefined;
  page: number | undefined;
  next: (cursor: string, shown: number) => void;
  /** undefined on the first page */
  previous: (() => void) | undefined;
}

export const PAGE_ROWS = 50;

/** Pages of a list by cursor: the cursor stands in the address, the way back in the history's entry. */
export function usePaging(limit = PAGE_ROWS): Paging {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const cursor = params.get('cursor') ?? undefined;
  const trail = (location.state as { trail?: Trail } | null)?.trail;

  const go = useCallback(
    (to: string | null, way: Trail) => {
      const after = new URLSearchParams(params);
      if (to === null) {
        after.delete('cursor');
      } else {
        after.set('cursor', to);
      }
      void navigate({ search: after.toString() }, { state: { trail: way } });
    },
    [params, navigate],
  );

  return useMemo<Paging>(() => {
    const known = cursor === undefined ? { before: [], offset: 0 } : trail;
    return {
      cursor,
      limit,
      offset: known?.offset,
      page: known === undefined ? undefined : known.before.length + 1,
      next: (to, shown) =>
        go(to, {
          before: [...(known?.before ?? []), cursor ?? null],
          offset: (known?.offset ?? 0) + shown,
        }),
      previous:
        cursor === undefined
          ? undefined
          : () => {
              const before = known?.before ?? [];
              const to = before.at(-1) ?? null;
              go(to, { before: before.slice(0, -1), offset: Math.max(0, (known?.offset ?? limit) - limit) });
            },
    };
  }, [cursor, trail, limit, go]);
}
