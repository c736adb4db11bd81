import { hourMs, minuteMs, type EpochMs } from '../kernel/china-time.js';
import { reportAwaitedMs } from './delivery.js';
import { sendingTakesMs } from './submission.js';
import type { TextMessage } from './text-message.js';

/** After the submission: when the platform is asked what became of a text that no report has come about. */
export const questionsAfterMs: readonly number[] = [10 * minuteMs, hourMs, 6 * hourMs, 24 * hourMs, 48 * hourMs];

/**
 * When something about the message has to be looked at again by itself, or undefined: it has ended. Of the questions the first that lies
 * behind `now` counts, so that a look that came late asks once and not five times.
 */
export function nextLookAt(message: TextMessage, now: EpochMs, canAsk: boolean): EpochMs | undefined {
  if (message.endedAt !== undefined) return undefined;
  if (message.isBeingSent) return (message.lastTriedAt ?? message.createdAt) + sendingTakesMs;
  if (message.state === 'queued') return message.sendAt;
  const since = message.submittedAt ?? message.lastTriedAt ?? message.createdAt;
  const asking = canAsk && message.groupNo !== undefined ? questionsAfterMs.map((wait) => since + wait).find((at) => at > now) : undefined;
  return asking ?? since + reportAwaitedMs;
}
