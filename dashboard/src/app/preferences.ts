import { store } from './store';
import type { ThemeName } from './tokens';

export type ThemeChoice = 'light' | 'dark' | 'auto';

const THEME = 'thidua.theme';
const SHORTCUTS = 'thidua.shortcuts';

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // it holds until the page is closed
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)');

function named(choice: ThemeChoice): ThemeName {
  return choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
}

function first(): ThemeChoice {
  const kept = remembered(THEME);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export const themeChoice = store<ThemeChoice>(first());
export const themeName = store<ThemeName>(named(themeChoice.get()));

function apply(): void {
  const name = named(themeChoice.get());
  document.documentElement.dataset['theme'] = name;
  themeName.set(name);
}

/** Shows the theme chosen last, and follows the device where none was. */
export function installTheme(): void {
  dark.addEventListener('change', apply);
  apply();
}

export function chooseTheme(choice: ThemeChoice): void {
  remember(THEME, choice);
  themeChoice.set(choice);
  apply();
}

/** Shortcuts of one letter can be turned off: speech input and shaky hands would set them off. */
export const letterShortcuts = store(remembered(SHORTCUTS) !== 'off');

export function allowLetterShortcuts(on: boolean): void {
  remember(SHORTCUTS, on ? 'on' : 'off');
  letterShortcuts.set(on);
}
