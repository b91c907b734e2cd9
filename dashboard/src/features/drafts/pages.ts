import { FormOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';
import { EDITING, READING } from './drafts';

export const draftPages: readonly Page[] = [
  {
    path: 'drafts',
    title: w => w.drafts.title,
    load: async () => (await import('./DraftListPage')).DraftListPage,
    roles: READING,
    menu: { group: 'work', icon: FormOutlined },
  },
  {
    path: 'drafts/:id',
    title: w => w.drafts.one,
    load: async () => (await import('./DraftPage')).DraftPage,
    roles: READING,
    wide: true,
  },
  { path: 'plans/:id/amend', title: w => w.drafts.amendShort, load: async () => (await import('./AmendPage')).AmendPage, roles: EDITING },
];
