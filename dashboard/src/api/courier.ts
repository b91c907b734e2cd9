import { leaveFor } from '../app/leave';
import { heard, reachable } from './connection';
import { forgetPositions, positionHeader, rememberPosition } from './positions';
import { NotSent, type SentRequest } from './problem';

const QUERY_MS = 30_000;
const COMMAND_MS = 60_000;

export const KEY = 'Idempotency-Key';

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find(each => each.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}

/** What each request to our own server carries beside what it says. */
export function ownHeaders(isCommand: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const token = isCommand ? cookie('XSRF-TOKEN') : undefined;
  if (token !== undefined) {
    headers['X-XSRF-TOKEN'] = token;
  }
  const positions = positionHeader();
  if (positions !== undefined) {
    headers['X-Position'] = positions;
  }
  return headers;
}

/** Takes from any answer what later requests need; leaves for the sign-in page when the session has ended. */
export function noteAnswer(status: number, header: (name: string) => string | null): void {
  reachable.set(true);
  if (status === 401) {
    leaveFor.signIn();
  } else if (status < 400) {
    rememberPosition(header('X-Position'));
  }
}

async function sentRequest(request: Request): Promise<SentRequest> {
  const url = new URL(request.url);
  const headers: Record<string, string> = {};
  for (const name of ['Content-Type', 'If-Match', KEY]) {
    const value = request.headers.get(name);
    if (value !== null) {
      headers[name] = value;
    }
  }
  const body = await request.clone().blob();
  return { method: request.method, path: url.pathname + url.search, headers, body: body.size === 0 ? null : body };
}

async function attempt(request: Request, isCommand: boolean): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(ownHeaders(isCommand))) {
    headers.set(name, value);
  }
  const patience = AbortSignal.timeout(isCommand ? COMMAND_MS : QUERY_MS);
  return fetch(new Request(request.clone(), { headers, signal: AbortSignal.any([request.signal, patience]) }));
}

async function codeOf(response: Response): Promise<string> {
  try {
    const body = (await response.clone().json()) as { type?: string };
    return body.type?.split('/').pop() ?? '';
  } catch {
    return '';
  }
}

/** The `fetch` below every call of the API. */
export async function courier(request: Request): Promise<Response> {
  const isCommand = request.method !== 'GET' && request.method !== 'HEAD';
  const kept = isCommand ? await sentRequest(request) : undefined;
  let response: Response;
  try {
    const token = cookie('XSRF-TOKEN');
    response = await attempt(request, isCommand);
    if (response.status === 403 && isCommand && cookie('XSRF-TOKEN') !== token) {
      // the token was renewed by a sign-in elsewhere, or by this very answer
      response = await attempt(request, isCommand);
    } else if (response.status === 400 && (await codeOf(response)) === 'position-ahead') {
      forgetPositions();
      response = await attempt(request, isCommand);
    }
  } catch (thrown) {
    if (request.signal.aborted) {
      throw thrown;
    }
    reachable.set(false);
    throw new NotSent(kept);
  }
  noteAnswer(response.status, name => response.headers.get(name));
  if (!isCommand && response.ok) {
    heard(response);
  }
  return response;
}
