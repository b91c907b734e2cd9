import { AuditOutlined } from '@ant-design/icons';
import type { Page } from '../../app/pages';
import type { Role } from '../../app/session';

const SEEING: readonly Role[] = ['AUDITOR', 'ADMIN'];

export const auditPages: readonly Page[] = [
  {
    path: 'audit',
    title: w => w.audit.title,
    load: async () => (await import('./AuditPage')).AuditPage,
    roles: SEEING,
    operator: true,
    menu: { group: 'admin', icon: AuditOutlined },
  },
  { path: 'audit/refusals', title: w => w.audit.refused, roles: SEEING, operator: true, load: async () => (await import('./RefusalsPage')).RefusalsPage },
  { path: 'audit/verify', title: w => w.audit.verify, roles: SEEING, operator: true, load: async () => (await import('./VerifyPage')).VerifyPage },
  { path: 'audit/:context/:id', title: w => w.audit.one, roles: SEEING, operator: true, load: async () => (await import('./EntryPage')).EntryPage },
];
