import { dayMs, type EpochMs } from '../kernel/china-time.js';

/** What is kept for a time and then forgotten (PRV-01): each in rounds of its own. */
export const forgettingKinds = ['texts', 'issues'] as const;
export type ForgettingKind = (typeof forgettingKinds)[number];

/** Least time that anything of it is kept: what happened in a network has to be shown for six months (等保 8.1.5.4; AUD-06), of which none is longer than this. */
export const minKeepDays = 184;

/**
 * News that is as old as this is told to nobody any more. Nothing is forgotten before, so that a text that was sent once and forgotten since is never made again because the
 * platform does not know of it.
 */
export const newsAgeMs = minKeepDays * dayMs;

/** What one round has done so far, and whose turn it is. A process that ends leaves it for the next one, so that nothing of what was forgotten goes uncounted. */
export interface ForgettingRound {
  readonly kind: ForgettingKind;
  readonly owner: string | undefined;
  /** Until then nobody else goes on. */
  readonly until: EpochMs;
  /** How many of what. */
  readonly forgotten: Readonly<Record<string, number>>;
  readonly version: number;
}

/** What one page has forgotten; `isLast`: there is nothing left that is as old. */
export interface Forgotten { readonly counts: ForgettingRound['forgotten']; readonly isLast: boolean }

/** As it stands between two rounds; version 0: it has never been written. */
export const blankRound = (kind: ForgettingKind): ForgettingRound => ({ kind, owner: undefined, until: 0, forgotten: {}, version: 0 });

export const isOfAnother = ({ owner, until }: ForgettingRound, asker: string, now: EpochMs): boolean => owner !== undefined && owner !== asker && until > now;

export const addedUp = (one: ForgettingRound['forgotten'], other: ForgettingRound['forgotten']): ForgettingRound['forgotten'] =>
  Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));

export const countOf = (forgotten: ForgettingRound['forgotten']): number => Object.values(forgotten).reduce((sum, count) => sum + count, 0);
