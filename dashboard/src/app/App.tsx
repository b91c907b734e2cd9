import { QueryClientProvider } from '@tanstack/react-query';
import { Button, ConfigProvider } from 'antd';
import viVN from 'antd/es/locale/vi_VN';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { startOutbox, outbox } from '../api/outbox';
import { explain } from '../api/problem';
import { followStaleness, newQueryClient } from '../api/queries';
import { EmptyState } from '../components/EmptyState';
import { useWords } from '../words';
import { themeName } from './preferences';
import { newRouter } from './routes';
import { SessionProvider, useMe } from './session';
import { useStore } from './store';
import { antdTheme } from './theme';

/** antd in the words and colours of the page. */
export function Looks({ children }: { children: ReactNode }) {
  const name = useStore(themeName);
  const theme = useMemo(() => antdTheme(name), [name]);
  return (
    <ConfigProvider theme={theme} locale={viVN} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
}

/** Shows the page once it is known who is signed in. */
function SignedIn({ children }: { children: ReactNode }) {
  const w = useWords();
  const { data: me, error, refetch } = useMe();

  useEffect(() => (me === undefined ? undefined : startOutbox()), [me?.account]); // eslint-disable-line react-hooks/exhaustive-deps -- per account, not per answer

  if (me !== undefined) {
    return (
      <SessionProvider key={me.account} me={me}>
        {children}
      </SessionProvider>
    );
  }
  if (error !== null) {
    const { title, detail, reference } = explain(error);
    return (
      <main className="alone">
        <EmptyState kind="fault" level={1} title={title} detail={detail} reference={reference}>
          <Button type="primary" onClick={() => void refetch()}>
            {w.app.retry}
          </Button>
        </EmptyState>
      </main>
    );
  }
  return (
    <>
      <div className="first">{w.app.name}</div>
      <p className="wait">{w.app.loading}</p>
    </>
  );
}

export function App() {
  const [client] = useState(newQueryClient);
  const [router] = useState(newRouter);

  useEffect(() => {
    outbox.onSent = () => void client.invalidateQueries();
    return followStaleness(client);
  }, [client]);

  return (
    <QueryClientProvider client={client}>
      <Looks>
        <SignedIn>
          <RouterProvider router={router} />
        </SignedIn>
      </Looks>
    </QueryClientProvider>
  );
}
