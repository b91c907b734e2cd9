import { execFile } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';

/*
 * The door of `npm run dev`. With THIDUA_GATEWAY everything but the page's own files goes there, sign-in and all. Without
 * it, requests go to plan-service (THIDUA_PLAN, else port 8081) with a token of the installation, for the posts named in
 * THIDUA_POSTS ("OFFICER@<unit> LEADER@<unit>"; else ADMIN at the top of the tree), and whoever is signed in is made up.
 */
const OUTSIDE = /^\/(api|login|logout|oauth2|\.well-known|status|openapi\.json|docs)(\/|\?|$)/;
const TOKEN_MS = 90_000;
const ROOT = path.resolve(import.meta.dirname, '../..');

let token: { text: Promise<string>; at: number } | undefined;
let posts: Promise<{ role: string; unit: string }[]> | undefined;

async function thidua(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.env['THIDUA_LAUNCHER'] ?? path.join(ROOT, 'thidua'), words);
  return stdout.trim();
}

async function topOfTree(target: string): Promise<{ role: string; unit: string }[]> {
  const answer = await fetch(`${target}/api/v1/organization/tree`, {
    headers: { Authorization: `Bearer ${await thidua('token', '--scope', 'operations')}` },
  });
  const { units: nodes } = (await answer.json()) as { units: { id: string; kind: string; depth: number }[] };
  const first = (kind: string) => nodes.find(each => each.kind === kind)?.id;
  return [
    { role: 'OFFICER', unit: first('COMMUNE') ?? nodes[0]?.id ?? '' },
    { role: 'LEADER', unit: first('COMMUNE') ?? '' },
    { role: 'ADMIN', unit: nodes[0]?.id ?? '' },
  ].filter(each => each.unit !== '');
}

function postsOf(target: string): Promise<{ role: string; unit: string }[]> {
  posts ??=
    process.env['THIDUA_POSTS'] === undefined
      ? topOfTree(target)
      : Promise.resolve(
          process.env['THIDUA_POSTS'].split(/\s+/).map(each => {
            const [role = '', unit = ''] = each.split('@');
            return { role, unit };
          }),
        );
  posts.catch(() => (posts = undefined));
  return posts;
}

async function sign(target: string): Promise<string> {
  const words = (await postsOf(target)).map(each => `${each.role}@${each.unit}`);
  return thidua('token', '--as', 'dev', ...words);
}

/** One token for all requests of a while: each costs a start of Java. */
function bearer(target: string): Promise<string> {
  if (token === undefined || Date.now() - token.at > TOKEN_MS) {
    const text = sign(target);
    token = { text, at: Date.now() };
    text.catch(() => (token = undefined));
  }
  return token.text;
}

function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
  });
}

function json(response: ServerResponse, body: unknown): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

async function forward(target: string, authorization: string | undefined, request: IncomingMessage, response: ServerResponse) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !['host', 'connection', 'content-length', 'accept-encoding'].includes(name)) {
      headers.set(name, value);
    }
  }
  if (authorization !== undefined) {
    headers.delete('cookie');
    headers.set('Authorization', authorization);
  }
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : new Uint8Array(await bytesOf(request));
  const answer = await fetch(target + (request.url ?? ''), {
    method: request.method ?? 'GET',
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => {
    if (!['content-encoding', 'transfer-encoding', 'set-cookie', 'content-length', 'connection'].includes(name)) {
      response.setHeader(name, value);
    }
  });
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) {
    response.setHeader('Set-Cookie', cookies);
  }
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function madeUp(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = (request.url ?? '').split('?')[0];
  if (url === '/api/v1/access/me') {
    json(response, {
      account: 'dev',
      name: 'dev',
      person: 'dev',
      displayName: 'Người thử trang',
      posts: (await postsOf(target)).map(each => ({ ...each, until: null })),
      actingFor: null,
      delegations: [],
      mustChangePassword: false,
    });
  } else if (url === '/api/v1/access/me/sessions' && request.method === 'GET') {
    json(response, [
      { id: 'dev', device: 'Chromium, máy này', address: '127.0.0.1', signedInAt: new Date().toISOString(), lastSeen: new Date().toISOString(), current: true },
    ]);
  } else {
    response.statusCode = 503;
    response.end();
  }
}

/** Sends what is not the page's own on to the running system; in development alone. */
export function developmentDoor(): Plugin {
  return {
    name: 'development-door',
    apply: 'serve',
    configureServer(server) {
      stand(server);
    },
    configurePreviewServer(server) {
      stand(server);
    },
  };
}

function stand(server: ViteDevServer | PreviewServer): void {
      const gateway = process.env['THIDUA_GATEWAY'];
      const plan = process.env['THIDUA_PLAN'] ?? 'http://127.0.0.1:8081';
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? '';
        if (!OUTSIDE.test(url)) {
          next();
          return;
        }
        const done =
          gateway !== undefined
            ? forward(gateway, undefined, request, response)
            : url.startsWith('/api/v1/access/')
              ? madeUp(plan, request, response)
              : bearer(plan).then(text => forward(plan, `Bearer ${text}`, request, response));
        done.catch((thrown: unknown) => {
          server.config.logger.warn(`${request.method ?? ''} ${url}: ${String(thrown)}`);
          response.statusCode = 502;
          response.end();
        });
      });
}
