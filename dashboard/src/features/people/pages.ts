import { IdcardOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';

export const peoplePages: readonly Page[] = [
  {
    path: 'people',
    title: w => w.people.title,
    load: async () => (await import('./PeoplePage')).PeoplePage,
    operator: true,
    menu: { group: 'work', icon: IdcardOutlined },
  },
  { path: 'people/:id', title: w => w.people.one, operator: true, load: async () => (await import('./PersonPage')).PersonPage },
];
