import { TeamOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';
import { CHANGING, SEEING } from './roles';

export const userPages: readonly Page[] = [
  {
    path: 'users',
    title: w => w.users.title,
    load: async () => (await import('./AccountListPage')).AccountListPage,
    roles: SEEING,
    operator: true,
    menu: { group: 'admin', icon: TeamOutlined },
  },
  { path: 'users/matrix', title: w => w.users.matrix, roles: SEEING, operator: true, wide: true, load: async () => (await import('./MatrixPage')).MatrixPage },
  { path: 'users/clients', title: w => w.users.clients, roles: SEEING, operator: true, load: async () => (await import('./ClientListPage')).ClientListPage },
  { path: 'users/import', title: w => w.users.import, roles: CHANGING, operator: true, load: async () => (await import('./AccountImportPage')).AccountImportPage },
  { path: 'me/lent', title: w => w.users.myLent, load: async () => (await import('./MyLentPage')).MyLentPage },
  { path: 'users/:id', title: w => w.users.one, roles: SEEING, operator: true, load: async () => (await import('./AccountPage')).AccountPage },
];
