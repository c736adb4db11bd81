import type { EpochMs } from '../../domain/kernel/china-time.js';

/** The only source of time. In the embedded and test profiles it can be stepped (design section 3). */
export interface Clock {
  now(): EpochMs;
  /** Waits until the clock (not the wall) has moved on by `ms`; stepping the clock ends the wait. */
  sleep(ms: number): Promise<void>;
}
