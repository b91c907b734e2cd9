import type { Place } from './sources';

const CONTROL = 'input:not([type=date]), textarea, select';

/** The control of a place, else the nearest one of its item. */
export function controlOf(page: HTMLElement, { item, part }: Place): HTMLElement | null {
  const places = [...page.querySelectorAll<HTMLElement>('[data-item]')].filter(each => each.dataset['item'] === item);
  const near = (each: HTMLElement) => {
    const own = each.dataset['part'] ?? '';
    return own !== '' && (part.startsWith(own) || own.startsWith(part));
  };
  const found = places.findLast(each => each.dataset['part'] === part) ?? places.find(near) ?? places[0];
  return found?.matches('button') === true ? found : (found?.querySelector<HTMLElement>(CONTROL) ?? found?.querySelector('button') ?? null);
}
