import { Button } from 'antd';
import { useEffect } from 'react';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { useWords } from '../words';

const RELOADED = 'thidua.reloaded';

/** A part of an older release may be gone from the server: one reload brings the newer one. */
function isGone(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message);
}

/** Stands where a page has crashed. What was typed is on the device and comes back when the page is opened again. */
export function Crash() {
  const w = useWords();
  const error = useRouteError();
  const navigate = useNavigate();
  const here = useLocation();

  useEffect(() => {
    if (isGone(error) && sessionStorage.getItem(RELOADED) !== here.pathname) {
      sessionStorage.setItem(RELOADED, here.pathname);
      location.reload();
    }
  }, [error, here.pathname]);

  return (
    <div className="crash">
      <EmptyState kind="fault" level={1} title={w.errors.crashed} detail={w.errors.crashedDetail}>
        <Button type="primary" onClick={() => void navigate(here, { replace: true })}>
          {w.errors.reopen}
        </Button>
        <Button onClick={() => location.reload()}>{w.errors.reload}</Button>
      </EmptyState>
    </div>
  );
}
