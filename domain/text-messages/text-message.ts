import type { Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import type { TextScene, TextTemplateName } from './templates.js';

export type TextMessageState = 'queued' | 'submitted' | 'delivered' | 'failed' | 'unknown';

/**
 * `submitted`: the platform has taken it, which is not yet delivered. `unknown`: nobody can say whether it went out; a late report still may,
 * and one sending again may be ordered.
 */
export const textMessageArrows = {
  queued: ['submitted', 'failed', 'unknown'],
  submitted: ['delivered', 'failed', 'unknown'],
  unknown: ['queued', 'delivered', 'failed'],
  delivered: [], failed: [],
} as const satisfies Arrows<TextMessageState>;

/** One text to one phone. The number itself is sealed in a place of its own; here stands only what may be shown. */
export interface TextMessage {
  readonly messageId: string;
  readonly scene: TextScene;
  /** What the text is about, in the words of its scene: an order number, a day, an account. */
  readonly bizKey: string;
  /** `138****8000` */
  readonly maskedPhone: string;
  readonly template: TextTemplateName;
  /** In the order of the template's text. Undefined for a verification code, of which only a hash is kept; such a message is never sent from the queue. */
  readonly params: readonly string[] | undefined;
  readonly state: TextMessageState;
  /** The platform's last word or our own: `IllegalMac`, `CM:8003`, `timeout`. */
  readonly code: string | undefined;
  /** Sendings that were begun. */
  readonly tries: number;
  /** Stored before the platform is called: where it is found after a crash, the text may have gone out. */
  readonly isBeingSent: boolean;
  /** Sent again although an earlier sending may have gone out: the payer may have it twice. */
  readonly resent: boolean;
  /** The platform's number of the batch, by which reports are found. */
  readonly groupNo: string | undefined;
  readonly createdAt: EpochMs;
  /** Not before this moment: night, or a wait between tries. */
  readonly sendAt: EpochMs;
  readonly lastTriedAt: EpochMs | undefined;
  readonly submittedAt: EpochMs | undefined;
  /** From here on nobody waits for a word: a final state, or unknown for too long. */
  readonly endedAt: EpochMs | undefined;
  readonly version: number;
}
