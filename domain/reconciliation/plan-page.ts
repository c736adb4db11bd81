import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { ChannelMerchant } from '../directory/channel-merchant.js';
import type { Fen, FenSum } from '../kernel/money.js';
import { correctionsOf, entriesOf, type Movement, type SettlementEntry } from '../settlement/settlement-entry.js';
import type { Trade } from '../settlement/trade.js';
import { channelKeyOfLine, keyOfLine, type BillLine, type OddLine } from './bill-line.js';
import type { Finding, NewDifference, Outcome } from './difference.js';
import { judgeLine, type LineVerdict, type Reading } from './judge-line.js';
import { noFigures, noRunFigures, plus, type Figures, type RunFigures } from './run.js';

/** An attempt or refund of ours that has not become a trade: nothing was booked for it. */
export interface Untraded { readonly platformOrderNo: string; readonly merchantNo: string; readonly bizOrderNo: string | undefined; readonly amount: Fen }

/** Everything a page of lines is compared with, as read in the unit that books it. */
export interface PageFacts {
  readonly reading: Reading;
  readonly account: Pick<ChannelMerchant, 'channelMerchantId' | 'payChannel'>;
  /** By `keyOfLine`, and where only the channel's number is known by `channelKeyOfLine`. */
  readonly trades: ReadonlyMap<string, Trade>;
  /** Of trades that are settled already. */
  readonly entries: ReadonlyMap<string, readonly SettlementEntry[]>;
  readonly untraded: ReadonlyMap<string, Untraded>;
  /** Day to which a payee's lines of this bill are posted. */
  readonly settleDays: ReadonlyMap<string, BusinessDay>;
  readonly now: EpochMs;
}

/** What follows from a page. */
export interface PagePlan {
  readonly entries: readonly SettlementEntry[];
  /** Trades found in this bill. */
  readonly settled: readonly string[];
  readonly found: readonly Finding[];
  /** Subjects that agree now; what was known of them is cleared. */
  readonly agreed: readonly string[];
  readonly figures: RunFigures;
  /** Entries that change what an earlier run had booked. */
  readonly corrected: readonly string[];
}

/** Compares a page of lines, in their order. Pure: the same page and facts give the same plan. */
export function planPage(lines: readonly BillLine[], odd: readonly OddLine[], facts: PageFacts): PagePlan {
  const plan = new GrowingPlan(facts);
  for (const line of lines) plan.take(line);
  for (const line of odd) plan.keepOdd(line);
  return plan.ended();
}

class GrowingPlan {
  readonly #facts: PageFacts;
  readonly #entries: SettlementEntry[] = [];
  readonly #settled = new Set<string>();
  readonly #found: Finding[] = [];
  readonly #agreed: string[] = [];
  readonly #corrected: string[] = [];
  readonly #figures = new Map<Outcome, Figures>();

  constructor(facts: PageFacts) { this.#facts = facts; }

  take(line: BillLine): void {
    const key = keyOfLine(line);
    const trade = tradeOfLine(this.#facts.trades, line);
    const seen = trade && this.#settled.has(trade.tradeKey) ? { ...trade, seenRunNo: this.#facts.reading.runNo } : trade;
    const verdict = judgeLine(line, seen, this.#facts.reading);
    if (verdict.kind === 'matched' && trade) this.#book(line, trade, verdict.agreedFee);
    else this.#differ(line, key, trade, verdict);
  }

  keepOdd(line: OddLine): void {
    // As it can be stored, so that it is the same when it is found again.
    this.#count('odd-line', { count: 1, amount: 0n as FenSum, settled: 0n as FenSum, fee: 0n as FenSum });
    this.#found.push({ ...this.#blank(), subject: `O${this.#facts.reading.day}-${line.lineNo}`, outcome: 'odd-line', kind: undefined, detail: `${line.why}：${line.text}`.replaceAll('\0', '').toWellFormed(), happenedAt: undefined });
  }

  ended(): PagePlan {
    return { entries: this.#entries, settled: [...this.#settled], found: this.#found, agreed: this.#agreed, figures: { ...noRunFigures, ...Object.fromEntries(this.#figures) }, corrected: this.#corrected };
  }

  #book(line: BillLine, trade: Trade, agreedFee: FenSum | undefined): void {
    const { reading, entries, settleDays, now } = this.#facts;
    const movement: Movement = {
      settled: line.settled, fee: line.fee, channelNo: line.channelNo, lineNo: line.lineNo, runNo: reading.runNo, clearingDay: reading.day,
      settleDay: settleDays.get(trade.merchantNo) ?? reading.day, now,
    };
    const known = entries.get(trade.tradeKey) ?? [];
    const isSettled = trade.settleState === 'settled';
    const made = isSettled ? correctionsOf(trade, movement, known) : entriesOf(trade, movement, known.length);
    if (isSettled && made.length > 0) this.#corrected.push(trade.tradeKey);
    this.#entries.push(...made);
    this.#settled.add(trade.tradeKey);
    if (agreedFee === undefined) this.#agreed.push(trade.tradeKey);
    else this.#found.push({ ...this.#ofTrade(line, trade), outcome: 'fee-differs', hereFee: agreedFee, thereFee: line.fee });
    this.#count(agreedFee === undefined ? 'matched' : 'fee-differs', figuresOf(line));
  }

  #differ(line: BillLine, key: string, trade: Trade | undefined, verdict: Exclude<LineVerdict, { kind: 'matched' }> | LineVerdict): void {
    const untraded = this.#facts.untraded.get(key);
    const outcome = outcomeOf(verdict, untraded, line);
    this.#count(outcome, figuresOf(line));
    const detail = verdict.kind === 'duplicate-line' ? `同一笔交易已在 ${verdict.day} 的账单中对平` : '';
    if (outcome === 'duplicate-line' && trade) this.#found.push({ ...this.#ofTrade(line, trade), subject: this.#lineSubject(line), outcome, detail });
    else if (trade) this.#found.push({ ...this.#ofTrade(line, trade), outcome, detail });
    else if (untraded) this.#found.push({ ...this.#ofLine(line), subject: key, outcome, hereAmount: untraded.amount, platformOrderNo: untraded.platformOrderNo, merchantNo: untraded.merchantNo, bizOrderNo: untraded.bizOrderNo });
    else this.#found.push({ ...this.#ofLine(line), subject: subjectOfStranger(line, this.#facts.reading.day), outcome });
  }

  #ofTrade(line: BillLine, trade: Trade) {
    return {
      ...this.#ofLine(line), subject: trade.tradeKey, merchantNo: trade.merchantNo, platformOrderNo: trade.platformOrderNo, bizOrderNo: trade.bizOrderNo, hereAmount: trade.amount,
    };
  }

  #ofLine(line: BillLine) {
    return {
      ...this.#blank(), kind: line.kind, ownNo: asciiOr(line.ownNo), channelNo: asciiOr(line.channelNo), thereAmount: line.amount, thereFee: line.fee,
      thereSettled: line.settled, happenedAt: line.at, detail: '', atLine: this.#lineSubject(line),
    };
  }

  #lineSubject({ lineNo }: BillLine): string { return `D${this.#facts.reading.day}-${lineNo}`; }

  #blank() {
    const { account, reading } = this.#facts;
    return {
      channelMerchantId: account.channelMerchantId, payChannel: account.payChannel, clearingDay: reading.day, merchantNo: undefined, platformOrderNo: undefined,
      bizOrderNo: undefined, ownNo: '', channelNo: '', hereAmount: undefined, thereAmount: undefined, hereFee: undefined, thereFee: undefined, thereSettled: undefined,
      suggestedKey: undefined,
    } as const;
  }

  #count(outcome: Outcome, more: Figures): void { this.#figures.set(outcome, plus(this.#figures.get(outcome) ?? noFigures, more)); }
}

/** The trade a line is about: by our number, else by the channel's. */
export const tradeOfLine = (trades: ReadonlyMap<string, Trade>, line: BillLine): Trade | undefined => trades.get(keyOfLine(line)) ?? trades.get(channelKeyOfLine(line) ?? '');

function outcomeOf(verdict: LineVerdict, untraded: Untraded | undefined, line: BillLine): Exclude<NewDifference['outcome'], 'waiting' | 'only-here' | 'fee-differs' | 'odd-line'> {
  if (verdict.kind === 'matched') throw new Error('a matched line is no difference');
  if (verdict.kind !== 'only-there' || !untraded) return verdict.kind;
  return untraded.amount === line.amount ? 'state-differs' : 'amount-differs';
}

const figuresOf = (line: BillLine) => ({ count: 1, amount: (line.kind === 'payment' ? line.amount : -BigInt(line.amount)) as FenSum, settled: line.settled, fee: line.fee });

const isAscii = (text: string): boolean => /^[\x21-\x7e]{1,64}$/.test(text);
const asciiOr = (text: string): string => (isAscii(text) ? text : '');

/** By its numbers where it has any that can be stored, so that the same line of a newer bill is the same difference. */
export const subjectOfStranger = (line: BillLine, day: BusinessDay): string =>
  isAscii(line.channelNo) ? `C${line.kind === 'payment' ? 'P' : 'R'}${line.channelNo}:${asciiOr(line.ownNo)}` : `L${day}-${line.lineNo}`;
