/**
 * How far each context has been written by this browser, so that reading waits for its own writes. It outlives a reload and
 * ends with the tab.
 */
const KEEP = 'thidua.positions';

let seen: Record<string, number> | undefined;

function load(): Record<string, number> {
  if (seen === undefined) {
    seen = {};
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(KEEP) ?? '{}');
      if (typeof kept === 'object' && kept !== null) {
        for (const [context, position] of Object.entries(kept)) {
          if (typeof position === 'number') {
            seen[context] = position;
          }
        }
      }
    } catch {
      // without storage they hold as long as the page does
    }
  }
  return seen;
}

function keep(): void {
  try {
    sessionStorage.setItem(KEEP, JSON.stringify(load()));
  } catch {
    // see above
  }
}

/** Takes what a command answered, as `plan:55`. */
export function rememberPosition(header: string | null): void {
  if (header === null) {
    return;
  }
  const all = load();
  for (const part of header.split(',')) {
    const [context, number] = part.trim().split(':');
    const position = Number(number);
    if (context && Number.isSafeInteger(position) && position > (all[context] ?? -1)) {
      all[context] = position;
    }
  }
  keep();
}

/** The header of the next request; undefined before anything was written. */
export function positionHeader(): string | undefined {
  const parts = Object.entries(load()).map(([context, position]) => `${context}:${position}`);
  return parts.length === 0 ? undefined : parts.sort().join(',');
}

/** After the server was restored to an earlier state, its log ends before what was seen. */
export function forgetPositions(): void {
  seen = {};
  keep();
}
