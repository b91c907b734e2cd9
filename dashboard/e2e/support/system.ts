import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Visitor } from './visitor';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const DOOR = 'http://127.0.0.1:8080';

/** Who the tests sign in as, in the installation that is kept for them. */
const CLERK_FILE = path.join(ROOT, '.thidua/e2e/clerk.json');

interface Clerk {
  name: string;
  password: string;
}

/**
 * With the password that was printed once: another one for the administrator, and an account for somebody of the demo's
 * commune, who is officer and leader there and looks after the whole tree.
 */
async function makeClerk(printed: string): Promise<Clerk> {
  const admin = new Visitor(DOOR);
  await admin.signIn('quantri', printed);
  await admin.post('/api/v1/access/me/password', { current: printed, new: `Quản trị ${randomUUID()}` });
  const { units } = await admin.get<{ units: { id: string; kind: string; depth: number }[] }>('/api/v1/organization/tree');
  const top = units[0]?.id ?? '';
  const commune = units.find(each => each.kind === 'COMMUNE')?.id ?? top;
  const people = await admin.get<{ items: { person: string }[] }>(`/api/v1/organization/units/${commune}/people?below=true`);
  const opened = await admin.post<{ oneTimePassword: string }>('/api/v1/access/accounts', {
    name: 'can.bo',
    unit: commune,
    person: people.items[0]?.person,
    password: true,
    roles: [
      { role: 'OFFICER', unit: commune },
      { role: 'LEADER', unit: commune },
      { role: 'ADMIN', unit: top },
    ],
  });
  const clerk = { name: 'can.bo', password: `Thi đua ${randomUUID()}` };
  const visitor = new Visitor(DOOR);
  for (let attempt = 1; ; attempt++) {
    try {
      await visitor.signIn(clerk.name, opened.oneTimePassword);
      break;
    } catch (fault) {
      // sign-in reads accounts a moment after they are opened
      if (attempt === 5) {
        throw fault;
      }
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
  await visitor.post('/api/v1/access/me/password', { current: opened.oneTimePassword, new: clerk.password });
  return clerk;
}

/**
 * The tests speak with the whole running system: the one that THIDUA_PAGE names, else one that is started here by
 * `./thidua up --demo` in a place of its own, with a freshly built page, and ended afterwards.
 */
export default async function startSystem(): Promise<(() => void) | undefined> {
  if (process.env['THIDUA_PAGE'] !== undefined) {
    return undefined;
  }
  if (!existsSync(path.join(ROOT, 'dashboard/dist/index.html'))) {
    throw new Error('the page is not built: npm run build');
  }
  const home = path.join(ROOT, '.thidua/e2e');
  const env = { ...process.env, THIDUA_HOME: home };
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(path.join(ROOT, 'thidua'), words, { env, encoding: 'utf8' });
    process.stdout.write(stderr);
    return { status, said: stdout + stderr };
  };
  const { status, said } = run('up', '--demo');
  if (status !== 0) {
    throw new Error('the system did not come up, see .thidua/e2e/logs');
  }
  // the first start alone tells the first administrator's password; later ones go on with what was made of it then
  const first = /mật khẩu dùng một lần (\S+)/.exec(said)?.[1];
  if (first !== undefined) {
    mkdirSync(path.dirname(CLERK_FILE), { recursive: true });
    writeFileSync(CLERK_FILE, JSON.stringify(await makeClerk(first)), { mode: 0o600 });
  }
  const clerk = JSON.parse(readFileSync(CLERK_FILE, 'utf8')) as Clerk;
  process.env['THIDUA_NAME'] = clerk.name;
  process.env['THIDUA_PASSWORD'] = clerk.password;
  return () => {
    run('down');
  };
}
