import { answer, api, read, type Schema } from '../../api/client';
import type { Role } from '../../app/session';
import type { Family, StatusIcon } from '../../components/Status';
import type { Words } from '../../words';

export type Progress = Schema<'Progress'>;
export type RowReport = Schema<'RowReport'>;
export type Uploaded = Schema<'Uploaded'>;
export type Outcome = RowReport['outcomes'][number];

export const OUTCOMES: readonly Outcome[] = ['NEW_UNIT', 'RENAME', 'MOVE', 'MERGER', 'END', 'NEW_PERSON', 'POST', 'SAME_PERSON', 'KNOWN_PERSON', 'NOTHING'];

/** Who imports. */
export const IMPORTING: readonly Role[] = ['OFFICER', 'ADMIN'];

type State = keyof Words['imports']['states'];

const LOOKS: Record<State, { family: Family; icon: StatusIcon }> = {
  PROPOSED: { family: 'warn', icon: 'clock' },
  DISCARDED: { family: 'idle', icon: 'stop' },
  RUNNING: { family: 'info', icon: 'sheet' },
  STOPPED: { family: 'late', icon: 'fault' },
  COMPLETED: { family: 'ok', icon: 'tick' },
  UNDOING: { family: 'info', icon: 'back' },
  UNDO_STOPPED: { family: 'late', icon: 'fault' },
  UNDONE: { family: 'idle', icon: 'back' },
};

/** How a state looks; one that the page does not know yet is told by its own name. */
export function lookOf(state: string, w: Words): { family: Family; icon: StatusIcon; text: string } {
  return state in LOOKS
    ? { ...LOOKS[state as State], text: w.imports.states[state as State] }
    : { family: 'idle', icon: 'ring', text: state };
}

/** The server is at work, and the page asks again. */
export const isMoving = (state: string): boolean => state === 'RUNNING' || state === 'UNDOING';

const AGAIN_MS = 1_500;

export function importsQuery(unit: string, cursor: string | undefined, limit: number) {
  return {
    queryKey: ['organization', 'imports', unit, cursor],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(api.GET('/api/v1/organization/imports', { params: { query: { unit, cursor, limit } }, signal })),
    enabled: unit !== '',
  };
}

export function importQuery(id: string) {
  return {
    queryKey: ['organization', 'import', id],
    queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/v1/organization/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query: { state: { data?: { body: Progress } | undefined } }) =>
      query.state.data !== undefined && isMoving(query.state.data.body.state) ? AGAIN_MS : false,
  };
}

export function rowsQuery(id: string, outcome: Outcome | undefined, cursor: string | undefined, limit: number) {
  return {
    queryKey: ['organization', 'import', id, 'rows', outcome, cursor],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read(api.GET('/api/v1/organization/imports/{id}/rows', { params: { path: { id }, query: { outcome, cursor, limit } }, signal })),
    placeholderData: (before: Schema<'PageRowReport'> | undefined) => before,
  };
}

/** How many rows lead to what, in the order of outcomes. */
export function counted(counts: Readonly<Record<string, unknown>>, w: Words): { outcome: Outcome; text: string; count: number }[] {
  return OUTCOMES.flatMap(outcome => {
    const count = Number(counts[outcome] ?? 0);
    return count > 0 ? [{ outcome, text: w.imports.outcomes[outcome], count }] : [];
  });
}
