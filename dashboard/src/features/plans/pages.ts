import { FileTextOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';

export const planPages: readonly Page[] = [
  {
    path: 'plans',
    title: w => w.plans.title,
    load: async () => (await import('./PlanListPage')).PlanListPage,
    menu: { group: 'work', icon: FileTextOutlined, short: w => w.plans.title },
  },
  { path: 'plans/:id', title: w => w.plans.one, load: async () => (await import('./PlanPage')).PlanPage },
];
