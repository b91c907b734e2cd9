import type { Page } from '../../app/pages';
import type { Role } from '../../app/session';

const SEEING: readonly Role[] = ['OFFICER', 'ADMIN', 'AUDITOR'];

export const importPages: readonly Page[] = [
  { path: 'imports', title: w => w.imports.title, roles: SEEING, operator: true, load: async () => (await import('./ImportListPage')).ImportListPage },
  { path: 'imports/:id', title: w => w.imports.one, roles: SEEING, operator: true, load: async () => (await import('./ImportPage')).ImportPage },
];
