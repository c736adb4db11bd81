import { dayMs, type EpochMs } from '../kernel/china-time.js';

/**
 * Callbacks of one business system that were given up, made from `fromAt` until before `toAt`, to be sent again because somebody asked at `askedAt`.
 * Nothing of it is stored: what is left to do is what was last tried before it was asked.
 */
export interface ResendBatch { readonly devId: string; readonly fromAt: EpochMs; readonly toAt: EpochMs; readonly askedAt: EpochMs }

/** Where a batch stands, by the callbacks themselves. */
export interface BatchStanding {
  /** Given up and not tried since it was asked. */
  readonly left: number;
  /** Of this business system, due by now and not tried yet: whatever made them. */
  readonly underWay: number;
  /** Tried in vain before it was asked, and accepted since. */
  readonly accepted: number;
  readonly failedAgain: number;
}

/** Most callbacks of one batch, and the longest time that it covers. */
export const maxBatchCallbacks = 5_000;
export const maxBatchMs = 31 * dayMs;
/** Sent at once to a system that takes them again. */
export const batchPage = 20;
/** A look at what came of the last ones. */
export const batchLookMs = 2_000;
/** So many in vain, one after another, show that the other side is still down; then so many more than it took. */
const mostInVain = 3;

export type BatchStep = 'over' | 'stopped' | 'wait' | { readonly send: number };

/** One by one until the other side has taken one, then page by page; never more while some are under way, and no more where it is still down. */
export function nextBatchStep({ left, underWay, accepted, failedAgain }: BatchStanding): BatchStep {
  if (left === 0) return 'over';
  if (underWay > 0) return 'wait';
  if (failedAgain >= accepted + mostInVain) return 'stopped';
  return { send: accepted === 0 ? 1 : batchPage };
}

/** Two who ask within a minute ask for the same. */
const askedMs = 60_000;
export const batchAskedAt = (now: EpochMs): EpochMs => now - now % askedMs;

/** Its name, which says all of it. */
export const batchKey = ({ devId, fromAt, toAt, askedAt }: ResendBatch): string => `${fromAt}:${toAt}:${askedAt}:${devId}`;

export function readBatchKey(key: string): ResendBatch | undefined {
  const [, from = '', to = '', asked = '', devId = ''] = /^([0-9]{1,15}):([0-9]{1,15}):([0-9]{1,15}):([\x21-\x7e]{1,64})$/.exec(key) ?? [];
  return devId === '' ? undefined : { devId, fromAt: Number(from), toAt: Number(to), askedAt: Number(asked) };
}
