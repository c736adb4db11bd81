import type { PayChannel } from '../directory/channel-merchant.js';
import type { Developer } from '../directory/developer.js';
import type { EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';
import { nontaxInfoOf } from '../payments/nontax-info.js';
import { chargedAmount, type Order } from '../payments/order.js';
import { refundedAmount, type Refund } from '../refunds/refund.js';

/** `refunded`: all that was charged has gone back. A part of it is told by `refundedAmount` alone. */
export type PersonalBillState = 'paid' | 'refunded';

/** Numbers of the fiscal e-bill, once there is one. */
export interface BillNumbers { readonly billCode: string; readonly billNo: string }

/** 个人账单: what a city app shows its user about one paid order. No name, phone or certificate number: the app knows its user by `userId`. */
export interface PersonalBill {
  readonly platformOrderNo: string;
  readonly bizOrderNo: string;
  /** The app's own word for its user, as the business system handed it to us. */
  readonly userId: string;
  readonly title: string;
  readonly itemName: string;
  readonly agencyName: string;
  /** What was charged. */
  readonly amount: Fen;
  readonly refundedAmount: Fen;
  readonly payTime: EpochMs;
  readonly channel: PayChannel;
  readonly state: PersonalBillState;
  readonly numbers: BillNumbers | undefined;
  /** Page of the business system (personBillDetailUrl). */
  readonly detailUrl: string | undefined;
}

/** Whether anybody is to be told of this order at all: it is paid, by a user the app knows, and the app takes records. */
export const hasPersonalBill = (order: Order, developer: Pick<Developer, 'personalBillUrl'> | undefined): boolean =>
  order.state === 'paid' && order.userId !== undefined && developer?.personalBillUrl !== undefined;

export interface BillFacts { readonly refunds: readonly Refund[]; readonly agencyName: string; readonly numbers: BillNumbers | undefined }

/** The record as things stand; undefined for an order that has none. Money paid a second time, and its way back, are not the user's bill. */
export function personalBillOf(order: Order, { refunds, agencyName, numbers }: BillFacts): PersonalBill | undefined {
  if (order.state !== 'paid' || order.userId === undefined || order.paidAt === undefined || order.payChannel === undefined) return undefined;
  const amount = chargedAmount(order);
  const back = refundedAmount(refunds.filter((refund) => refund.attemptNo === order.paidAttemptNo));
  return {
    platformOrderNo: order.platformOrderNo, bizOrderNo: order.bizOrderNo, userId: order.userId, title: order.orderTitle, itemName: itemNameOf(order), agencyName,
    amount, refundedAmount: back, payTime: order.paidAt, channel: order.payChannel, state: back >= amount ? 'refunded' : 'paid', numbers, detailUrl: order.personBillDetailUrl,
  };
}

/** The one item of a slip, or the first and how many there are; the title where the order names none. */
function itemNameOf(order: Order): string {
  const names = [...new Set(nontaxInfoOf(order)?.items.map(({ itemName }) => itemName) ?? [])];
  const [first] = names;
  if (first === undefined) return order.orderTitle;
  return names.length === 1 ? first : `${first}等${names.length}项`;
}

/** Everything the app is told, as one text: while its digest stays the same there is nothing new to push. */
export const personalBillContent = (bill: PersonalBill): string => JSON.stringify([
  bill.platformOrderNo, bill.bizOrderNo, bill.userId, bill.title, bill.itemName, bill.agencyName, bill.amount.toString(), bill.refundedAmount.toString(), bill.payTime,
  bill.channel, bill.state, bill.numbers?.billCode ?? null, bill.numbers?.billNo ?? null, bill.detailUrl ?? null,
]);
