import type { Callback } from '../../domain/callbacks/callback.js';
import type { BatchStanding, ResendBatch } from '../../domain/callbacks/resend-batch.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';

/** How telling one business system went, of the callbacks made within a window. */
export interface CallbackHealth {
  readonly devId: string;
  readonly waiting: number;
  /** Accepted at the first try. */
  readonly atOnce: number;
  /** Accepted at a later one. */
  readonly retried: number;
  /** The last try of the plan was not accepted. */
  readonly givenUp: number;
  readonly lastAcceptedAt: EpochMs | undefined;
  /** From the making of a callback to its acceptance, the middle one of the newest `mostMeasured` of the window. */
  readonly medianMs: number | undefined;
}

export const mostMeasured = 100;
/** More business systems than a city has; one more is a fault. */
export const mostDevelopers = 500;
export const maxGivenUpAtOnce = 100;

/** What the callback desk reads. Of daily work only: what was archived is over. */
export interface CallbackDeskReader {
  /** By devId, of every business system that has a callback made from `fromAt` until before `toAt`. */
  health(fromAt: EpochMs, toAt: EpochMs): Promise<readonly CallbackHealth[]>;
  batchStanding(batch: ResendBatch, now: EpochMs): Promise<BatchStanding>;
  /** Those of a batch that are left, oldest first; at most `maxGivenUpAtOnce`. */
  leftOf(batch: ResendBatch, limit: number): Promise<readonly Callback[]>;
}
