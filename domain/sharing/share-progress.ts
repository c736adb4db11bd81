import { minuteMs, secondMs, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import type { SharedTableName } from './shared-tables.js';

/** A row's place in the order of export: the moment of its change and its key, because many rows share a moment. */
export interface SharePlace { readonly at: EpochMs; readonly id: string }

/** How far one table has got at one target. */
export interface ShareProgress {
  readonly target: string;
  readonly table: SharedTableName;
  /** Everything up to here has been taken over by the target; undefined: nothing. */
  readonly mark: SharePlace | undefined;
  /** Whoever exports the table now, and until when; runs out by itself. */
  readonly leaseOwner: string | undefined;
  readonly leaseUntil: EpochMs;
  /** Of the last batch begun; the number of a file. */
  readonly sequence: number;
  /** Tries in a row that the target did not take. */
  readonly failures: number;
  readonly notBefore: EpochMs;
  /** `reloading`: everything goes again, and is counted at the end. */
  readonly phase: 'incremental' | 'reloading';
  /** The last day that was compared row by row. */
  readonly countedDay: BusinessDay | undefined;
  readonly version: number;
}

/** Behind now: a unit of work that is still open may commit rows with an older moment. */
export const safetyLagMs = 60 * secondMs;
export const shareBatchSize = 500;
/** Longest one batch may take; the process that died with it is waited for so long. */
export const shareLeaseMs = 10 * minuteMs;
/** Failures in a row at which people are told. */
export const alarmAfterFailures = 3;
const longestBackOffMs = 30 * minuteMs;

export const newProgress = (target: string, table: SharedTableName): ShareProgress => ({
  target, table, mark: undefined, leaseOwner: undefined, leaseUntil: 0, sequence: 0, failures: 0, notBefore: 0, phase: 'incremental', countedDay: undefined, version: 1,
});

export const isLeased = (progress: ShareProgress, now: EpochMs): boolean => progress.leaseOwner !== undefined && progress.leaseUntil > now;

export const leased = (progress: ShareProgress, leaseOwner: string, now: EpochMs): ShareProgress =>
  ({ ...progress, leaseOwner, leaseUntil: now + shareLeaseMs, sequence: progress.sequence + 1 });

const freed = { leaseOwner: undefined, leaseUntil: 0 };

/** The target took the rows up to `mark`. */
export const moved = (progress: ShareProgress, mark: SharePlace): ShareProgress => ({ ...progress, ...freed, mark, failures: 0, notBefore: 0 });

/** The target took nothing, or nobody knows: the same rows go again after a while, 1, 2, 4 … 30 minutes. */
export function heldUp(progress: ShareProgress, now: EpochMs): ShareProgress {
  const failures = progress.failures + 1;
  return { ...progress, ...freed, failures, notBefore: now + Math.min(minuteMs * 2 ** (failures - 1), longestBackOffMs) };
}

/** Whoever exports now has lost its lease: what it ends with must not move the mark again. */
export const fromTheStart = (progress: ShareProgress): ShareProgress =>
  ({ ...progress, ...freed, mark: undefined, failures: 0, notBefore: 0, phase: 'reloading' });

export const reloaded = (progress: ShareProgress): ShareProgress => ({ ...progress, phase: 'incremental' });

export const isBehind = (place: SharePlace, mark: SharePlace | undefined): boolean =>
  mark === undefined || place.at > mark.at || (place.at === mark.at && place.id > mark.id);
