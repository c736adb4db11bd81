import { useSyncExternalStore } from 'react';

/** All pages lie under this address. */
const base = '/console';

export interface Place { readonly path: string; readonly search: string; /** What the browser keeps with this step of its history. */ readonly state: unknown }

let here: Place = read();
const listeners = new Set<() => void>();

function read(): Place {
  const { pathname, search } = window.location;
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return { path: path === '' ? '/' : path, search, state: window.history.state as unknown };
}

function tell(): void {
  here = read();
  for (const listener of listeners) listener();
}
window.addEventListener('popstate', tell);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export const useLocation = (): Place => useSyncExternalStore(subscribe, () => here);

/** Paths of the menu may be written with or without the base. */
export const hrefOf = (path: string): string => (path === base || path.startsWith(`${base}/`) ? path : `${base}${path.startsWith('/') ? '' : '/'}${path}`);
export const samePath = (one: string, other: string): boolean => hrefOf(one).replace(/\/$/, '') === hrefOf(other).replace(/\/$/, '');

export function goTo(path: string, { state = null, replace = false }: { readonly state?: unknown; readonly replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(state, '', hrefOf(path));
  else window.history.pushState(state, '', hrefOf(path));
  tell();
}
