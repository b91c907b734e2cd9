import { ReloadOutlined, SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { outbox } from '../api/outbox';
import { useWords } from '../words';
import { useAsOf } from './asOf';
import { day } from './format';
import { notices } from './notices';
import { usePersonName, useSession } from './session';
import { useStore } from './store';

const TOAST_MS = 8_000;

/** What could not be sent stays in sight until it is. */
export function OutboxBanner() {
  const w = useWords();
  const items = useStore(outbox.items);
  const busy = useStore(outbox.busy);
  const first = items[0];
  if (first === undefined) {
    return null;
  }
  const refused = items.filter(each => each.refused !== undefined).length;
  return (
    <div className="banner banner-warn" role="status">
      <SendOutlined aria-hidden />
      <p>
        <strong>{w.outbox.banner(items.length, first.what)}</strong>{' '}
        {refused > 0 ? w.outbox.bannerRefused(refused) : w.outbox.bannerDetail}
      </p>
      <Link className="banner-link" to="/outbox">
        {w.outbox.view}
      </Link>
      <Button size="small" icon={<ReloadOutlined aria-hidden />} loading={busy} onClick={() => void outbox.flush(true)}>
        {busy ? w.outbox.sending : w.outbox.send}
      </Button>
    </div>
  );
}

/** Says that another day than today is looked at, and that somebody else's rights are used. */
export function AsOfBanner() {
  const w = useWords();
  const [asOf, setAsOf] = useAsOf();
  const { me, actFor } = useSession();
  const acting = me.actingFor ?? undefined;
  const from = usePersonName(acting?.person);
  return (
    <>
      {acting !== undefined && (
        <div className="banner banner-info" role="status">
          <p>{w.header.actingFor(from)}</p>
          <Button size="small" onClick={() => void actFor(undefined)}>
            {w.header.actForSelf}
          </Button>
        </div>
      )}
      {asOf !== undefined && (
        <div className="banner banner-info" role="status">
          <p>{w.header.asOfPast(day(asOf))}</p>
          <Button size="small" onClick={() => setAsOf(undefined)}>
            {w.header.asOfToday}
          </Button>
        </div>
      )}
    </>
  );
}

/** The latest notice for a while; it stays in the list behind the bell. */
export function Toasts() {
  const w = useWords();
  const latest = useStore(notices)[0];
  const [gone, setGone] = useState(0);
  useEffect(() => {
    if (latest === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setGone(latest.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [latest]);
  const shown = latest !== undefined && latest.id > gone && !latest.read ? latest : undefined;
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown !== undefined && (
        <div className={`toast note-${shown.kind}`}>
          <span>{shown.to === undefined ? shown.text : <Link to={shown.to}>{shown.text}</Link>}</span>
          <Button type="text" size="small" onClick={() => setGone(shown.id)}>
            {w.app.close}
          </Button>
        </div>
      )}
    </div>
  );
}
