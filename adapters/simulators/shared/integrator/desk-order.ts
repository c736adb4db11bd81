import type { OrderStateCode, RefundStateCode } from '../../../../contracts/gateway/codes.js';
import type { EBillQueryResponse } from '../../../../contracts/gateway/e-bill.js';
import type { OrderCreateRequest } from '../../../../contracts/gateway/order-create.js';
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

/** The payment notice of an order as the platform told it (`epay-nontax.notice.query`). */
export interface DeskNotice {
  readonly payCode?: string;
  readonly checkCode?: string;
  readonly noticeState: string;
  readonly noticeStateMsg?: string;
  readonly totalAmount: string;
  readonly validUntil?: string;
  readonly qrUrl?: string;
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
  /** Asked for after payment; a reversed one stays in the list. */
  readonly eBills: readonly DeskEBill[];
  readonly notice?: DeskNotice;
  /** Who at the counter placed it. */
  readonly operator?: string;
}

/** Whether the payer could still pay. */
export const isOpen = (order: DeskOrder): boolean => order.state !== '2' && order.state !== '4' && order.state !== 'refused';

/** Money that is paid stays paid: late or repeated news never takes an order back. Further payments have a list of their own. */
export function withState(order: DeskOrder, state: OrderStateCode, stateMsg: string): DeskOrder {
  return order.state === '2' || state === '5' ? order : { ...order, state, stateMsg };
}

/** What may still be asked back, in fen: charged (no business system here gives a discount of its own) minus every refund that is not refused or failed. */
export function refundableFen(order: DeskOrder): bigint {
  const asked = order.refunds.filter(({ state }) => state !== '3' && state !== 'refused').reduce((sum, { request }) => sum + BigInt(request.refundAmount), 0n);
  const left = BigInt(order.request.orderAmount) - asked;
  return order.state === '2' && left > 0n ? left : 0n;
}
