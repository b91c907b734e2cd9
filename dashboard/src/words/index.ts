import { store, useStore } from '../app/store';
import { vi } from './vi';

/** All words of the page in one language. Vietnamese is what it is made of; English has the same shape. */
export type Words = typeof vi;

export type Language = 'vi' | 'en';

const KEEP = 'thidua.language';

/** The words that hold now. Components use `useWords`, everything else `words.get().current`. */
export const words = store<{ language: Language; current: Words }>({ language: 'vi', current: vi });

export function useWords(): Words {
  return useStore(words).current;
}

/** Changes the language of the page, and remembers it on this device. */
export async function speak(language: Language): Promise<void> {
  const current = language === 'vi' ? vi : (await import('./en')).en;
  words.set({ language, current });
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEEP, language);
  } catch {
    // it holds until the page is closed
  }
}

/** The language chosen last on this device. */
export async function speakAsBefore(): Promise<void> {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEEP);
  } catch {
    // Vietnamese then
  }
  if (kept === 'en') {
    await speak('en');
  }
}
