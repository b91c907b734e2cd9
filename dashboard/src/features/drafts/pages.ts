import type { Page } from '../../app/pages';

export const draftPages: readonly Page[] = [];
