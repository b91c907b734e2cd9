import type { Page } from '../../app/pages';

export const importPages: readonly Page[] = [];
