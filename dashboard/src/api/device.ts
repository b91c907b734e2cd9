/**
 * What this device keeps for a person who is signed in: forms half filled and commands not sent. It bears the account's id,
 * is never shown to another account, and goes at sign-out. Answers of the API are never kept.
 */
const PREFIX = 'thidua:';

let owner: string | undefined;

/** Whose things are read and written from now on. */
export function setOwner(account: string | undefined): void {
  owner = account;
}

export function currentOwner(): string | undefined {
  return owner;
}

function place(name: string): string {
  return `${PREFIX}${owner ?? 'nobody'}:${name}`;
}

/** What was kept under the name; undefined if nothing was, or if the device does not tell. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- whoever kept it knows its type
export function recall<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(place(name));
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Keeps a value; false if the device has no room or forbids it. */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(place(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function drop(name: string): void {
  try {
    localStorage.removeItem(place(name));
  } catch {
    // there is nothing then
  }
}

/** Removes all that is kept for whoever is signed in. */
export function clearDevice(): void {
  try {
    const own = place('');
    for (const name of Object.keys(localStorage).filter(each => each.startsWith(own))) {
      localStorage.removeItem(name);
    }
    sessionStorage.clear();
  } catch {
    // there is nothing then
  }
}
