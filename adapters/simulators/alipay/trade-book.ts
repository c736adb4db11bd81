import { randomInt } from 'node:crypto';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { chinaDay } from './china-time.js';
import { refundedFen, type Trade, type TradeOrder, type TradeRefund } from './trade.js';

const maximumTrades = 200_000;
const maximumRefundsPerTrade = 1_000;
const dayMs = 86_400_000;
/** Refund period by contract (section 6.4): afterwards the trade is finished. */
const refundPeriodMs = { page: 365 * dayMs, wap: 365 * dayMs, barcode: 90 * dayMs } as const;

/** News that Alipay tells the merchant by notification. */
export type TellMerchant = (trade: Trade, refund?: TradeRefund) => void;

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}

function keyOf(sellerId: string, outTradeNo: string): string {
  return `${sellerId} ${outTradeNo}`;
}

/** All trades and their money. In memory: a restart of the simulator forgets them. */
export class TradeBook {
  readonly #clock: SteppedClock;
  readonly #tell: TellMerchant;
  readonly #trades = new Map<string, Trade>();
  readonly #keyByTradeNo = new Map<string, string>();
  readonly #expiries = new Map<string, () => void>();

  constructor(clock: SteppedClock, tell: TellMerchant) {
    this.#clock = clock;
    this.#tell = tell;
  }

  find(sellerId: string, outTradeNo: string): Trade | undefined {
    return this.#current(keyOf(sellerId, outTradeNo));
  }

  findByTradeNo(sellerId: string, tradeNo: string): Trade | undefined {
    const trade = this.#current(this.#keyByTradeNo.get(tradeNo) ?? '');
    return trade?.sellerId === sellerId ? trade : undefined;
  }

  /** For the control API, which knows no seller. */
  findAnywhere(outTradeNo: string): Trade | undefined {
    return this.all().find((trade) => trade.outTradeNo === outTradeNo);
  }

  all(): readonly Trade[] {
    return [...this.#trades.keys()].map((key) => this.#current(key)).filter((trade) => trade !== undefined);
  }

  /** The payer signed in or a barcode was taken: the trade exists from now on. Throws when it exists already. */
  create(order: TradeOrder): Trade {
    const key = keyOf(order.sellerId, order.outTradeNo);
    if (this.#trades.has(key)) throw new Error('the trade exists');
    if (this.#trades.size >= maximumTrades) throw new Error('the simulator holds too many trades');
    const now = this.#clock.now();
    const trade: Trade = {
      ...order, tradeNo: `${chinaDay(now)}22001${digits(15)}`, state: 'WAIT_BUYER_PAY', createdAt: now, refunds: [],
      buyerId: '2088102146225135', buyerLogonId: '159****5620',
    };
    this.#trades.set(key, trade);
    this.#keyByTradeNo.set(trade.tradeNo, key);
    this.#expiries.set(key, this.#clock.at(trade.expiresAt, () => { this.#current(key); }));
    return trade;
  }

  /** True when the trade was waiting and is paid now. */
  pay(trade: Trade): boolean {
    const known = this.find(trade.sellerId, trade.outTradeNo);
    if (known?.state !== 'WAIT_BUYER_PAY') return false;
    const paid: Trade = { ...known, state: 'TRADE_SUCCESS', paidAt: this.#clock.now() };
    this.#put(paid);
    this.#tell(paid);
    return true;
  }

  /** True when the trade was waiting and is closed now. */
  close(trade: Trade): boolean {
    const known = this.find(trade.sellerId, trade.outTradeNo);
    if (known?.state !== 'WAIT_BUYER_PAY') return false;
    this.#closeUnpaid(known, this.#clock.now());
    return true;
  }

  /** The caller has checked the state and the amount; more than is left is a bug here and throws. */
  refund(trade: Trade, refund: Omit<TradeRefund, 'at'>): Trade {
    const known = this.find(trade.sellerId, trade.outTradeNo);
    const left = known === undefined ? 0n : known.totalFen - refundedFen(known);
    if (known?.state !== 'TRADE_SUCCESS' || refund.amountFen > left || known.refunds.length >= maximumRefundsPerTrade) throw new Error('refund not allowed');
    const now = this.#clock.now();
    const entry: TradeRefund = { ...refund, at: now };
    const refunds = [...known.refunds, entry];
    const after: Trade = refund.amountFen === left ? { ...known, refunds, state: 'TRADE_CLOSED', closedAt: now } : { ...known, refunds };
    this.#put(after);
    this.#tell(after, entry);
    return after;
  }

  /** Ends the refund period of a paid trade at once. */
  finish(trade: Trade): boolean {
    const known = this.find(trade.sellerId, trade.outTradeNo);
    if (known?.state !== 'TRADE_SUCCESS') return false;
    this.#put({ ...known, state: 'TRADE_FINISHED' });
    return true;
  }

  /** Ends all timers. */
  end(): void {
    for (const stop of this.#expiries.values()) stop();
    this.#expiries.clear();
  }

  // Time is applied on reading too, so that no answer depends on a timer having fired.
  #current(key: string): Trade | undefined {
    const trade = this.#trades.get(key);
    const now = this.#clock.now();
    if (trade?.state === 'WAIT_BUYER_PAY' && now >= trade.expiresAt) this.#closeUnpaid(trade, trade.expiresAt);
    if (trade?.state === 'TRADE_SUCCESS' && now >= (trade.paidAt ?? now) + refundPeriodMs[trade.product]) this.#put({ ...trade, state: 'TRADE_FINISHED' });
    return this.#trades.get(key);
  }

  #closeUnpaid(trade: Trade, at: number): void {
    const closed: Trade = { ...trade, state: 'TRADE_CLOSED', closedAt: at };
    this.#put(closed);
    // In-store products send no message about a closed trade.
    if (closed.product !== 'barcode') this.#tell(closed);
  }

  #put(trade: Trade): void {
    const key = keyOf(trade.sellerId, trade.outTradeNo);
    this.#trades.set(key, trade);
    this.#expiries.get(key)?.();
    this.#expiries.delete(key);
  }
}
