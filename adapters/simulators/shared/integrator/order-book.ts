import type { DeskOrder, ReceivedCallback } from './desk-order.js';

const maxOrders = 500;
const maxCallbacksPerOrder = 100;
const maxRejected = 100;

/** A callback that was not believed, with the number it claims to be about. */
export interface RejectedCallback extends ReceivedCallback { readonly claimedOrderNo: string; readonly why: string }

/** A business system's memory: the newest orders, oldest forgotten first. */
export class OrderBook {
  readonly #orders = new Map<string, DeskOrder>();
  #rejected: readonly RejectedCallback[] = [];
  #onPaid: (order: DeskOrder) => void = () => undefined;

  /** Called once for each order that becomes paid, whether a callback or a query told it. */
  whenPaid(listener: (order: DeskOrder) => void): void {
    this.#onPaid = listener;
  }

  add(order: DeskOrder): void {
    this.#orders.set(order.request.bizOrderNo, order);
    const oldest = this.#orders.keys().next();
    if (this.#orders.size > maxOrders && !oldest.done) this.#orders.delete(oldest.value);
  }

  find(bizOrderNo: string): DeskOrder | undefined {
    return this.#orders.get(bizOrderNo);
  }

  findByRefund(bizRefundOrderNo: string): DeskOrder | undefined {
    return this.newestFirst().find(({ refunds }) => refunds.some(({ request }) => request.bizRefundOrderNo === bizRefundOrderNo));
  }

  findByPlatformNo(devId: string, platformOrderNo: string): DeskOrder | undefined {
    return this.newestFirst().find((order) => order.devId === devId && order.platformOrderNo === platformOrderNo);
  }

  /** Changes an order as it is now: calls overlap with callbacks, so a copy read earlier must not be written back. */
  change(bizOrderNo: string, change: (order: DeskOrder) => DeskOrder): void {
    const order = this.#orders.get(bizOrderNo);
    if (!order) return;
    const changed = change(order);
    this.#orders.set(bizOrderNo, changed);
    if (changed.state === '2' && order.state !== '2') this.#onPaid(changed);
  }

  recordCallback(bizOrderNo: string, callback: ReceivedCallback): void {
    this.change(bizOrderNo, (order) => ({ ...order, callbacks: [...order.callbacks, callback].slice(-maxCallbacksPerOrder) }));
  }

  reject(callback: RejectedCallback): void {
    this.#rejected = [...this.#rejected, callback].slice(-maxRejected);
  }

  get rejected(): readonly RejectedCallback[] {
    return this.#rejected;
  }

  newestFirst(): readonly DeskOrder[] {
    return [...this.#orders.values()].reverse();
  }
}
