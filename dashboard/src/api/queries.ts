import { QueryClient } from '@tanstack/react-query';
import { freshness } from './connection';
import { NotSent, Refusal } from './problem';

const RETRIES = 3;
const STALE_AGAIN_MS = 2_000;

/** Queries live in memory alone: answers are not kept on the device. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        retry: (count, error) =>
          count < RETRIES && (error instanceof NotSent || (error instanceof Refusal && error.isPassing)),
        retryDelay: attempt => Math.min(1000 * 2 ** attempt, 20_000),
        // fetch is tried even when the browser believes to be offline: it may be wrong
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Asks again soon when the server has said that it had not read all that was written. */
export function followStaleness(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = freshness.follow(() => {
    if (freshness.get().stale && timer === undefined) {
      timer = setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries();
      }, STALE_AGAIN_MS);
    }
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
