import type { OrderStateCode, RefundStateCode } from '../../../contracts/gateway/codes.js';
import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import type { RefundCreateRequest } from '../../../contracts/gateway/refund.js';

/** `business`: a business app inside the city app pays for itself (mode 1); `zone`: the city app's own payment zone (mode 2). */
export type AppMode = 'business' | 'zone';

export interface AppRefund { readonly request: RefundCreateRequest; readonly state: RefundStateCode | 'unknown' | 'refused'; readonly stateMsg: string }

/** Money that the platform sent back without being asked. */
export interface AppPlatformRefund { readonly bizRefundOrderNo: string; readonly refundAmount: string; readonly state: RefundStateCode }

/** An order at the platform. The request is kept whole: a repeat must have the same content. */
export interface AppOrder {
  readonly mode: AppMode;
  readonly request: OrderCreateRequest;
  readonly createdAt: number;
  /** `unknown`: nothing believable was heard yet; `refused`: the gateway said no. */
  readonly state: OrderStateCode | 'unknown' | 'refused';
  readonly stateMsg: string;
  readonly platformOrderNo?: string;
  readonly cashierUrl?: string;
  /** Mode 2: whose due it pays, and when the city app told that business system that it is paid. */
  readonly dueNo?: string;
  readonly toldBusinessAt?: number;
  readonly callbacks: number;
  readonly refunds: readonly AppRefund[];
  readonly platformRefunds: readonly AppPlatformRefund[];
}

/** Whether the payer could still pay. */
export const isOpen = ({ state }: AppOrder): boolean => state !== '2' && state !== '4' && state !== 'refused';

/** Money that is paid stays paid: late or repeated news never takes an order back. */
export const withState = (order: AppOrder, state: OrderStateCode, stateMsg: string): AppOrder =>
  (order.state === '2' || state === '5' ? order : { ...order, state, stateMsg });

/** What may still be asked back, in fen. */
export function refundableFen({ request, refunds, platformRefunds, state }: AppOrder): bigint {
  const returned = platformRefunds.filter((one) => one.state === '2').reduce((sum, { refundAmount }) => sum + BigInt(refundAmount), 0n);
  const asked = refunds.filter((refund) => refund.state !== '3' && refund.state !== 'refused').reduce((sum, refund) => sum + BigInt(refund.request.refundAmount), 0n);
  const left = BigInt(request.orderAmount) - asked - returned;
  return state === '2' && left > 0n ? left : 0n;
}

const maxOrders = 500;

/** The newest orders of both modes, by their own number; oldest forgotten first. */
export class OrderBook {
  readonly #orders = new Map<string, AppOrder>();

  add(order: AppOrder): void {
    this.#orders.set(order.request.bizOrderNo, order);
    const oldest = this.#orders.keys().next();
    if (this.#orders.size > maxOrders && !oldest.done) this.#orders.delete(oldest.value);
  }

  find(mode: AppMode, bizOrderNo: string): AppOrder | undefined {
    const order = this.#orders.get(bizOrderNo);
    return order?.mode === mode ? order : undefined;
  }

  findByRefund(mode: AppMode, bizRefundOrderNo: string): AppOrder | undefined {
    return this.newestFirst(mode).find(({ refunds }) => refunds.some(({ request }) => request.bizRefundOrderNo === bizRefundOrderNo));
  }

  /** Changes an order as it is now: calls overlap with callbacks. */
  change(bizOrderNo: string, change: (order: AppOrder) => AppOrder): void {
    const order = this.#orders.get(bizOrderNo);
    if (order) this.#orders.set(bizOrderNo, change(order));
  }

  newestFirst(mode: AppMode): readonly AppOrder[] {
    return [...this.#orders.values()].filter((order) => order.mode === mode).reverse();
  }
}
