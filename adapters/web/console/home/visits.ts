import { areCounts, keep, kept } from '../layout/kept.js';

const mostCounted = 200;

/** How often the places of the menu were opened in this browser. */
export const visits = (): Readonly<Record<string, number>> => kept('visits', areCounts) ?? {};

export function countVisit(key: string): void {
  const before = visits();
  if (Object.keys(before).length >= mostCounted && before[key] === undefined) return;
  keep('visits', { ...before, [key]: (before[key] ?? 0) + 1 });
}
