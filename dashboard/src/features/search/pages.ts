import type { Page } from '../../app/pages';

export const searchPages: readonly Page[] = [
  { path: 'search', title: w => w.search.title, load: async () => (await import('./SearchPage')).SearchPage },
];
