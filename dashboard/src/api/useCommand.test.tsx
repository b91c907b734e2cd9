import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { recall, setOwner } from './device';
import { outbox } from './outbox';
import { NotSent, Refusal } from './problem';
import { useCommand, type Command } from './useCommand';
import type { Answer } from './client';

beforeEach(() => setOwner('me'));

const done: Answer<unknown> = { body: undefined, etag: undefined, location: undefined };

function open(command: Partial<Command<string>> & Pick<Command<string>, 'send'>) {
  const client = new QueryClient();
  return renderHook(() => useCommand<string>({ form: 'f', ...command }), {
    wrapper: ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
}

it('sends a filled form once, however often it is clicked', async () => {
  let sent = 0;
  const { result } = open({
    send: () => {
      sent++;
      return Promise.resolve(done);
    },
  });
  await act(async () => {
    await Promise.all([result.current.run('a'), result.current.run('a')]);
  });
  expect(sent).toBe(1);
  expect(result.current.state).toBe('done');
});

it('keeps its key over refusals and reloads, and takes a new one once the server has taken it', async () => {
  const keys: string[] = [];
  const refusal = new Refusal(422, 'invalid', '', '');
  const first = open({
    send: (_, headers) => {
      keys.push(headers['Idempotency-Key']);
      return Promise.reject(refusal);
    },
  });
  await act(() => first.result.current.run('a'));
  expect(first.result.current.refusal).toBe(refusal);
  first.unmount();
  const second = open({
    send: (_, headers) => {
      keys.push(headers['Idempotency-Key']);
      return Promise.resolve(done);
    },
  });
  await act(() => second.result.current.run('a'));
  await act(() => second.result.current.run('b'));
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('puts what leaves no answer into the outbox under the same key', async () => {
  let key = '';
  const { result } = open({
    what: input => `Báo cáo ${input}`,
    send: (_, headers) => {
      key = headers['Idempotency-Key'];
      return Promise.reject(new NotSent({ method: 'POST', path: '/x', headers, body: null }));
    },
  });
  await act(() => result.current.run('3'));
  expect(result.current.state).toBe('waiting');
  await waitFor(() => expect(outbox.items.get().map(each => [each.key, each.what])).toEqual([[key, 'Báo cáo 3']]));
  expect(recall('key:f')).toBeUndefined();
  await outbox.clear();
});
