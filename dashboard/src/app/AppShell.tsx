import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router';
import { useWords } from '../words';
import { AsOfBanner, OutboxBanner, Toasts } from './Banners';
import { Header } from './Header';
import { BottomBar, SideMenu } from './Menu';
import { useSession } from './session';
import { ShortcutSheet } from './ShortcutSheet';
import { useShortcuts } from './shortcuts';

/** What stands around every page: header, menu, banners, and the page itself. */
export function AppShell() {
  const w = useWords();
  const { me } = useSession();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const [help, setHelp] = useState(false);
  useShortcuts(() => setHelp(true));

  useEffect(() => {
    sessionStorage.removeItem('thidua.reloaded');
  }, []);

  if (me.mustChangePassword && pathname !== '/me/password') {
    return <Navigate to="/me/password" replace />;
  }
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {w.app.skip}
      </a>
      <Header onHelp={() => setHelp(true)} />
      <OutboxBanner />
      <AsOfBanner />
      <div className="shell-body">
        <SideMenu />
        <main id="main" tabIndex={-1} aria-busy={navigation.state === 'loading'}>
          <Outlet />
        </main>
      </div>
      <BottomBar onHelp={() => setHelp(true)} />
      <Toasts />
      {help && <ShortcutSheet onClose={() => setHelp(false)} />}
    </div>
  );
}
