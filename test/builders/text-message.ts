import type { TextMessage } from '../../domain/text-messages/text-message.js';

/** 2026-11-03 10:00:00 in China. */
export const textMessageMadeAt = Date.UTC(2026, 10, 3, 2);

export const aTextMessage = (differences: Partial<TextMessage> = {}): TextMessage => ({
  messageId: 'T1', scene: 'payment-made', bizKey: 'P1', maskedPhone: '138****0001', template: 'PAY_SUCCESS', params: ['学费', '80.00', '350404263000000001'],
  state: 'queued', code: undefined, tries: 0, isBeingSent: false, resent: false, groupNo: undefined, createdAt: textMessageMadeAt, sendAt: textMessageMadeAt,
  lastTriedAt: undefined, submittedAt: undefined, endedAt: undefined, version: 1, ...differences,
});
