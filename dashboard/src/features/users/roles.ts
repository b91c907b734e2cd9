import type { Role } from '../../app/session';

/** Who sees accounts and rights, and who changes them. */
export const SEEING: readonly Role[] = ['ADMIN', 'AUDITOR'];
export const CHANGING: readonly Role[] = ['ADMIN'];
