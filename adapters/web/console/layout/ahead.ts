export const loadShell = () => import('./shell.js');
const loadListPage = () => import('../lists/list-page.js');

/** What the address will need comes while the platform is still asked who is there: one behind the other would make everybody wait for each. Whoever needs it asks again, and says so if it does not come. */
export function loadAhead(path: string): void {
  const parts: readonly (() => Promise<unknown>)[] = [loadShell, ...path.includes('/lists/') ? [loadListPage] : []];
  for (const part of parts) part().catch(() => undefined);
}
