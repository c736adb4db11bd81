import type { EpochMs } from '../kernel/china-time.js';
import type { TextMessage } from './text-message.js';

/** Our own words for why a text never went out. */
export type Withheld =
  /** The phone opted out, or an operator blocked it. */
  | 'opted-out'
  /** The phone has had its share. */
  | 'too-many'
  /** Whoever asked for a code has no right to one, and must not learn that from the answer. */
  | 'not-wanted'
  /** Its text cannot be made any more: the wording was changed. */
  | 'not-renderable';

/** The message that we do not send at all. Throws where a sending may be under way: what may have gone out is not withheld. */
export function withhold(message: TextMessage, why: Withheld, at: EpochMs): TextMessage {
  if (message.state !== 'queued' || message.isBeingSent) throw new Error(`text message ${message.messageId} cannot be withheld any more`);
  return { ...message, state: message.resent ? 'unknown' : 'failed', code: why, endedAt: at };
}

/** A code that was asked for without a right to it. */
export const isNotWanted = ({ code }: Pick<TextMessage, 'code'>): boolean => code === ('not-wanted' satisfies Withheld);

/** The message that waits until another moment. */
export function postpone(message: TextMessage, until: EpochMs): TextMessage {
  if (message.state !== 'queued' || message.isBeingSent) throw new Error(`text message ${message.messageId} does not wait`);
  return { ...message, sendAt: until };
}

/**
 * A message that waited when the database was put back: the one that was lost may have sent it. Nobody can say, so it is unknown, and a person
 * may order the one sending again.
 */
export const afterRestore = (message: TextMessage, restoredAt: EpochMs | undefined): TextMessage | undefined =>
  (restoredAt !== undefined && message.state === 'queued' && !message.isBeingSent && !message.resent && message.createdAt <= restoredAt && (message.lastTriedAt ?? 0) <= restoredAt
    ? { ...message, state: 'unknown', code: 'restored', lastTriedAt: message.lastTriedAt ?? message.createdAt } : undefined);
