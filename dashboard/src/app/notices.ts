import { store } from './store';

export type NoticeKind = 'ok' | 'info' | 'warn' | 'late';

/** Something that happened on this page; it stays in the list until it was read. */
export interface Notice {
  id: number;
  kind: NoticeKind;
  text: string;
  at: number;
  read: boolean;
  /** page that tells more */
  to?: string | undefined;
}

const MOST = 50;
let next = 1;

export const notices = store<readonly Notice[]>([]);

/** Tells the person; shown at the foot of the page for a while, and in the list behind the bell. */
export function notify(kind: NoticeKind, text: string, to?: string): void {
  notices.set(before => [{ id: next++, kind, text, at: Date.now(), read: false, to }, ...before].slice(0, MOST));
}

export function readNotices(): void {
  notices.set(before => before.map(each => (each.read ? each : { ...each, read: true })));
}
