import { BarChartOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';

export const progressPages: readonly Page[] = [
  {
    path: 'progress',
    title: w => w.progress.title,
    load: async () => (await import('./ProgressPage')).ProgressPage,
    menu: { group: 'work', icon: BarChartOutlined, short: w => w.progress.title },
    wide: true,
  },
];
