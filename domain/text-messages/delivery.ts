import { canMove } from '../kernel/arrows.js';
import { hourMs, type EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { DeliveryReport } from './reports.js';
import { textMessageArrows, type TextMessage } from './text-message.js';

/** After this a report does not come any more [assumed]. */
export const reportAwaitedMs = 72 * hourMs;

/** `contradicts`: another final word came before; the first one stays. */
export type DeliveryRefusal = 'nothing-new' | 'told-twice' | 'contradicts' | 'not-submitted';

/** The message after a report about it that was found by group and phone. A report counts even after nobody waited for it any more. */
export function afterDelivery(message: TextMessage, report: DeliveryReport, at: EpochMs): Result<TextMessage, DeliveryRefusal> {
  if (report.kind === 'no-word') return refuse('nothing-new');
  if (message.state === report.kind) return refuse('told-twice');
  if (message.groupNo === undefined) return refuse('not-submitted');
  if (!canMove(textMessageArrows, message.state, report.kind)) return refuse('contradicts');
  return ok({ ...message, state: report.kind, code: report.kind === 'failed' ? report.code : undefined, endedAt: at });
}

/** The message once nobody waits any longer, or undefined while it is too early or it has ended. */
export function withoutReport(message: TextMessage, now: EpochMs): TextMessage | undefined {
  const since = message.submittedAt ?? message.lastTriedAt;
  if ((message.state !== 'submitted' && message.state !== 'unknown') || message.endedAt !== undefined || since === undefined) return undefined;
  return now - since < reportAwaitedMs ? undefined : { ...message, state: 'unknown', code: message.code ?? 'no-report', endedAt: now };
}
