import type { KeptCode } from '../../../../application/ports/text-books.js';
import type { KeptInbound } from '../../../../domain/text-messages/inbound.js';
import { textScenes, textTemplateNames } from '../../../../domain/text-messages/templates.js';
import type { TextBlock } from '../../../../domain/text-messages/text-block.js';
import { textMessageArrows, type TextMessage } from '../../../../domain/text-messages/text-message.js';
import { epochMs, flag, int, json, longText, oneOf, optional, text, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import { SqlTable } from './sql-table.js';

/** A message with the number it goes to, sealed, and what it is found by. */
export interface MessageRow extends TextMessage { readonly sealedPhone: string; readonly phoneIndex: string; readonly askerIndex: string | undefined }
export interface BlockRow extends TextBlock { readonly phoneIndex: string }
export interface CodeRow extends KeptCode { readonly phoneIndex: string }
export interface InboundRow extends Omit<KeptInbound, 'content'> {
  readonly saidIndex: string; readonly sealedPhone: string; readonly phoneIndex: string; readonly sealedContent: string;
}

const hash = text(64);
const masked = text(16);
const scene = oneOf(textScenes);

/** Names of items and amounts only, which stand in clear in the order as well: sealing them here would hide nothing. A code never has any. */
const params = json<readonly string[]>((parsed) => parsed as readonly string[]);

export const messageTable = new SqlTable<MessageRow>('text_message', {
  messageId: ['message_id', text(32)], scene: ['scene', scene], bizKey: ['biz_key', text(128)], sealedPhone: ['sealed_phone', text(300)], phoneIndex: ['phone_index', hash],
  maskedPhone: ['masked_phone', masked], template: ['template_name', oneOf(textTemplateNames)], params: ['param_list', optional(params)], state: ['state', stateOf(textMessageArrows)],
  code: ['last_code', optional(text(64))], tries: ['tries', int], isBeingSent: ['being_sent', flag], resent: ['resent', flag], groupNo: ['group_no', optional(text(64))],
  askerIndex: ['asker_index', optional(hash)], createdAt: ['created_at', epochMs], sendAt: ['send_at', epochMs], lastTriedAt: ['last_tried_at', optional(epochMs)],
  submittedAt: ['submitted_at', optional(epochMs)], endedAt: ['ended_at', optional(epochMs)], version: ['version', int],
}, ['messageId'], ['scene', 'bizKey', 'sealedPhone', 'phoneIndex', 'maskedPhone', 'template', 'params', 'askerIndex', 'createdAt']);

/** What of a message is overwritten when its time is over, and by nothing else. */
export interface ForgottenMessageRow extends Pick<MessageRow, 'messageId' | 'sealedPhone' | 'phoneIndex' | 'maskedPhone' | 'params' | 'askerIndex' | 'version'> { readonly forgottenAt: number | undefined }
export const forgottenMessageTable = new SqlTable<ForgottenMessageRow>(messageTable.name, {
  messageId: ['message_id', text(32)], sealedPhone: ['sealed_phone', text(300)], phoneIndex: ['phone_index', hash], maskedPhone: ['masked_phone', masked], params: ['param_list', optional(params)],
  askerIndex: ['asker_index', optional(hash)], forgottenAt: ['forgotten_at', optional(epochMs)], version: ['version', int],
}, ['messageId']);

export const blockTable = new SqlTable<BlockRow>('text_block', {
  phoneIndex: ['phone_index', hash], maskedPhone: ['masked_phone', masked], isBlocked: ['is_blocked', flag], cause: ['block_cause', oneOf<TextBlock['cause']>(['opt-out', 'operator'])],
  changedAt: ['changed_at', epochMs], version: ['version', int],
}, ['phoneIndex']);

export const codeTable = new SqlTable<CodeRow>('text_code', {
  scene: ['scene', scene], phoneIndex: ['phone_index', hash], hash: ['code_hash', hash], madeAt: ['made_at', epochMs], wrongTries: ['wrong_tries', int],
  usedAt: ['used_at', optional(epochMs)], version: ['version', int],
}, ['scene', 'phoneIndex']);

export const inboundTable = new SqlTable<InboundRow>('text_inbound', {
  saidIndex: ['said_index', hash], inboundNo: ['inbound_no', text(32)], sealedPhone: ['sealed_phone', text(300)], phoneIndex: ['phone_index', hash], maskedPhone: ['masked_phone', masked],
  sealedContent: ['sealed_content', longText], extension: ['extension_no', words(20)], meaning: ['meaning', oneOf<KeptInbound['meaning']>(['opt-out', 'other'])],
  sentAt: ['sent_at', optional(epochMs)], receivedAt: ['received_at', epochMs],
}, ['saidIndex']);
