import type { Page } from '../../app/pages';

export const auditPages: readonly Page[] = [];
