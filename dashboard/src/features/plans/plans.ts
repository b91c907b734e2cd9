import { answer, api, read, type Schema } from '../../api/client';
import { day, shortFrom } from '../../app/format';
import type { Words } from '../../words';

export type PlanItem = Schema<'PlanItem'>;
export type Plan = Schema<'PlanAnswer'>;
export type PlanVersion = Schema<'PlanVersionAnswer'>;
export type TaskContent = Schema<'TaskContent'>;
export type CitedDocument = Schema<'CitedDocument'>;

export const STATES = ['ISSUED', 'SUPERSEDED', 'CLOSED'] as const;
export type State = (typeof STATES)[number];

export interface PlanQuery {
  unit?: string;
  under?: string;
  year?: number;
  state?: State;
  q?: string;
  asOf?: string;
  cursor?: string;
  limit?: number;
}

export function plansQuery(query: PlanQuery) {
  return {
    queryKey: ['plan', 'plans', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(api.GET('/api/v1/plan/plans', { params: { query }, signal })),
    placeholderData: (before: Schema<'PagePlanItem'> | undefined) => before,
  };
}

export function planQuery(id: string, version: number | undefined, asOf: string | undefined) {
  return {
    queryKey: ['plan', 'plan', id, version, asOf],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      answer(
        api.GET('/api/v1/plan/plans/{id}', {
          params: {
            path: { id },
            query: { ...(version === undefined ? {} : { version }), ...(asOf === undefined ? {} : { asOf }) },
          },
          signal,
        }),
      ),
  };
}

export function versionsQuery(id: string) {
  return {
    queryKey: ['plan', 'versions', id],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read(api.GET('/api/v1/plan/plans/{id}/versions', { params: { path: { id } }, signal })),
  };
}

/** A document as it is cited: "Kế hoạch số 11/KH-UBND ngày 17/02/2025 của UBND huyện". */
export function cited(document: CitedDocument, w: Words): string {
  return [
    document.type,
    document.number ? w.plans.number(document.number) : '',
    document.date ? w.plans.dated(day(document.date)) : '',
    document.issuer ? w.plans.of(document.issuer) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who is named, in the words of the document. */
export function named(assignees: readonly { words: string }[]): string {
  return assignees.map(each => each.words).join('; ');
}

/** The computed days of a deadline: "01/01 đến 31/03/2025". */
export function span(content: Pick<TaskContent, 'dueFrom' | 'dueTo'>, w: Words): string {
  if (!content.dueTo) {
    return content.dueFrom ? w.plans.from(day(content.dueFrom)) : '';
  }
  return content.dueFrom && content.dueFrom !== content.dueTo
    ? w.plans.fromTo(shortFrom(content.dueFrom, content.dueTo), day(content.dueTo))
    : w.plans.until(day(content.dueTo));
}
