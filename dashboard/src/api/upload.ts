import { noteAnswer, ownHeaders } from './courier';
import { NotSent, refusalOf } from './problem';
import type { Answer } from './client';

/**
 * Sends the bytes of a file and tells how far it is, which `fetch` cannot.
 *
 * @param onProgress share that has left, 0 to 1
 */
export function upload<T>(
  path: string,
  file: Blob,
  options: { headers?: Record<string, string>; onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    const headers = { Accept: 'application/json', 'Content-Type': 'application/octet-stream', ...ownHeaders(true), ...options.headers };
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = event => {
      if (event.lengthComputable) {
        options.onProgress?.(event.loaded / event.total);
      }
    };
    request.onload = () => {
      const header = (name: string) => request.getResponseHeader(name);
      noteAnswer(request.status, header);
      let body: unknown;
      try {
        body = request.responseText === '' ? undefined : JSON.parse(request.responseText);
      } catch {
        body = undefined;
      }
      if (request.status >= 200 && request.status < 300) {
        resolve({ body: body as T, etag: header('ETag') ?? undefined, location: header('Location') ?? undefined });
      } else {
        const names = ['Retry-After', 'ETag', 'X-Request-Id'].flatMap<[string, string]>(name => {
          const value = header(name);
          return value === null ? [] : [[name, value]];
        });
        reject(refusalOf(new Response(null, { status: Math.max(200, request.status), headers: names }), body));
      }
    };
    request.onerror = () => {
      const { origin } = location;
      const url = new URL(path, origin);
      reject(
        new NotSent({
          method: 'POST',
          path: url.pathname + url.search,
          headers: { 'Content-Type': 'application/octet-stream', ...options.headers },
          body: file,
        }),
      );
    };
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
