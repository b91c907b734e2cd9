import { MoreOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { freshness, reachable } from '../api/connection';
import { AsOf } from '../components/AsOf';
import { Dialog } from '../components/Dialog';
import { waitingCount, waitingQuery } from '../features/home/waiting';
import { useWords } from '../words';
import { useLink } from './asOf';
import { day, time, today } from './format';
import { pages, type Page } from './pages';
import { useSession } from './session';
import { useStore } from './store';
import { PersonItems } from './PersonMenu';

function useMenu(): readonly Page[] {
  const { manages, operates, post } = useSession();
  return pages.filter(
    page =>
      page.menu !== undefined &&
      (page.roles === undefined || manages(page.roles)) &&
      (post !== undefined || !operates || page.operator === true),
  );
}

function useWaiting(): number {
  const { post } = useSession();
  const { data } = useQuery({ ...waitingQuery(post?.unit ?? ''), enabled: post !== undefined });
  return data === undefined ? 0 : waitingCount(data);
}

function Item({ page }: { page: Page }) {
  const w = useWords();
  const link = useLink();
  const waiting = useWaiting();
  const { menu } = page;
  if (menu === undefined) {
    return null;
  }
  const Icon = menu.icon as typeof MoreOutlined;
  return (
    <li>
      <NavLink to={link(`/${page.path}`)} end={page.path === ''} className="menu-item">
        <Icon aria-hidden />
        <span>{page.title(w)}</span>
        {page.path === '' && waiting > 0 && (
          <span className="menu-count">
            <span aria-hidden>{waiting}</span>
            <span className="unseen">{w.nav.waiting(waiting)}</span>
          </span>
        )}
      </NavLink>
    </li>
  );
}

/** How old the shown data are. */
function Freshness() {
  const w = useWords();
  const { at, stale } = useStore(freshness);
  const isReachable = useStore(reachable);
  return (
    <p className="freshness small" role="status">
      {at !== undefined && w.freshness.at(time(at), day(today(at)))}
      {!isReachable && <span className="freshness-lost">{w.freshness.unreachable}</span>}
      {isReachable && stale && <span>{w.freshness.stale}</span>}
    </p>
  );
}

/** Menu at the side, by role. */
export function SideMenu() {
  const w = useWords();
  const menu = useMenu();
  const work = menu.filter(page => page.menu?.group === 'work');
  const admin = menu.filter(page => page.menu?.group === 'admin');
  return (
    <nav className="side" aria-label={w.nav.label}>
      <ul>
        {work.map(page => (
          <Item key={page.path} page={page} />
        ))}
      </ul>
      {admin.length > 0 && (
        <>
          <p className="side-title small" id="admin-menu">
            {w.nav.admin}
          </p>
          <ul aria-labelledby="admin-menu">
            {admin.map(page => (
              <Item key={page.path} page={page} />
            ))}
          </ul>
        </>
      )}
      <Freshness />
    </nav>
  );
}

/** On a phone: four pages and the rest behind one button, under the thumb. */
export function BottomBar({ onHelp }: { onHelp: () => void }) {
  const w = useWords();
  const link = useLink();
  const menu = useMenu();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const bar = menu.filter(page => page.menu?.short !== undefined).slice(0, 4);
  const rest = menu.filter(page => !bar.includes(page));
  const isOpen = openAt === pathname;
  const close = () => setOpenAt(undefined);
  return (
    <>
      <nav className="bottom" aria-label={w.nav.label}>
        {bar.map(page => {
          const Icon = page.menu?.icon as typeof MoreOutlined;
          return (
            <NavLink key={page.path} to={link(`/${page.path}`)} end={page.path === ''} className="bottom-item">
              <Icon aria-hidden />
              <span>{page.menu?.short?.(w)}</span>
            </NavLink>
          );
        })}
        <button type="button" className="bottom-item" aria-haspopup="dialog" onClick={() => setOpenAt(pathname)}>
          <MoreOutlined aria-hidden />
          <span>{w.nav.more}</span>
        </button>
      </nav>
      {isOpen && (
        <Dialog title={w.nav.more} onClose={close}>
          <ul className="sheet">
            {rest.map(page => (
              <li key={page.path}>
                <Link to={link(`/${page.path}`)} onClick={close}>
                  {page.title(w)}
                </Link>
              </li>
            ))}
            <li>
              <Link to="/search" onClick={close}>
                {w.header.find}
              </Link>
            </li>
            <li>
              <button
                type="button"
                onClick={() => {
                  close();
                  onHelp();
                }}
              >
                {w.header.help}
              </button>
            </li>
          </ul>
          <AsOf />
          <PersonItems onDone={close} />
          <Freshness />
        </Dialog>
      )}
    </>
  );
}
