import { Button } from 'antd';
import { explain } from '../api/problem';
import { useWords } from '../words';
import { EmptyState } from './EmptyState';

/** Stands where something could not be loaded. The rest of the page goes on. */
export function Fault({ error, what, onRetry }: { error: unknown; what: string; onRetry?: () => void }) {
  const w = useWords();
  const { detail, reference } = explain(error);
  return (
    <EmptyState kind="fault" title={w.errors.loading(what)} detail={detail} reference={reference}>
      {onRetry !== undefined && <Button onClick={onRetry}>{w.app.retry}</Button>}
    </EmptyState>
  );
}
