import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { KeptInbound } from '../../domain/text-messages/inbound.js';
import type { TextScene } from '../../domain/text-messages/templates.js';
import type { TextBlock } from '../../domain/text-messages/text-block.js';
import type { TextMessage, TextMessageState } from '../../domain/text-messages/text-message.js';
import type { VerificationCode } from '../../domain/text-messages/verification-code.js';

/** The newest code of one scene and phone; there is one at a time. */
export interface KeptCode extends VerificationCode { readonly scene: TextScene; readonly version: number }

/** Most messages of one phone that a judgement looks at: more than any limit allows. */
export const maxTextsOfPhone = 200;

/** Most of each kind that are forgotten at once. */
export const maxForgottenTexts = 100;

/**
 * Text messages as they are kept. Phones come as `readMobile` gives them and are found by equality alone; a store keeps them sealed, and gives
 * one back only to whoever sends.
 */
export interface TextReader {
  byId(messageId: string): Promise<TextMessage | undefined>;
  /** Of a message, for sending and for nothing else; undefined once it was forgotten. */
  phoneOf(messageId: string): Promise<string | undefined>;
  /** The message to one phone in the platform's batch. */
  inGroup(groupNo: string, phone: string): Promise<TextMessage | undefined>;
  /** Made for the phone at or after `since`, newest first, at most `maxTextsOfPhone`. */
  toPhone(phone: string, since: EpochMs): Promise<readonly TextMessage[]>;
  /** When codes were asked for from one place at or after `since`; at most `maxTextsOfPhone` of them. */
  askedFrom(asker: string, since: EpochMs): Promise<readonly EpochMs[]>;
  /** About one thing, for whatever phones. */
  about(scene: TextScene, bizKey: string): Promise<readonly TextMessage[]>;
  block(phone: string): Promise<TextBlock | undefined>;
  code(scene: TextScene, phone: string): Promise<KeptCode | undefined>;
  /** How many messages made from `since` on are in which state. */
  counts(since: EpochMs): Promise<readonly { readonly state: TextMessageState; readonly count: number }[]>;
}

export interface TextStore extends TextReader {
  /** `exists` when there is one of the same scene about the same thing to the same phone, whatever became of it. `asker`: who asked for a code. */
  add(message: TextMessage, phone: string, asker?: string): Promise<'added' | 'exists'>;
  put(message: TextMessage): Promise<void>;
  addBlock(phone: string, block: TextBlock): Promise<'added' | 'exists'>;
  putBlock(phone: string, block: TextBlock): Promise<void>;
  addCode(phone: string, code: KeptCode): Promise<'added' | 'exists'>;
  putCode(phone: string, code: KeptCode): Promise<void>;
  /** `exists` when a text with the same `saidAgainKey` was kept before. */
  addInbound(inbound: KeptInbound, phone: string, saidKey: string): Promise<'added' | 'exists'>;
  /** Deletes phone, content and place of asking of messages that ended before then, the oldest first, at most `maxForgottenTexts`; how many. They are found by no phone any more. */
  forgetMessages(endedBefore: EpochMs, at: EpochMs): Promise<number>;
  /** Deletes texts from phones that came before then, likewise; how many. */
  forgetInbound(receivedBefore: EpochMs): Promise<number>;
  /** Deletes codes that were made before then, likewise; how many. */
  forgetCodes(madeBefore: EpochMs): Promise<number>;
}
