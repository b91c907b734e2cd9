import { beforeEach, expect, it, vi } from 'vitest';
import { setOwner } from './device';
import { Outbox } from './outbox';
import { memoryShelf } from './shelf';

const request = { method: 'POST', path: '/api/v1/plan/x', headers: { 'Idempotency-Key': 'k' }, body: null };

beforeEach(() => setOwner('me'));

function answers(...all: (Response | Error)[]) {
  const spy = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(() => {
    const next = all.shift() ?? new Response(null, { status: 204 });
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  vi.stubGlobal('fetch', spy);
  return spy;
}

it('keeps what cannot be sent, and sends it again under its own key', async () => {
  const outbox = new Outbox(memoryShelf());
  await outbox.add(request, 'k', 'Báo cáo nhiệm vụ 3');
  const fetches = answers(new TypeError('network'));
  await outbox.flush();
  expect(outbox.items.get()).toHaveLength(1);
  await outbox.flush();
  expect(outbox.items.get()).toHaveLength(0);
  expect(fetches.mock.calls.map(([, init]) => (init.headers as Record<string, string>)['Idempotency-Key'])).toEqual(['k', 'k']);
});

it('keeps what the server refuses, says why, and does not send it again by itself', async () => {
  const outbox = new Outbox(memoryShelf());
  await outbox.add(request, 'k', 'Báo cáo nhiệm vụ 3');
  const fetches = answers(new Response('{}', { status: 409 }));
  await outbox.flush();
  expect(outbox.items.get()[0]?.refused).toBeDefined();
  await outbox.flush();
  expect(fetches).toHaveBeenCalledOnce();
});

it('waits while nobody is signed in or the server is away', async () => {
  const outbox = new Outbox(memoryShelf());
  await outbox.add(request, 'k', 'a');
  answers(new Response(null, { status: 401 }), new Response(null, { status: 503 }));
  await outbox.flush();
  await outbox.flush();
  expect(outbox.items.get()[0]?.refused).toBeUndefined();
});

it('shows an account nothing of another one', async () => {
  const shelf = memoryShelf();
  await new Outbox(shelf).add(request, 'k', 'a');
  setOwner('somebody else');
  const theirs = new Outbox(shelf);
  await theirs.load();
  expect(theirs.items.get()).toEqual([]);
});

it('leaves nothing behind at sign-out', async () => {
  const shelf = memoryShelf();
  const outbox = new Outbox(shelf);
  await outbox.add(request, 'k', 'a');
  await outbox.clear();
  expect(await shelf.all()).toEqual([]);
});
