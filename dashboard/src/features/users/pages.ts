import type { Page } from '../../app/pages';

export const userPages: readonly Page[] = [];
