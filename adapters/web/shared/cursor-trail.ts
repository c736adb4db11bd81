/**
 * The server pages by places, not by numbers, and only forward. The places where the visited pages began are kept, so that there is a way back:
 * entry `n` is where page `n + 2` begins. Lies in the browser's history, so that reloading and going back find it.
 */
export type CursorTrail = readonly string[];

export const firstPage: CursorTrail = [];
/** More pages than anybody turns by hand; a longer way ends at the first page again. */
const maxPages = 500;

export const pageNo = (trail: CursorTrail): number => trail.length + 1;
export const cursorOf = (trail: CursorTrail): string | undefined => trail.at(-1);
export const nextPage = (trail: CursorTrail, cursor: string): CursorTrail => (trail.length < maxPages ? [...trail, cursor] : firstPage);
export const previousPage = (trail: CursorTrail): CursorTrail => trail.slice(0, -1);

/** What the history of a browser kept; it may be of anybody. */
export const readTrail = (kept: unknown): CursorTrail =>
  (Array.isArray(kept) && kept.length <= maxPages && kept.every((one) => typeof one === 'string') ? kept : firstPage);
