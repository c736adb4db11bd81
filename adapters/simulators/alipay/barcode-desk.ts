import { randomInt } from 'node:crypto';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { barcodeRules, outcomeOf, typingMs, type BarcodeOutcome } from './barcode-rules.js';
import { businessRefusal, inProcess, serviceUnavailable, succeeded, systemError, type Reply } from './replies.js';
import type { Trade, TradeOrder } from './trade.js';
import type { TradeBook } from './trade-book.js';
import { paidFields, waitingFields } from './trade-fields.js';

const maximumCodes = 200_000;

/** What became of a call; `dropped` means that the caller must not get the answer. */
export interface Executed { readonly reply: Reply; readonly dropped: boolean }

const answered = (reply: Reply): Executed => ({ reply, dropped: false });

/** The payers standing at a counter: their payment codes and what they do. */
export class BarcodeDesk {
  readonly #clock: SteppedClock;
  readonly #book: TradeBook;
  readonly #usedCodes = new Map<string, string>();
  readonly #waiting = new Map<string, BarcodeOutcome>();
  readonly #timers = new Set<() => void>();

  constructor(clock: SteppedClock, book: TradeBook) {
    this.#clock = clock;
    this.#book = book;
  }

  /** Executes `alipay.trade.pay` for an order that was checked. */
  charge(order: TradeOrder, authCode: string): Executed {
    const outcome = outcomeOf(authCode);
    const owner = `${order.sellerId} ${order.outTradeNo}`;
    const usedBy = this.#usedCodes.get(authCode);
    const known = this.#book.find(order.sellerId, order.outTradeNo);
    // The very same call again, while the payer still decides, is answered like the first.
    if (known !== undefined && usedBy === owner) return answered(inProcess(waitingFields(known)));
    if (usedBy !== undefined || outcome === 'code-invalid') return answered(businessRefusal('PAYMENT_AUTH_CODE_INVALID', '支付失败，获取顾客账户信息失败，请顾客刷新付款码后重新收款'));
    if (outcome === 'unknown-not-executed') return answered(serviceUnavailable);
    if (this.#usedCodes.size >= maximumCodes) throw new Error('the simulator holds too many codes');
    this.#usedCodes.set(authCode, owner);
    if (outcome === 'balance-short') return answered(businessRefusal('BUYER_BALANCE_NOT_ENOUGH', '买家余额不足'));
    return this.#execute(known ?? this.#book.create(order), outcome);
  }

  /** Called before a trade is shown to a query: ending 06 is paid from the first query on. */
  queried(trade: Trade): void {
    if (this.#waiting.get(trade.tradeNo) === 'error-then-paid') this.#pay(trade);
  }

  /** Trades whose payer has to confirm on the phone page. */
  awaitingPhone(): readonly Trade[] {
    return this.#book.all().filter((trade) => trade.state === 'WAIT_BUYER_PAY' && this.#waiting.get(trade.tradeNo) === 'asks-phone');
  }

  /** A fresh code for each row of the table, for people who try the counter by hand. */
  freshCodes(): readonly { readonly code: string; readonly meaning: string }[] {
    const middle = Array.from({ length: 14 }, () => randomInt(10)).join('');
    return barcodeRules.map(({ ending, meaning }) => ({ code: `28${middle}${ending}`, meaning }));
  }

  end(): void {
    for (const stop of this.#timers) stop();
    this.#timers.clear();
  }

  #execute(trade: Trade, outcome: BarcodeOutcome): Executed {
    this.#waiting.set(trade.tradeNo, outcome);
    switch (outcome) {
      case 'unknown-paid': this.#pay(trade); return answered(serviceUnavailable);
      case 'error-then-paid': return answered(systemError);
      case 'typing': this.#payLater(trade); return answered(inProcess(waitingFields(trade)));
      case 'never-paid': case 'asks-phone': return answered(inProcess(waitingFields(trade)));
      default: return { reply: succeeded(paidFields(this.#pay(trade))), dropped: outcome === 'dropped-paid' };
    }
  }

  #pay(trade: Trade): Trade {
    this.#waiting.delete(trade.tradeNo);
    this.#book.pay(trade);
    return this.#book.find(trade.sellerId, trade.outTradeNo) ?? trade;
  }

  #payLater(trade: Trade): void {
    const stop = this.#clock.at(this.#clock.now() + typingMs, () => { this.#timers.delete(stop); this.#pay(trade); });
    this.#timers.add(stop);
  }
}
