import { BankOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';

export const unitPages: readonly Page[] = [
  {
    path: 'units',
    title: w => w.units.title,
    load: async () => (await import('./UnitTreePage')).UnitTreePage,
    operator: true,
    menu: { group: 'work', icon: BankOutlined },
  },
  { path: 'units/:id', title: w => w.units.one, operator: true, load: async () => (await import('./UnitPage')).UnitPage },
];
