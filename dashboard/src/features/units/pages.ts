import type { Page } from '../../app/pages';

export const unitPages: readonly Page[] = [];
