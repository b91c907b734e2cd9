import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { leaveFor } from '../app/leave';
import { courier } from './courier';
import { forgetPositions, positionHeader, rememberPosition } from './positions';
import { NotSent } from './problem';

const sent: Request[] = [];

function server(...answers: (Response | Error)[]): void {
  sent.length = 0;
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    const next = answers.shift() ?? new Response('{}');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
}

const post = () =>
  new Request('http://localhost/api/v1/plan/x?unit=1', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k', 'If-Match': '"3"' },
    body: '{"a":1}',
  });

beforeEach(() => {
  forgetPositions();
  document.cookie = 'XSRF-TOKEN=abc';
});

afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; max-age=0';
});

it('sends the token of the cookie with commands alone', async () => {
  server();
  await courier(post());
  await courier(new Request('http://localhost/api/v1/plan/x'));
  expect(sent.map(each => each.headers.get('X-XSRF-TOKEN'))).toEqual(['abc', null]);
});

it('reads its own writes: the position of a command goes along with the next query', async () => {
  server(new Response('{}', { headers: { 'X-Position': 'plan:9' } }));
  await courier(post());
  await courier(new Request('http://localhost/api/v1/plan/x'));
  expect(sent[1]?.headers.get('X-Position')).toBe('plan:9');
});

it('forgets positions that a restored server does not know, and asks again', async () => {
  rememberPosition('plan:99');
  server(new Response('{"type":"https://thidua.vn/problems/position-ahead"}', { status: 400 }));
  expect((await courier(new Request('http://localhost/api/v1/plan/x'))).status).toBe(200);
  expect(positionHeader()).toBeUndefined();
});

it('leads to the sign-in page when the session has ended', async () => {
  const leave = vi.spyOn(leaveFor, 'signIn').mockImplementation(() => undefined);
  server(new Response('{}', { status: 401 }));
  await courier(new Request('http://localhost/api/v1/plan/x'));
  expect(leave).toHaveBeenCalledOnce();
});

it('hands back a command that left no answer, with all that it takes to send it again', async () => {
  server(new TypeError('network'));
  const thrown: unknown = await courier(post()).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(NotSent);
  const { request } = thrown as NotSent;
  expect(request?.path).toBe('/api/v1/plan/x?unit=1');
  expect(request?.headers).toEqual({ 'Content-Type': 'application/json', 'Idempotency-Key': 'k', 'If-Match': '"3"' });
  expect(request?.body?.size).toBe(7);
});
