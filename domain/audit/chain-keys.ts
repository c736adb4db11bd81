import { minuteMs, type EpochMs } from '../kernel/china-time.js';

/**
 * How far the keys of the chain have moved on (KEY-02). Keys are numbered in the order in which they were made. They only move forward: whoever got hold of an older
 * one can make nothing with it behind the place where a newer one was used.
 */
export interface ChainKeys {
  /** Of the last link; the next one stands under this key or a newer one. */
  readonly link: number;
  /** The oldest key under which an entry may still come. */
  readonly entry: number;
  readonly newest: number;
  /** When the first entry under the newest key was made. */
  readonly newestSince: EpochMs;
}

export const firstKeys: ChainKeys = { link: 0, entry: 0, newest: 0, newestSince: 0 };

/** Entries get their code when they are made and their number later, in several processes whose clocks differ: for so long both keys are in use. */
export const lateEntriesMs = 10 * minuteMs;

/** After an entry made at `at` under one key, with its link under another. Only an entry under the newest key says that the time of the one before is over: what stands under an older key may be anybody's. */
export function keysAfter(keys: ChainKeys, { entryKey, linkKey, at }: { readonly entryKey: number; readonly linkKey: number; readonly at: EpochMs }): ChainKeys {
  const [newest, newestSince] = entryKey > keys.newest ? [entryKey, at] : [keys.newest, keys.newestSince];
  const isOver = entryKey === newest && at - newestSince > lateEntriesMs;
  return { link: linkKey, entry: isOver ? newest : keys.entry, newest, newestSince };
}
