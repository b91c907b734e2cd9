import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The day that the page is asked for, from the address; undefined for today. */
export function useAsOf(): [asOf: string | undefined, set: (day: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const given = params.get('asOf');
  const asOf = given !== null && /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : undefined;
  const set = useCallback(
    (day: string | undefined) =>
      setParams(before => {
        const after = new URLSearchParams(before);
        // cursors belong to the list of one day
        after.delete('cursor');
        if (day === undefined) {
          after.delete('asOf');
        } else {
          after.set('asOf', day);
        }
        return after;
      }),
    [setParams],
  );
  return [asOf, set];
}

/** An address inside the page, with the day that is looked at. */
export function useLink(): (path: string) => string {
  const [asOf] = useAsOf();
  return useCallback(
    (path: string) => (asOf === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}`),
    [asOf],
  );
}
