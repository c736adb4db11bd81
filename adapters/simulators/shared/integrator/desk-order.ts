import type { OrderStateCode, RefundStateCode } from '../../../../contracts/gateway/codes.js';
import type { EBillQueryResponse } from '../../../../contracts/gateway/e-bill.js';
import type { OrderCreateRequest } from '../../../../contracts/gateway/order-create.js';
import type { NoticeQueryResponse } from '../../../../contracts/gateway/payment-notices.js';
import type { RefundCreateRequest } from '../../../../contracts/gateway/refund.js';

/** How an order was placed: by our server (`pc`: with the PC cashier), by the browser, with a scanned code. */
export type DeskMode = 'interface' | 'pc' | 'page' | 'bar';

/** A callback as it came in. Only verified ones change anything. */
export interface ReceivedCallback {
  /** Epoch ms. */
  readonly at: number;
  readonly kind: 'payment' | 'repeat-payment' | 'refund' | 'unreadable';
  readonly verified: boolean;
  /** What the business system made of it: taken, told before, refused while out of order, noted but badly answered, not believed. */
  readonly outcome: 'accepted' | 'duplicate' | 'outage' | 'misanswered' | 'rejected';
  readonly state?: string;
  readonly stateMsg?: string;
  readonly channelOrderNo?: string;
}

/** A refund the business system asked for. `state` is `unknown` while no answer can be believed. */
export interface DeskRefund {
  readonly request: RefundCreateRequest;
  readonly state: RefundStateCode | 'unknown' | 'refused';
  readonly stateMsg: string;
  readonly platformRefundOrderNo?: string;
}

/** One e-bill as the platform told it. */
export type DeskEBill = EBillQueryResponse['eBills'][number];

/** A payment notice as the platform told it (`epay-nontax.notice.query`, `.issue`). */
export type DeskNotice = Readonly<NoticeQueryResponse>;

/** Money that the platform sent back without being asked for it: a scanned code was cancelled while its payment succeeded (`CANCEL-…`). */
export interface PlatformRefund {
  readonly bizRefundOrderNo: string;
  readonly platformRefundOrderNo: string;
  readonly refundAmount: string;
  readonly state: RefundStateCode;
  readonly stateMsg: string;
}

/** One order of a business system. The request is kept whole: a repeat must have the same content. */
export interface DeskOrder {
  readonly request: OrderCreateRequest;
  readonly mode: DeskMode;
  readonly devId: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** `unknown`: nothing believable was heard yet; `refused`: the gateway said no. */
  readonly state: OrderStateCode | 'unknown' | 'refused';
  readonly stateMsg: string;
  readonly platformOrderNo?: string;
  readonly cashierUrl?: string;
  readonly channelOrderNo?: string;
  readonly payChannel?: string;
  readonly tradeTime?: string;
  readonly receivedAmount?: string;
  readonly refundedAmount?: string;
  /** Channel numbers of further payments of this order (state 5). */
  readonly repeatPayments: readonly string[];
  readonly callbacks: readonly ReceivedCallback[];
  readonly refunds: readonly DeskRefund[];
  readonly platformRefunds: readonly PlatformRefund[];
  /** Asked for after payment; a reversed one stays in the list. */
  readonly eBills: readonly DeskEBill[];
  readonly notice?: DeskNotice;
  /** Who at the counter placed it. */
  readonly operator?: string;
}

/** Whether the payer could still pay. */
export const isOpen = (order: DeskOrder): boolean => order.state !== '2' && order.state !== '4' && order.state !== 'refused';

/** Closed because somebody paid its payment notice at a bank or elsewhere: nothing is due any more, and none of the money is here. */
export const isPaidElsewhere = ({ state, notice }: DeskOrder): boolean => state === '4' && notice?.paymentNoticeState === '1';

/** Money that is paid stays paid: late or repeated news never takes an order back. Further payments have a list of their own. */
export function withState(order: DeskOrder, state: OrderStateCode, stateMsg: string): DeskOrder {
  return order.state === '2' || state === '5' ? order : { ...order, state, stateMsg };
}

const sumOf = (amounts: readonly string[]): bigint => amounts.reduce((sum, fen) => sum + BigInt(fen), 0n);
const returnedByPlatform = ({ platformRefunds }: DeskOrder): bigint => sumOf(platformRefunds.filter(({ state }) => state === '2').map(({ refundAmount }) => refundAmount));

/** Whether all of the money went back, as far as the business system was told. */
export const isReturned = (order: DeskOrder): boolean =>
  sumOf(order.refunds.filter(({ state }) => state === '2').map(({ request }) => request.refundAmount)) + returnedByPlatform(order) >= BigInt(order.request.orderAmount);

/** What may still be asked back, in fen: charged (no business system here gives a discount of its own) minus every refund that is not refused or failed. */
export function refundableFen(order: DeskOrder): bigint {
  const asked = sumOf(order.refunds.filter(({ state }) => state !== '3' && state !== 'refused').map(({ request }) => request.refundAmount));
  const left = BigInt(order.request.orderAmount) - asked - returnedByPlatform(order);
  return order.state === '2' && left > 0n ? left : 0n;
}

/** Where the money of a paid order is, in a word for lists; undefined where nothing went back. */
export function refundWord({ refunds, platformRefunds }: DeskOrder): string | undefined {
  if (platformRefunds.some(({ state }) => state === '2')) return '平台退回';
  const asked = refunds.filter(({ state }) => state !== '3' && state !== 'refused');
  if (asked.length === 0) return undefined;
  return asked.every(({ state }) => state === '2') ? '有退款' : '退款处理中';
}
