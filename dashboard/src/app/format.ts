import { words } from '../words';

const ZONE = 'Asia/Ho_Chi_Minh';
const NBSP = '\u00a0';

const timeOfDay = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const dayParts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today in Vietnam, as `2025-03-10`. */
export function today(now = Date.now()): string {
  return dayParts.format(now);
}

/** `2025-03-10` as `10/03/2025`; nothing for no day. */
export function day(iso: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  return parts === null ? '' : `${parts[3] ?? ''}/${parts[2] ?? ''}/${parts[1] ?? ''}`;
}

/** The first day of a span, without its year where the last day has the same: `01/02`. */
export function shortFrom(from: string, to: string): string {
  return from.slice(0, 4) === to.slice(0, 4) ? day(from).slice(0, 5) : day(from);
}

/** An instant (ISO or ms) as `09:42`. */
export function time(instant: string | number): string {
  return timeOfDay.format(typeof instant === 'number' ? instant : new Date(instant));
}

/** An instant as `09:42 10/03/2025`. */
export function moment(instant: string | number): string {
  return `${time(instant)}${NBSP}${day(today(new Date(instant).getTime()))}`;
}

/** With the weekday: `Thứ Hai, 10/03/2025`. */
export function longDay(iso: string): string {
  const { language } = words.get();
  const name = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { timeZone: 'UTC', weekday: 'long' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
  return `${name}, ${day(iso)}`;
}

/** What was typed as `10/3/2025` or `10-03-2025`, as `2025-03-10`; undefined if it is no day. */
export function parseDay(text: string): string | undefined {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (parts === null) {
    return undefined;
  }
  const [d, m, y] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) {
    return undefined;
  }
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another; below 0 when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** With a comma for decimals and points for thousands. */
export function figure(value: number): string {
  return number.format(value);
}

/** A size of a file, in units that people know. */
export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${figure(Math.max(1, Math.round(bytes / 1024)))}${NBSP}KB` : `${figure(bytes / 1024 / 1024)}${NBSP}MB`;
}

/** Text that does not break at its blanks: document numbers, dates. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', NBSP).replaceAll('-', '\u2011');
}
