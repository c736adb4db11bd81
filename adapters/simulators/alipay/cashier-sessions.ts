import { randomBytes } from 'node:crypto';
import type { TradeOrder } from './trade.js';

const maximumSessions = 50_000;

/** Cashier pages that were opened. A page is no trade: that begins when the payer signs in (section 6.1). */
export class CashierSessions {
  readonly #orders = new Map<string, TradeOrder>();
  readonly #latest = new Map<string, string>();

  /** Returns the id of the new page. The oldest page is forgotten when there are too many. */
  open(order: TradeOrder): string {
    const oldest = this.#orders.size >= maximumSessions ? this.#orders.keys().next().value : undefined;
    if (oldest !== undefined) this.#forget(oldest);
    const id = randomBytes(16).toString('hex');
    this.#orders.set(id, order);
    this.#latest.set(order.outTradeNo, id);
    return id;
  }

  order(id: string): TradeOrder | undefined {
    return this.#orders.get(id);
  }

  /** The order of the page that was opened last with this number. */
  latest(outTradeNo: string): TradeOrder | undefined {
    return this.#orders.get(this.#latest.get(outTradeNo) ?? '');
  }

  #forget(id: string): void {
    const order = this.#orders.get(id);
    this.#orders.delete(id);
    if (order !== undefined && this.#latest.get(order.outTradeNo) === id) this.#latest.delete(order.outTradeNo);
  }
}
