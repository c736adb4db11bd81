import { checkDigit } from '../../../domain/kernel/numbers.js';
import { dayMs, dashedTime } from '../../../domain/kernel/china-time.js';
import { defaultWaiting, mayStillCome } from '../../../domain/reconciliation/waiting.js';
import { aChannelMerchant } from '../../builders/directory.js';

/** The day that is compared: trades numbered 0 … N−1 in the order of their times, each a pure function of its number. `made-trades.ts` says the same in SQL. */
export const day = '20260508';
export const dayStartsAt = Date.UTC(2026, 4, 7, 16);
export const payees = 200;
/** One trade of so many is a refund, of the payment before it. */
export const refundEvery = 40;
const secondsOfDay = 86_399;
const cutMinute = 24 * 60;
export const blockSize = 10_000;

/** 0.6 % of each line, given back with a refund. */
export const account = aChannelMerchant('alipay', { channelMerchantId: 'CM-BENCH', settings: { feeRate: '600', feeOnRefund: 'returned' } });

export const isRefund = (n: number): boolean => n % refundEvery === refundEvery - 1;
export const ownNo = (n: number): string => `${day}${String(n).padStart(18, '0')}`;
export const channelNo = (n: number): string => `${day}22001${String(n).padStart(15, '0')}`;
export const amountFen = (n: number): number => 100 + (n * 7919) % 99_901;
export const feeFen = (fen: number): number => Math.floor((fen * 1200 + 100_000) / 200_000);
export const secondsInto = (n: number, trades: number): number => Math.floor(n * secondsOfDay / trades);
export const secondsSql = (n: string, trades: number): string => `(((${n}) * ${secondsOfDay} - ((${n}) * ${secondsOfDay}) % ${trades}) / ${trades})`;

/** What is planted into each ten thousand trades, by the trade's place in its block. None of the places is a refund. */
export const planted = { missing: 1111, amount: 2222, fee: 3333, twice: 4444, otherChannelNo: 5555, odd: 6666, foreign: 7777, unknown: 8888 } as const;

export interface MadeLine { readonly kind: '交易' | '退款' | '其他'; readonly ownNo: string; readonly refundNo: string; readonly channelNo: string; readonly fen: number; readonly feeFen: number; readonly time: string }

/** Lines of the bill with their differences; what they add up to and which subjects must be found is gathered on the way. */
export class MadeBill {
  readonly #trades: number;
  /** `outcome subject` of every difference that must be found, and no other. */
  readonly differences: string[] = [];
  readonly payments = { count: 0, fen: 0 };
  readonly refunds = { count: 0, fen: 0 };
  matched = 0;
  /** Of what is settled: matched lines, and those of which only the fee differs. */
  readonly settled = { count: 0, fen: 0, feeFen: 0 };
  #lineNo = 0;

  constructor(trades: number) { this.#trades = trades; }

  get lineCount(): number { return this.#lineNo; }

  *lines(): Generator<MadeLine> {
    for (let place = 0; place < this.#trades; place++) {
      const n = shuffled(place, this.#trades);
      yield* this.#linesOf(n, n % blockSize);
    }
  }

  *#linesOf(n: number, at: number): Generator<MadeLine> {
    const line = this.#line(n);
    const key = `P${ownNo(n)}`;
    if (at === planted.missing) {
      const trade = { kind: 'payment', tradeAt: dayStartsAt + secondsInto(n, this.#trades) * 1000, clearingDay: day } as const;
      this.differences.push(`${mayStillCome(trade, day, cutMinute, defaultWaiting) ? 'waiting' : 'only-here'} ${key}`);
    } else if (at === planted.amount) {
      yield this.#told({ ...line, fen: line.fen + 1 }, 'amount-differs', key);
    } else if (at === planted.otherChannelNo) {
      yield this.#told({ ...line, channelNo: `${line.channelNo}x` }, 'state-differs', key);
    } else if (at === planted.fee) {
      yield this.#settles(this.#told({ ...line, feeFen: line.feeFen + 5 }, 'fee-differs', key));
    } else {
      this.matched += 1;
      yield this.#settles(this.#told(line));
    }
    if (at === planted.twice) yield this.#told(line, 'duplicate-line', `D${day}-${this.#lineNo + 1}`);
    if (at === planted.odd) yield this.#oddLine(line);
    const strange = at === planted.foreign ? `shop-${n}` : at === planted.unknown ? platformLike(n) : undefined;
    if (strange !== undefined) yield this.#told({ ...line, ownNo: strange, channelNo: `${line.channelNo}s` }, 'only-there', `CP${line.channelNo}s:${strange}`);
  }

  #line(n: number): MadeLine {
    const isBack = isRefund(n);
    const fen = amountFen(n);
    return {
      kind: isBack ? '退款' : '交易', ownNo: ownNo(isBack ? n - 1 : n), refundNo: isBack ? ownNo(n) : '', channelNo: channelNo(isBack ? n - 1 : n), fen, feeFen: feeFen(fen),
      time: dashedTime(dayStartsAt + secondsInto(n, this.#trades) * 1000),
    };
  }

  #told(line: MadeLine, outcome?: string, subject?: string): MadeLine {
    this.#lineNo += 1;
    const sum = line.kind === '退款' ? this.refunds : this.payments;
    sum.count += 1;
    sum.fen += line.fen;
    if (outcome !== undefined) this.differences.push(`${outcome} ${subject ?? ''}`);
    return line;
  }

  #settles(line: MadeLine): MadeLine {
    const sign = line.kind === '退款' ? -1 : 1;
    this.settled.count += 1;
    this.settled.fen += sign * line.fen;
    this.settled.feeFen += sign * line.feeFen;
    return line;
  }

  #oddLine(line: MadeLine): MadeLine {
    this.#lineNo += 1;
    this.differences.push(`odd-line O${day}-${this.#lineNo}`);
    return { ...line, kind: '其他' };
  }
}

/** Bills are in the order of their times only roughly: within a thousand trades the order is another one than that of the keys. */
function shuffled(place: number, trades: number): number {
  const from = place - place % 1000;
  return from + 1000 > trades ? place : from + (place % 1000) * 387 % 1000;
}

/** In the form of our numbers, but none of ours. */
const platformLike = (n: number): string => {
  const body = `20260101${String(n).padStart(17, '0')}`;
  return body + checkDigit(body);
};

export const endOfDay = dayStartsAt + dayMs;
