import { maskMobile } from '../kernel/personal-data.js';
import type { Order } from '../payments/order.js';
import type { Refund } from '../refunds/refund.js';
import type { OrderEBill } from '../e-bills/order-e-bill.js';
import type { TextScene } from '../text-messages/templates.js';
import type { TextMessage, TextMessageState } from '../text-messages/text-message.js';
import type { TimelineEntry } from './timeline.js';

/** What a payer is told by text; every other scene is not about one order's money. */
const sceneWords: Readonly<Partial<Record<TextScene, string>>> = { 'payment-made': '缴费成功', 'refund-made': '退款成功', 'bill-issued': '票据开具', 'payment-reminder': '待缴提醒' };

const stateWords: Readonly<Record<TextMessageState, readonly [tone: TimelineEntry['tone'], text: string]>> = {
  queued: ['waiting', '短信待发送'], submitted: ['waiting', '短信已发出，等待送达回执'], delivered: ['done', '短信已送达'], failed: ['done', '短信未能送达'], unknown: ['done', '短信是否送达尚无法确认'],
};

/** The scene and the thing under which a text of this order is found. */
export const textsAbout = (order: Pick<Order, 'platformOrderNo'>, refunds: readonly Refund[], bills: readonly OrderEBill[]): readonly (readonly [scene: TextScene, bizKey: string])[] => [
  ['payment-made', order.platformOrderNo], ...refunds.map(({ platformRefundOrderNo }) => ['refund-made', platformRefundOrderNo] as const),
  ...bills.flatMap(({ issued }) => (issued ? [['bill-issued', issued.eBillNo] as const] : [])),
];

/** Numbers of bills are unique only with their code: a text to another phone is about somebody else's bill. */
export const isToPayer = ({ maskedPhone }: TextMessage, { payer }: Pick<Order, 'payer'>): boolean => payer.mobile !== undefined && maskedPhone === maskMobile(payer.mobile);

/** One text to the payer. The phone is masked, and even so for operators only: other people may look over the payer's shoulder. */
export function entriesOfText(text: TextMessage): readonly TimelineEntry[] {
  const about = sceneWords[text.scene];
  if (about === undefined) return [];
  const [tone, words] = stateWords[text.state];
  const at = text.state === 'queued' ? text.createdAt : text.endedAt ?? text.submittedAt ?? text.lastTriedAt ?? text.createdAt;
  return [{ at, subject: 'text-message', tone, text: `${about}${words}`, amount: undefined, detail: [text.maskedPhone, text.code].filter(Boolean).join('，') }];
}
