import createClient from 'openapi-fetch';
import { courier } from './courier';
import { NotSent, refusalOf } from './problem';
import type { components, paths } from './schema';

/** All calls of the API, typed by its document: `api.GET('/api/v1/plan/plans', {params: {query}})`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: courier });

/** A type of the API's document by its name. */
export type Schema<N extends keyof components['schemas']> = components['schemas'][N];

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** An answer with what its headers say. */
export interface Answer<T> {
  body: T;
  /** version of what was read or changed, to be sent back as If-Match */
  etag: string | undefined;
  /** address of what was made */
  location: string | undefined;
}

/** The answer with its version; throws a Refusal or NotSent. */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<Answer<T>> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw refusalOf(response, error);
  }
  return {
    body: data as T,
    etag: response.headers.get('ETag') ?? undefined,
    location: response.headers.get('Location') ?? undefined,
  };
}

/** The body alone, for queries. */
export async function read<T>(call: Promise<Outcome<T>>): Promise<T> {
  return (await answer(call)).body;
}

/** Calls an address that the document does not have (yet); the caller says what comes back. */
export async function plain<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Answer<T>> {
  const response = await courier(
    new Request(new URL(path, location.origin), {
      method,
      headers: {
        Accept: 'application/json',
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }),
  );
  const text = await response.text();
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    body = undefined;
  }
  if (!response.ok) {
    throw refusalOf(response, body);
  }
  return {
    body: body as T,
    etag: response.headers.get('ETag') ?? undefined,
    location: response.headers.get('Location') ?? undefined,
  };
}

/** Fetches a file and hands it to the browser to save. */
export async function saveFile(path: string, name?: string): Promise<void> {
  await saveAnswer(new Request(new URL(path, location.origin)), name);
}

/** Sends the bytes of a file, under the key of their form, and hands the file that comes back to the browser to save. */
export async function exchangeFile(path: string, file: Blob, headers: Record<string, string>): Promise<Answer<undefined>> {
  await saveAnswer(
    new Request(new URL(path, location.origin), { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', ...headers } }),
  );
  return { body: undefined, etag: undefined, location: undefined };
}

async function saveAnswer(request: Request, name?: string): Promise<void> {
  const response = await courier(request);
  if (!response.ok) {
    let body: unknown;
    try {
      body = await response.json();
    } catch {
      body = undefined;
    }
    throw refusalOf(response, body);
  }
  let bytes: Blob;
  try {
    bytes = await response.blob();
  } catch {
    throw new NotSent();
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name ?? fileName(response.headers.get('Content-Disposition')) ?? 'thi-dua';
  link.click();
  // some browsers still read from it after the click
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name in Content-Disposition: the extended form first. */
export function fileName(disposition: string | null): string | undefined {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended !== undefined) {
    return decodeURIComponent(extended);
  }
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
}
