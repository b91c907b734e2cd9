// The types of the API: `npm run api` fetches the documents of a running system and writes openapi.json and
// src/api/schema.d.ts; `npm run api:check` fails if the types do not follow from openapi.json, and, where a system is named
// by THIDUA_API, if openapi.json is not what that system says.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const document = path.join(root, 'openapi.json');
const types = path.join(root, 'src/api/schema.d.ts');
const check = process.argv.includes('--check');
const address = process.env.THIDUA_API ?? (check ? undefined : 'http://127.0.0.1:8080');

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

// The gateway joins the documents; a service alone has one for each context.
async function fetchDocument(from) {
  try {
    return await get(`${from}/openapi.json`);
  } catch {
    const parts = await Promise.all(['organization', 'plan'].map(context => get(`${from}/api/v1/${context}/openapi.json`)));
    return join(parts);
  }
}

function join(parts) {
  const joined = { openapi: parts[0].openapi, info: { title: 'Thi Đua', version: 'v1' }, paths: {}, components: { schemas: {} } };
  for (const part of parts) {
    Object.assign(joined.paths, part.paths);
    for (const [kind, entries] of Object.entries(part.components ?? {})) {
      joined.components[kind] ??= {};
      for (const [name, entry] of Object.entries(entries)) {
        const before = joined.components[kind][name];
        if (before !== undefined && JSON.stringify(before) !== JSON.stringify(entry)) {
          throw new Error(`two contexts mean different things by ${kind} ${name}`);
        }
        joined.components[kind][name] = entry;
      }
    }
  }
  return joined;
}

// Order and servers depend on the run.
function tidy(value) {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, tidy(value[key])]));
}

function text(api) {
  const { servers, ...rest } = api;
  void servers;
  return `${JSON.stringify(tidy(rest), null, 1)}\n`;
}

function generate(from, to) {
  execFileSync(path.join(root, 'node_modules/.bin/openapi-typescript'), [from, '-o', to, '--default-non-nullable', 'false'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

if (check) {
  const problems = [];
  if (address !== undefined && text(await fetchDocument(address)) !== readFileSync(document, 'utf8')) {
    problems.push(`openapi.json is not what ${address} says`);
  }
  const fresh = path.join(mkdtempSync(path.join(tmpdir(), 'thidua-')), 'schema.d.ts');
  generate(document, fresh);
  if (readFileSync(fresh, 'utf8') !== readFileSync(types, 'utf8')) problems.push('src/api/schema.d.ts does not follow from openapi.json');
  if (problems.length > 0) {
    console.error(`${problems.join('\n')}\nrun: npm run api`);
    process.exit(1);
  }
  console.log('the types are those of the API');
} else {
  writeFileSync(document, text(await fetchDocument(address)));
  generate(document, types);
  console.log(`openapi.json and src/api/schema.d.ts are those of ${address}`);
}
