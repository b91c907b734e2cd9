import type { Page } from '../../app/pages';

export const mePages: readonly Page[] = [
  { path: 'me/sessions', title: w => w.me.sessionsTitle, load: async () => (await import('./SessionsPage')).SessionsPage },
  { path: 'me/password', title: w => w.me.passwordTitle, load: async () => (await import('./PasswordPage')).PasswordPage },
  { path: 'outbox', title: w => w.outbox.title, load: async () => (await import('./OutboxPage')).OutboxPage },
];
