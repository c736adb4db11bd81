import { minuteMs, type EpochMs } from '../kernel/china-time.js';
import type { InboundText } from './reports.js';

/** A text from a phone as it is kept. The number itself is sealed in a place of its own. */
export interface KeptInbound {
  readonly inboundNo: string;
  readonly maskedPhone: string;
  readonly content: string;
  readonly extension: string;
  /** By the platform's clock, where it says so. */
  readonly sentAt: EpochMs | undefined;
  readonly receivedAt: EpochMs;
  readonly meaning: 'opt-out' | 'other';
}

const repeatedWithinMs = 10 * minuteMs;

/**
 * What is the same when the platform tells the same text again. Without a time of sending, the same words of the same phone within ten minutes:
 * for ever would make the opt-out of somebody who was let in again a repetition.
 */
export const saidAgainKey = ({ phone, content, sentAt, extension }: InboundText, receivedAt: EpochMs): string =>
  JSON.stringify([phone, content, extension, sentAt ?? `about ${Math.floor(receivedAt / repeatedWithinMs)}`]);
