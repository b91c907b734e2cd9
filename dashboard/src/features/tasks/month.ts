/** A month as `2025-03`. */
export function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month so many months later, or earlier. */
export function shifted(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Whole weeks of a month from Monday to Sunday, as days like `2025-03-31`; with the days of its neighbours. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const last = Date.parse(`${shifted(month, 1)}-01T00:00:00Z`) - 86_400_000;
  // Sunday is 0
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let monday = first - before * 86_400_000; monday <= last; monday += 7 * 86_400_000) {
    weeks.push(Array.from({ length: 7 }, (_, day) => new Date(monday + day * 86_400_000).toISOString().slice(0, 10)));
  }
  return weeks;
}

interface Due {
  dueFrom?: string | null;
  dueTo?: string | null;
}

/** Tasks by their last day in the month; those that only run through it apart. */
export function byDay<T extends Due>(tasks: readonly T[], month: string): { days: Map<string, T[]>; through: T[] } {
  const days = new Map<string, T[]>();
  const through: T[] = [];
  for (const task of tasks) {
    const last = task.dueTo ?? undefined;
    if (last?.startsWith(month) === true) {
      days.set(last, [...(days.get(last) ?? []), task]);
    } else {
      through.push(task);
    }
  }
  return { days, through };
}
