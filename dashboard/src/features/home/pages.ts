import { HomeOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';

export const homePages: readonly Page[] = [
  {
    path: '',
    title: w => w.nav.home,
    load: async () => (await import('./HomePage')).HomePage,
    menu: { group: 'work', icon: HomeOutlined, short: w => w.nav.homeShort },
  },
];
