/** Goes through the gateway as a browser does, without one: to prepare what the tests then sign in with. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly door: string) {}

  async signIn(name: string, password: string): Promise<void> {
    const form = await this.send('GET', '/login');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
    const answer = await this.send('POST', '/login', new URLSearchParams({ next: '/', name, password, _csrf: csrf }));
    if (answer.headers.get('location')?.includes('/login') ?? answer.status >= 400) {
      throw new Error(`${name} could not sign in: ${String(answer.status)}`);
    }
  }

  async get<T>(path: string): Promise<T> {
    return (await this.json('GET', path, undefined)) as T;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return (await this.json('POST', path, body)) as T;
  }

  private async json(method: string, path: string, body: unknown): Promise<unknown> {
    const answer = await this.send(method, path, body === undefined ? undefined : JSON.stringify(body));
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  }

  private async send(method: string, path: string, body?: string | URLSearchParams): Promise<Response> {
    const headers = new Headers({ Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
    const csrf = this.cookies.get('XSRF-TOKEN');
    if (csrf !== undefined && method !== 'GET') {
      headers.set('X-XSRF-TOKEN', csrf);
    }
    if (typeof body === 'string') {
      headers.set('Content-Type', 'application/json');
    }
    const answer = await fetch(this.door + path, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
