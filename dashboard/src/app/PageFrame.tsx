import { useEffect, type ComponentType } from 'react';
import { Link, useLocation } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { useWords } from '../words';
import type { Page } from './pages';
import { useSession } from './session';

/** What every page has in common: its title, the focus on its begin, and who may see it. */
export function PageFrame({ page, content: Content }: { page: Page; content: ComponentType }) {
  const w = useWords();
  const { manages, operates, post } = useSession();
  const { pathname } = useLocation();
  const title = page.title(w);

  useEffect(() => {
    document.title = `${title} · ${w.app.name}`;
  }, [title, w]);

  useEffect(() => {
    const main = document.getElementById('main');
    main?.classList.toggle('wide', page.wide === true);
    // whoever uses the keyboard or listens begins with the new page; the first page is where the browser begins anyway
    if (document.activeElement !== document.body) {
      main?.focus({ preventScroll: true });
    }
    scrollTo(0, 0);
  }, [pathname, page.wide]);

  if (page.roles !== undefined && !manages(page.roles)) {
    return (
      <EmptyState
        kind="right"
        level={1}
        title={w.errors.noRight}
        detail={w.errors.noRightDetail(page.roles.filter(role => role !== 'API_CLIENT').map(role => w.roles[role]).join(', '))}
      />
    );
  }
  if (post === undefined && operates && page.path === '') {
    return (
      <EmptyState kind="none" level={1} title={w.users.operatorHome} detail={w.users.operatorHomeDetail}>
        <Link to="/units">{w.units.title}</Link>
        <Link to="/imports">{w.imports.title}</Link>
        <Link to="/users">{w.users.title}</Link>
        <Link to="/audit">{w.audit.title}</Link>
      </EmptyState>
    );
  }
  if (post === undefined && !page.path.startsWith('me/') && !(operates && page.operator === true)) {
    return <EmptyState kind="right" level={1} title={w.errors.noPost} detail={w.errors.noPostDetail} />;
  }
  return <Content />;
}
