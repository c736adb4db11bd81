import { hourMs, minuteMs, type EpochMs } from '../kernel/china-time.js';

/** Waits from try to try at the bill system while it says nothing to be believed; the last repeats. */
export const eBillLadderMs: readonly number[] = [minuteMs, 2 * minuteMs, 5 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs];

/** Tries without a believable word from which on people are told, at each further one. */
export const triesBeforeAlarm = 5;

/** `tries`: those made by now, this one among them. */
export const nextTryAfter = (tries: number, now: EpochMs): EpochMs => now + (eBillLadderMs[Math.min(Math.max(tries, 1), eBillLadderMs.length) - 1] ?? hourMs);
