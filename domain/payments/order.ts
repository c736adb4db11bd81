import type { PayChannel } from '../directory/channel-merchant.js';
import { minuteMs, secondMs, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import { fen, sumOf, type Fen } from '../kernel/money.js';
import type { Arrows } from '../kernel/arrows.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { nontaxInfoOf } from './nontax-info.js';

/** Wire codes 0 to 4 live in contracts/gateway/codes. */
export type OrderState = 'awaiting' | 'paying' | 'paid' | 'failed' | 'closed';

/** The whole life of an order. An arrow missing here cannot happen. */
export const orderArrows = {
  awaiting: ['paying', 'paid', 'failed', 'closed'],
  paying: ['awaiting', 'paid', 'failed', 'closed'],
  failed: ['awaiting', 'paying', 'paid', 'closed'],
  paid: [],
  closed: [],
} as const satisfies Arrows<OrderState>;

/** Which page an order may be paid on: either (chosen when it is opened), the PC page only, or a scanned code. */
export type OrderTerminal = 'any' | 'pc' | 'bar';

/** One line of a combined order (合单支付); the lines add up to orderAmount. */
export interface SubOrder { readonly subMerchantNo: string; readonly bizSubOrderNo: string; readonly orderAmount: Fen }

/** Personal data of the payer: encrypted at rest, masked everywhere else (ENC-01). */
export interface Payer { readonly name: string | undefined; readonly mobile: string | undefined; readonly certNo: string | undefined }

/** What the business system said when it placed the order. */
export interface OrderFacts {
  readonly devId: string;
  readonly merchantNo: string;
  readonly bizOrderNo: string;
  readonly orderDate: BusinessDay;
  /** As sent: `yyyyMMddHHmmss`. */
  readonly orderTime: string;
  readonly terminal: OrderTerminal;
  readonly orderAmount: Fen;
  readonly bizDiscountAmount: Fen;
  readonly orderTitle: string;
  readonly orderDescription: string | undefined;
  readonly returnUrl: string | undefined;
  readonly notifyUrl: string;
  readonly personBillDetailUrl: string | undefined;
  readonly validMinutes: number;
  readonly passbackParams: string | undefined;
  readonly userId: string | undefined;
  readonly payer: Payer;
  readonly subOrders: readonly SubOrder[];
  /** Slip and bill data as sent (design section 5), kept for the province and e-bill steps. JSON text. */
  readonly nontaxInfo: string | undefined;
}

export interface Order extends OrderFacts {
  readonly platformOrderNo: string;
  /** Digest of everything sent, without the barcode: same number with other content is refused. */
  readonly contentDigest: string;
  /** The right to see and pay this order (CSH-01). */
  readonly cashierToken: string;
  readonly state: OrderState;
  /** Plain Chinese text for people (orderStateMsg). */
  readonly stateMsg: string;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly closedAt: EpochMs | undefined;
  readonly paidAt: EpochMs | undefined;
  /** The attempt that settled the order. */
  readonly paidAttemptNo: string | undefined;
  readonly payChannel: PayChannel | undefined;
  readonly channelOrderNo: string | undefined;
  readonly channelDiscountAmount: Fen | undefined;
  readonly version: number;
}

/** What a channel is asked for: orderAmount − bizDiscountAmount (design section 4a). */
export const chargedAmount = (order: Pick<OrderFacts, 'orderAmount' | 'bizDiscountAmount'>): Fen => fen(order.orderAmount - order.bizDiscountAmount);
/** 实收金额 = charged − channelDiscountAmount, known once paid. */
export const receivedAmount = (order: Order): Fen => fen(chargedAmount(order) - (order.channelDiscountAmount ?? 0n));

export const defaultValidMinutes = 120;
export const maxValidMinutes = 21_600;
/** No attempt starts in the last minute of an order: the payer could not finish it (design 4.3). */
export const lastStartBeforeExpiryMs = 60 * secondMs;

/** Text shown as orderStateMsg. */
export const stateMessages = {
  awaiting: '待支付', paying: '支付中', paid: '支付成功', failed: '支付失败', closed: '已关闭',
  expired: '支付超时', closedByMerchant: '业务系统已关闭订单', paidElsewhere: '已在其他渠道缴款',
} as const;

export interface OrderMint {
  readonly platformOrderNo: string; readonly cashierToken: string; readonly contentDigest: string; readonly now: EpochMs;
}

/** A new order from what was sent. */
export function newOrder(facts: OrderFacts, mint: OrderMint): Order {
  return {
    ...facts, platformOrderNo: mint.platformOrderNo, cashierToken: mint.cashierToken, contentDigest: mint.contentDigest,
    state: 'awaiting', stateMsg: stateMessages.awaiting, createdAt: mint.now, expiresAt: mint.now + facts.validMinutes * minuteMs,
    closedAt: undefined, paidAt: undefined, paidAttemptNo: undefined, payChannel: undefined, channelOrderNo: undefined,
    channelDiscountAmount: undefined, version: 1,
  };
}

export type AmountRefusal = 'discount-too-big' | 'sub-orders-differ' | 'sub-order-twice' | 'items-differ';

/** Amount rules of one order: something is left to charge, lines add up, no line stands twice. */
export function checkAmounts(facts: OrderFacts): Result<OrderFacts, AmountRefusal> {
  if (facts.bizDiscountAmount >= facts.orderAmount) return refuse('discount-too-big');
  if (facts.nontaxInfo !== undefined && !itemsAddUp(facts)) return refuse('items-differ');
  if (facts.subOrders.length === 0) return ok(facts);
  const total = facts.subOrders.reduce((sum, line) => sum + line.orderAmount, 0n);
  if (total !== facts.orderAmount) return refuse('sub-orders-differ');
  const distinct = new Set(facts.subOrders.map((line) => line.subMerchantNo));
  return distinct.size === facts.subOrders.length ? ok(facts) : refuse('sub-order-twice');
}

/** Items of a payment notice are price × quantity each and add up to the order (design section 5). */
function itemsAddUp(facts: OrderFacts): boolean {
  const items = nontaxInfoOf(facts)?.items ?? [];
  return items.every((item) => item.price * BigInt(item.quantity) === (item.amount as bigint)) && sumOf(items.map(({ amount }) => amount)) === (facts.orderAmount as bigint);
}

/**
 * Everything that must be equal when the same bizOrderNo comes again, as one text (its digest is stored). The barcode is not part of it.
 */
export function orderContent(facts: OrderFacts): string {
  return JSON.stringify([
    facts.devId, facts.merchantNo, facts.bizOrderNo, facts.orderDate, facts.orderTime, facts.terminal, facts.orderAmount.toString(),
    facts.bizDiscountAmount.toString(), facts.orderTitle, facts.orderDescription ?? null, facts.returnUrl ?? null, facts.notifyUrl,
    facts.personBillDetailUrl ?? null, facts.validMinutes, facts.passbackParams ?? null, facts.userId ?? null, facts.payer.name ?? null,
    facts.payer.mobile ?? null, facts.payer.certNo ?? null, facts.nontaxInfo ?? null,
    facts.subOrders.map((line) => [line.subMerchantNo, line.bizSubOrderNo, line.orderAmount.toString()]),
  ]);
}

export type StartRefusal = 'already-paid' | 'closed' | 'expired' | 'too-close-to-expiry';

/** Whether a page payment may start now. */
export function mayStartPayment(order: Order, now: EpochMs): Result<Order, StartRefusal> {
  if (order.state === 'paid') return refuse('already-paid');
  if (order.state === 'closed') return refuse('closed');
  if (now >= order.expiresAt) return refuse('expired');
  if (now >= order.expiresAt - lastStartBeforeExpiryMs) return refuse('too-close-to-expiry');
  return ok(order);
}

/** `paidElsewhere`: the payment notice of the order was settled by another payment. */
export type ClosingReason = 'expired' | 'closedByMerchant' | 'paidElsewhere';

/** Closes an unpaid order; a paid or closed one stays as it is. */
export function closeOrder(order: Order, now: EpochMs, why: ClosingReason): Order {
  if (order.state === 'paid' || order.state === 'closed') return order;
  return { ...order, state: 'closed', stateMsg: stateMessages[why], closedAt: now };
}
