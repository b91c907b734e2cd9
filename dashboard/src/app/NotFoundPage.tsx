import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { useWords } from '../words';

export function NotFoundPage() {
  const w = useWords();
  return (
    <EmptyState kind="match" level={1} title={w.errors.notFound} detail={w.errors.notFoundDetail}>
      <Link to="/">{w.errors.toHome}</Link>
    </EmptyState>
  );
}
