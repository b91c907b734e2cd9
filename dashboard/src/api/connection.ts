import { store } from '../app/store';

/** What is known about how old the shown data are. */
export interface Freshness {
  /** of the last answer to a query, in ms; undefined before the first */
  at: number | undefined;
  /** the server said that it has not yet read all that was written */
  stale: boolean;
}

export const freshness = store<Freshness>({ at: undefined, stale: false });

/** False after a request that left no answer, until one gets through. */
export const reachable = store(true);

/** Notes an answer to a query. */
export function heard(response: Response): void {
  reachable.set(true);
  freshness.set({ at: Date.now(), stale: response.headers.get('X-Stale') === 'true' });
}
