import type { Page } from '../../app/pages';

export const peoplePages: readonly Page[] = [];
