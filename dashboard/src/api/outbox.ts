import { notify } from '../app/notices';
import { store, type Store } from '../app/store';
import { words } from '../words';
import { currentOwner } from './device';
import { ownHeaders } from './courier';
import { rememberPosition } from './positions';
import { refusalOf, type SentRequest } from './problem';
import { deviceShelf, memoryShelf, type Shelf, type Waiting } from './shelf';

const EVERY_MS = 20_000;

/** Commands that could not be sent: visible, and sent again under their own keys. */
export class Outbox {
  readonly items: Store<readonly Waiting[]> = store<readonly Waiting[]>([]);
  readonly busy: Store<boolean> = store(false);
  /** after something got through */
  onSent: () => void = () => undefined;
  private shelf: Shelf;

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  /** Reads what is kept for whoever is signed in. */
  async load(): Promise<void> {
    try {
      const kept = await this.shelf.all();
      this.items.set(kept.filter(each => each.owner === currentOwner()).sort((a, b) => a.at - b.at));
    } catch {
      // a private window: nothing outlives the page
      this.shelf = memoryShelf();
    }
  }

  async add(request: SentRequest, key: string, what: string): Promise<void> {
    const item: Waiting = {
      key,
      owner: currentOwner() ?? '',
      what,
      from: location.pathname + location.search,
      at: Date.now(),
      request,
    };
    this.items.set(before => [...before.filter(each => each.key !== key), item]);
    try {
      await this.shelf.put(item);
    } catch {
      const memory = memoryShelf();
      this.shelf = memory;
      await Promise.all(this.items.get().map(each => memory.put(each)));
    }
  }

  /** The person does not want it any more. */
  async drop(key: string): Promise<void> {
    this.items.set(before => before.filter(each => each.key !== key));
    await this.shelf.remove(key);
  }

  /** At sign-out: nothing of the account stays. */
  async clear(): Promise<void> {
    await Promise.all(this.items.get().map(each => this.shelf.remove(each.key)));
    this.items.set([]);
  }

  /** Sends what waits, in the order in which it was given. What got through or was refused does not wait any more. */
  async flush(again = false): Promise<void> {
    if (this.busy.get()) {
      return;
    }
    this.busy.set(true);
    try {
      for (const item of this.items.get()) {
        if (item.refused !== undefined && !again) {
          continue;
        }
        if (!(await this.send(item))) {
          break;
        }
      }
    } finally {
      this.busy.set(false);
    }
  }

  /** False if the others should wait, too. */
  private async send(item: Waiting): Promise<boolean> {
    let response: Response;
    try {
      response = await fetch(item.request.path, {
        method: item.request.method,
        headers: { Accept: 'application/json', ...item.request.headers, ...ownHeaders(true) },
        body: item.request.body,
      });
    } catch {
      return false;
    }
    if (response.ok) {
      rememberPosition(response.headers.get('X-Position'));
      await this.drop(item.key);
      notify('ok', words.get().current.outbox.sent(item.what));
      this.onSent();
      return true;
    }
    if (response.status === 401 || response.status >= 500 || response.status === 429) {
      return false;
    }
    let body: unknown;
    try {
      body = await response.json();
    } catch {
      body = undefined;
    }
    const refusal = refusalOf(response, body);
    const refused: Waiting = { ...item, refused: { title: refusal.title, detail: refusal.detail } };
    this.items.set(before => before.map(each => (each.key === item.key ? refused : each)));
    await this.shelf.put(refused);
    notify('late', words.get().current.outbox.refused(item.what, refusal.detail));
    return true;
  }
}

export const outbox = new Outbox(typeof indexedDB === 'undefined' ? memoryShelf() : deviceShelf());

/** Sends by itself: when the network comes back, and every now and then. The answer ends it. */
export function startOutbox(): () => void {
  const go = () => {
    if (outbox.items.get().some(each => each.refused === undefined)) {
      void outbox.flush();
    }
  };
  addEventListener('online', go);
  const timer = setInterval(go, EVERY_MS);
  void outbox.load().then(go);
  return () => {
    removeEventListener('online', go);
    clearInterval(timer);
  };
}
