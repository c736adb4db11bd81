import type { EpochMs } from '../kernel/china-time.js';
import { yuan, fen } from '../kernel/money.js';
import type { Order } from '../payments/order.js';
import type { Refund } from '../refunds/refund.js';
import { hasLink, hasUnsafeSigns } from './render.js';
import { templateOf, type TextScene, type TextTemplateName } from './templates.js';

/** An e-bill of the order that has been issued, as far as a text needs it. */
export interface IssuedBillNews { readonly eBillCode: string; readonly eBillNo: string; readonly payCode: string | undefined; readonly issuedAt: EpochMs }

/** A text that the present state of an order calls for. */
export interface WantedText {
  readonly template: TextTemplateName;
  readonly scene: TextScene;
  readonly bizKey: string;
  readonly values: Readonly<Record<string, string>>;
  /** When it became true. */
  readonly since: EpochMs;
}

const unnamedItem = '非税款项';
const longestItem = 20;

/** What was paid for, as far as it may stand in a text: titles come from strangers. */
export function itemName(title: string): string {
  const plain = title.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}【】〖〗{}]/gu, '').trim();
  let cut = '';
  for (const sign of plain) {
    if (cut.length + sign.length > longestItem) break;
    cut += sign;
  }
  return cut === '' || hasUnsafeSigns(cut) || hasLink(plain) ? unnamedItem : cut;
}

/** All texts for the payer that the order calls for as it stands; which of them were made before is not asked here. `issuedPayCode`: of the payment notice that was made for the order. */
export function textsOfOrder(order: Order, refunds: readonly Refund[], bills: readonly IssuedBillNews[], issuedPayCode?: string): readonly WantedText[] {
  const item = itemName(order.orderTitle);
  const payCode = issuedPayCode ?? payCodeOf(order);
  const paid = order.state === 'paid' && order.paidAt !== undefined
    ? [wanted(...named('PAY_SUCCESS', payCode, order), order.platformOrderNo, { item, amount: yuan(fen(order.orderAmount - order.bizDiscountAmount)) }, order.paidAt)] : [];
  const refunded = refunds.filter(({ state }) => state === 'refunded').map((refund) =>
    wanted('REFUND_SUCCESS', {}, refund.platformRefundOrderNo, { item, amount: yuan(refund.refundAmount) }, refund.refundedAt ?? refund.createdAt));
  const billed = bills.map((bill) => wanted(...named('BILL_ISSUED', bill.payCode ?? payCode, order), bill.eBillNo, { item }, bill.issuedAt));
  return [...paid, ...refunded, ...billed];
}

/** With the pay code where there is one that fits into a text, else with the number of the order. */
const named = (template: 'PAY_SUCCESS' | 'BILL_ISSUED', payCode: string | undefined, { platformOrderNo }: Order): readonly [TextTemplateName, Readonly<Record<string, string>>] =>
  (payCode !== undefined && /^[0-9A-Za-z]{1,32}$/.test(payCode) ? [template, { payCode }] : [`${template}_ORDER`, { orderNo: platformOrderNo }]);

const wanted = (template: TextTemplateName, more: Readonly<Record<string, string>>, bizKey: string, values: Readonly<Record<string, string>>, since: EpochMs): WantedText =>
  ({ template, scene: templateOf(template).scene, bizKey, values: { ...values, ...more }, since });

/** The pay code that the business system named with the order. */
export function payCodeOf({ nontaxInfo }: Pick<Order, 'nontaxInfo'>): string | undefined {
  if (nontaxInfo === undefined) return undefined;
  try {
    const info: unknown = JSON.parse(nontaxInfo);
    const payCode: unknown = typeof info === 'object' && info !== null ? (info as Readonly<Record<string, unknown>>)['payCode'] : undefined;
    return typeof payCode === 'string' ? payCode : undefined;
  } catch {
    return undefined;
  }
}
