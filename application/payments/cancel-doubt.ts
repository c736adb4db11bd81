import { minuteMs, type EpochMs } from '../../domain/kernel/china-time.js';
import type { Attempt } from '../../domain/payments/attempt.js';

/** A cancel that is on its way is over after this. */
export const lookAgainMs = minuteMs;
/** So long a payment that was booked although we asked to cancel it is looked at. */
export const cancelDoubtMs = 10 * minuteMs;

/** When to look again at such a payment; undefined once it has been looked at for long enough and the channel has answered. */
export function nextLookAt(attempt: Attempt, known: boolean, now: EpochMs): EpochMs | undefined {
  if (now < (attempt.recordedAt ?? attempt.createdAt) + cancelDoubtMs) return now + lookAgainMs;
  return known ? undefined : now + cancelDoubtMs;
}
