import type { KeptCode } from '../../../application/ports/text-books.js';
import type { KeptInbound } from '../../../domain/text-messages/inbound.js';
import type { TextBlock } from '../../../domain/text-messages/text-block.js';
import type { TextMessage } from '../../../domain/text-messages/text-message.js';
import { aTextMessage } from '../../builders/text-message.js';
import { no, noon } from './builders.js';

export const aStoredText = (changes: Partial<TextMessage> = {}): TextMessage =>
  aTextMessage({ messageId: no(1), bizKey: no(7001), maskedPhone: '138****8000', createdAt: noon, sendAt: noon, ...changes });
export const aTextBlock = (changes: Partial<TextBlock> = {}): TextBlock => ({ maskedPhone: '138****8000', isBlocked: true, cause: 'opt-out', changedAt: noon, version: 1, ...changes });
export const aKeptCode = (changes: Partial<KeptCode> = {}): KeptCode => ({ scene: 'login', hash: 'a'.repeat(64), madeAt: noon, wrongTries: 0, usedAt: undefined, version: 1, ...changes });
export const anInboundText = (changes: Partial<KeptInbound> = {}): KeptInbound =>
  ({ inboundNo: no(1), maskedPhone: '138****8000', content: '请问发票在哪里', extension: '01', sentAt: noon - 1000, receivedAt: noon, meaning: 'other', ...changes });
