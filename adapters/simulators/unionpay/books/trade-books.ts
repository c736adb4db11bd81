import { randomBytes, randomInt } from 'node:crypto';
import { chargedCodes } from '../rules/response-codes.js';
import { chinaTime } from '../wire/china-calendar.js';
import type { NewTrade, Trade } from './trade.js';

/** More trades than a demonstration or a crash run makes; beyond it the gateway is busy. */
export const maximumTrades = 500_000;

/** All trades of one simulator, from which its answers, its totals and its clearing file are made. In memory only. */
export class TradeBooks {
  readonly #byOrder = new Map<string, Trade>();
  readonly #byQueryId = new Map<string, Trade>();
  readonly #byToken = new Map<string, Trade>();
  // Starts anywhere, so that numbers of a restarted simulator do not meet those of the last run.
  #sequence = randomInt(1, 5_000_000);

  get isFull(): boolean {
    return this.#byOrder.size >= maximumTrades;
  }

  add(order: NewTrade, nowMs: number): Trade {
    this.#sequence += 1;
    const trade: Trade = {
      ...order,
      acceptedAtMs: nowMs,
      queryId: `${chinaTime(nowMs)}${String(this.#sequence % 10_000_000).padStart(7, '0')}`,
      pageToken: randomBytes(16).toString('hex'),
      state: 'open', decidedAtMs: undefined, settleDay: undefined, feeFen: 0n, traceNo: String(this.#sequence % 1_000_000).padStart(6, '0'),
      refundedFen: 0n, refundingFen: 0n, timesAsked: 0, announced: false,
    };
    this.#byOrder.set(`${order.merId} ${order.orderId}`, trade);
    this.#byQueryId.set(trade.queryId, trade);
    this.#byToken.set(trade.pageToken, trade);
    return trade;
  }

  /** A merchant's order number is taken once, whatever its txnTime. */
  withOrderId(merId: string, orderId: string): Trade | undefined {
    return this.#byOrder.get(`${merId} ${orderId}`);
  }

  /** (merId, orderId, txnTime) names a transaction; another txnTime finds nothing. */
  find(merId: string, orderId: string, txnTime: string): Trade | undefined {
    const trade = this.withOrderId(merId, orderId);
    return trade?.txnTime === txnTime ? trade : undefined;
  }

  withQueryId(merId: string, queryId: string): Trade | undefined {
    const trade = this.#byQueryId.get(queryId);
    return trade?.merId === merId ? trade : undefined;
  }

  withToken(token: string): Trade | undefined {
    return this.#byToken.get(token);
  }

  /** The latest trade with this order number, of any merchant; for the control API. */
  latest(orderId: string): Trade | undefined {
    return [...this.#byOrder.values()].findLast((trade) => trade.orderId === orderId);
  }

  all(): readonly Trade[] {
    return [...this.#byOrder.values()];
  }
}

/** Whether a consume took the payer's money at some time and was not reversed. An undo counts as a refund, not as "never paid". */
export function wasCharged(trade: Trade): boolean {
  const consume = trade.kind === 'front' || trade.kind === 'consume';
  return consume && (trade.state === 'undone' || (trade.state === 'success' && chargedCodes.includes(trade.code)));
}

/** Charged less given back; the two sums are what the platform's own books must agree with. */
export function totals(trades: readonly Trade[]): { readonly paidFen: bigint; readonly refundedFen: bigint } {
  const sum = (chosen: readonly Trade[]): bigint => chosen.reduce((fen, trade) => fen + trade.amountFen, 0n);
  return {
    paidFen: sum(trades.filter(wasCharged)),
    refundedFen: sum(trades.filter((trade) => (trade.kind === 'refund' || trade.kind === 'undo') && trade.state === 'success')),
  };
}
