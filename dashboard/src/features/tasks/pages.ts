import { UnorderedListOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';

export const taskPages: readonly Page[] = [
  {
    path: 'tasks',
    title: w => w.tasks.title,
    load: async () => (await import('./TaskListPage')).TaskListPage,
    menu: { group: 'work', icon: UnorderedListOutlined, short: w => w.tasks.title },
    wide: true,
  },
  { path: 'tasks/:plan/:n', title: w => w.tasks.one, load: async () => (await import('./TaskPage')).TaskPage },
];
