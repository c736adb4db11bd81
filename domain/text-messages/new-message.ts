import type { EpochMs } from '../kernel/china-time.js';
import { maskMobile } from '../kernel/personal-data.js';
import { earliestSendAt, type NightWindow } from './night.js';
import { kindOf, templateOf, type TextTemplateName } from './templates.js';
import type { TextMessage } from './text-message.js';

export interface NewTextFacts {
  readonly messageId: string; readonly template: TextTemplateName; readonly bizKey: string;
  /** As `readMobile` gives it; only its mask gets into the message. */
  readonly phone: string;
  readonly params: readonly string[] | undefined; readonly now: EpochMs; readonly night: NightWindow;
}

/** A message that waits for its first sending: until the morning where it is night and nobody asked for it. */
export const newTextMessage = ({ messageId, template, bizKey, phone, params, now, night }: NewTextFacts): TextMessage => ({
  messageId, scene: templateOf(template).scene, bizKey, maskedPhone: maskMobile(phone), template, params, state: 'queued', code: undefined, tries: 0, isBeingSent: false,
  resent: false, groupNo: undefined, createdAt: now, sendAt: earliestSendAt(kindOf(template), now, night), lastTriedAt: undefined, submittedAt: undefined, endedAt: undefined, version: 1,
});
