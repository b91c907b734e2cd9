import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { letterShortcuts } from './preferences';

const LEADER_MS = 1500;
const PLACES: Record<string, string> = { h: '/', p: '/plans', t: '/tasks', d: '/progress' };

/** A letter means something else while somebody types, and while a dialog is open. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('dialog') !== null)
  );
}

/** `/` searches, `?` helps, `g` and a letter goes somewhere. */
export function useShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();
  const leader = useRef(0);
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !letterShortcuts.get()) {
        return;
      }
      const place = Date.now() - leader.current < LEADER_MS ? PLACES[event.key] : undefined;
      leader.current = 0;
      if (place !== undefined) {
        event.preventDefault();
        void navigate(place);
      } else if (event.key === '/') {
        event.preventDefault();
        document.getElementById('search')?.focus();
      } else if (event.key === '?') {
        event.preventDefault();
        help.current();
      } else if (event.key === 'g') {
        leader.current = Date.now();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [navigate]);
}

/** A shortcut of one page: a letter, or `Ctrl+Enter`. Letters rest while somebody types or has turned them off. */
export function useShortcut(key: string, act: () => void, on = true): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!on) {
      return undefined;
    }
    const control = key.startsWith('Ctrl+');
    const wanted = control ? key.slice('Ctrl+'.length) : key;
    const listen = (event: KeyboardEvent) => {
      const hit = event.key.toLowerCase() === wanted.toLowerCase() && (event.ctrlKey || event.metaKey) === control;
      if (hit && !event.altKey && (control || (!isTyping(event.target) && letterShortcuts.get()))) {
        event.preventDefault();
        latest.current();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [key, on]);
}
