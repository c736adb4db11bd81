import { minuteMs, type EpochMs } from '../kernel/china-time.js';
import { never, ok, refuse, type Result } from '../kernel/result.js';
import type { SubmitReport } from './reports.js';
import { kindOf } from './templates.js';
import type { TextMessage } from './text-message.js';

/** Waits between sendings of a text that the platform certainly has not taken. When they are used up it has failed. */
export const defaultRetryWaitsMs: readonly number[] = [minuteMs, 5 * minuteMs, 15 * minuteMs, 30 * minuteMs];

/** Longer than any call to the platform is waited for; a sending without result after this was cut off with its process. */
export const sendingTakesMs = 5 * minuteMs;

/** The message as it is stored before the platform is called, so that nothing is ever sent unmarked. */
export function beginSending(message: TextMessage, at: EpochMs): Result<TextMessage, 'not-queued' | 'being-sent' | 'too-early'> {
  if (message.state !== 'queued') return refuse('not-queued');
  if (message.isBeingSent) return refuse('being-sent');
  if (at < message.sendAt) return refuse('too-early');
  return ok({ ...message, isBeingSent: true, tries: message.tries + 1, lastTriedAt: at });
}

/**
 * The message after a sending that was begun. Only what certainly was not taken is tried again by itself. Throws where none was begun: a
 * result that belongs to nothing is a fault of ours.
 */
export function afterSubmission(message: TextMessage, report: SubmitReport, at: EpochMs, waitsMs = defaultRetryWaitsMs): TextMessage {
  if (message.state !== 'queued' || !message.isBeingSent) throw new Error(`no sending of text message ${message.messageId} was begun`);
  const tried: TextMessage = { ...message, isBeingSent: false };
  switch (report.kind) {
    case 'submitted': return { ...tried, state: 'submitted', code: undefined, groupNo: report.groupNo, submittedAt: at };
    case 'refused': return report.retryable ? later(tried, report.code, at, waitsMs) : notTaken(tried, report.code, at);
    case 'not-sent': return later(tried, report.why, at, waitsMs);
    case 'unknown': return { ...tried, state: 'unknown', code: report.why };
    default: return never(report);
  }
}

/** The message whose sending was cut off, as unknown; undefined while the sending may still be under way, or where there is none. */
export function afterInterruption(message: TextMessage, now: EpochMs): TextMessage | undefined {
  const { isBeingSent, lastTriedAt } = message;
  if (!isBeingSent || lastTriedAt === undefined || now - lastTriedAt < sendingTakesMs) return undefined;
  return afterSubmission(message, { kind: 'unknown', why: 'interrupted' }, now);
}

function later(tried: TextMessage, code: string, at: EpochMs, waitsMs: readonly number[]): TextMessage {
  const wait = waitsMs[tried.tries - 1];
  // A code has no kept parameters: who waits for it asks for another.
  if (wait === undefined || kindOf(tried.template) === 'code') return notTaken(tried, code, at);
  return { ...tried, code, sendAt: at + wait };
}

/** Not taken this time; of an earlier sending without a reply we still know nothing. */
const notTaken = (tried: TextMessage, code: string, at: EpochMs): TextMessage =>
  ({ ...tried, code, state: tried.resent ? 'unknown' : 'failed', endedAt: at });

export type ResendRefusal = 'not-unknown' | 'submitted-before' | 'resent-before' | 'ended' | 'code-not-kept';

/** Orders the one sending again that a text without a reply may have. It is marked, because the phone may get it twice. */
export function sendAgain(message: TextMessage, at: EpochMs): Result<TextMessage, ResendRefusal> {
  if (message.state !== 'unknown') return refuse('not-unknown');
  if (message.groupNo !== undefined) return refuse('submitted-before');
  if (message.resent) return refuse('resent-before');
  if (message.endedAt !== undefined) return refuse('ended');
  if (kindOf(message.template) === 'code') return refuse('code-not-kept');
  return ok({ ...message, state: 'queued', resent: true, sendAt: at });
}
