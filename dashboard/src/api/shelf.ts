import type { SentRequest } from './problem';

/** A command that waits on the device until it gets through. */
export interface Waiting {
  /** its Idempotency-Key */
  key: string;
  /** account that gave it */
  owner: string;
  /** what it does, for the person: "Báo cáo nhiệm vụ 3" */
  what: string;
  /** page it was filled in on */
  from: string;
  /** when it was given, in ms */
  at: number;
  request: SentRequest;
  /** why the server will not take it; then it goes nowhere by itself */
  refused?: { title: string; detail: string } | undefined;
}

/** Where waiting commands are kept. */
export interface Shelf {
  all: () => Promise<Waiting[]>;
  put: (item: Waiting) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

const STORE = 'outbox';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('thidua', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
  return settled(request);
}

/** In the browser's database, which takes files as they are. */
export function deviceShelf(): Shelf {
  const database = open();
  // an answer that nobody awaits yet
  database.catch(() => undefined);
  const objects = async (mode: IDBTransactionMode) => (await database).transaction(STORE, mode).objectStore(STORE);
  return {
    all: async () => settled((await objects('readonly')).getAll() as IDBRequest<Waiting[]>),
    put: async item => {
      await settled((await objects('readwrite')).put(item));
    },
    remove: async key => {
      await settled((await objects('readwrite')).delete(key));
    },
  };
}

/** As long as the page is open: where the browser keeps nothing, and in tests. */
export function memoryShelf(): Shelf {
  const items = new Map<string, Waiting>();
  return {
    all: () => Promise.resolve([...items.values()]),
    put: item => {
      items.set(item.key, item);
      return Promise.resolve();
    },
    remove: key => {
      items.delete(key);
      return Promise.resolve();
    },
  };
}
