// What a first visit loads, in KiB gzip: the build fails above these.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const SHELL = 215;
const ROUTE = 340;
const FONTS = 70;

const dist = path.resolve(import.meta.dirname, '../dist');
const assets = path.join(dist, 'assets');
const kib = bytes => bytes / 1024;
const sizes = new Map();

function size(name) {
  if (!sizes.has(name)) sizes.set(name, kib(gzipSync(readFileSync(path.join(assets, name))).length));
  return sizes.get(name);
}

// The imports that a module cannot do without, by what stands in it.
function closure(names) {
  const seen = new Set();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const code = readFileSync(path.join(assets, name), 'utf8');
    for (const [, found] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) open.push(found);
  }
  return seen;
}

const sum = names => [...names].reduce((total, name) => total + size(name), 0);
const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
const first = [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(match => match[1]);
const shell = closure(first);
const problems = [];

function judge(what, value, most) {
  console.log(`${value.toFixed(1).padStart(7)} KiB of ${most}  ${what}`);
  if (value > most) problems.push(what);
}

judge('shell', sum(shell), SHELL);
for (const name of readdirSync(assets).filter(each => /Page-[\w-]+\.js$/.test(each))) {
  judge(`first visit of ${name.replace(/-[\w-]+\.js$/, '')}`, sum(closure([...first, name])), ROUTE);
}
const fonts = readdirSync(assets).filter(each => each.endsWith('.woff2'));
judge('fonts', fonts.reduce((total, name) => total + kib(statSync(path.join(assets, name)).size), 0), FONTS);
if (shell.size === 0 || fonts.length === 0) problems.push('nothing was measured');
if (problems.length > 0) {
  console.error(`over budget: ${problems.join(', ')}`);
  process.exit(1);
}
