import { ApartmentOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';

export const cascadePages: readonly Page[] = [
  {
    path: 'cascade',
    title: w => w.cascade.title,
    load: async () => (await import('./CascadePage')).CascadePage,
    menu: { group: 'work', icon: ApartmentOutlined },
  },
];
