import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';
import type { SettlementEntry } from '../../domain/settlement/settlement-entry.js';
import type { DayCertificate, PeriodLock, Statement, StatementKind } from '../../domain/settlement/day-certificate.js';
import type { Trade } from '../../domain/settlement/trade.js';

/** Most keys of one question and rows of one page. */
export const maxTradesAtOnce = 500;

export interface TradeReader {
  /** Those that exist, in no particular order; at most `maxTradesAtOnce` keys. */
  byKeys(tradeKeys: readonly string[]): Promise<readonly Trade[]>;
  byChannelNo(channelMerchantId: string, channelOrderNo: string): Promise<Trade | undefined>;
  ofOrder(platformOrderNo: string): Promise<readonly Trade[]>;
  /** Unsettled trades of one merchant expected in the bills of these days (both included), by (clearingDay, tradeKey), behind `after`. */
  unsettled(query: { readonly channelMerchantId: string; readonly from: BusinessDay; readonly to: BusinessDay; readonly after: TradePlace | undefined; readonly limit: number }): Promise<readonly Trade[]>;
  /** Trades settled by the bill of this day that the given run has not seen, by trade key, behind `after`. */
  settledUnseen(query: { readonly channelMerchantId: string; readonly day: BusinessDay; readonly runNo: string; readonly after: string | undefined; readonly limit: number }): Promise<readonly Trade[]>;
  /** Whether this merchant has any trade expected on this day. */
  anyOn(channelMerchantId: string, day: BusinessDay): Promise<boolean>;
}
export interface TradePlace { readonly clearingDay: BusinessDay; readonly tradeKey: string }

export interface TradeStore extends TradeReader {
  /** `exists` when the key is taken: the movement is booked already. */
  add(trade: Trade): Promise<'added' | 'exists'>;
  /** For a movement that is booked in this unit and can be booked once only, so that nobody looks. A clash is a fault. */
  addFresh(trade: Trade): Promise<void>;
  /** Sets these trades as found by a run in the bill of a day; at most `maxTradesAtOnce`. Throws ConcurrentChange unless all of them exist. */
  markSettled(tradeKeys: readonly string[], day: BusinessDay, runNo: string): Promise<void>;
  /** The bill of its day does not have them any more. The run that saw them last stays: it says that they have entries. */
  markOpen(tradeKeys: readonly string[]): Promise<void>;
}

export interface SettlementReader {
  /** Entries of these trades by (tradeKey, entryNo). */
  ofTrades(tradeKeys: readonly string[]): Promise<readonly SettlementEntry[]>;
  /** A payee's entries of one settlement day by (tradeKey, entryNo), behind `after`. */
  ofStatement(query: { readonly merchantNo: string; readonly settleDay: BusinessDay; readonly after: { readonly tradeKey: string; readonly entryNo: number } | undefined; readonly limit: number }): Promise<readonly SettlementEntry[]>;
  /** Sums of one day per channel merchant and payee: of what was posted to it, or of what stands in its bills; where asked, of the entries written until a moment only. */
  sumsOfDay(day: BusinessDay, by: 'settleDay' | 'clearingDay', writtenUntil?: EpochMs): Promise<readonly DaySum[]>;
  statement(merchantNo: string, settleDay: BusinessDay, kind: StatementKind): Promise<Statement | undefined>;
  /** Payees whose statement of this day has been given out; that of abnormal orders closes nothing. */
  statementsOn(settleDay: BusinessDay): Promise<readonly string[]>;
  certificate(day: BusinessDay): Promise<DayCertificate | undefined>;
  /** The newest day certified. */
  lastCertificate(): Promise<DayCertificate | undefined>;
  /** Certificates by day, behind `after`. */
  certificates(after: BusinessDay | undefined, limit: number): Promise<readonly DayCertificate[]>;
  lock(month: string): Promise<PeriodLock | undefined>;
}
export interface DaySum {
  readonly channelMerchantId: string; readonly merchantNo: string; readonly tradeCount: number;
  readonly tradeAmount: bigint; readonly settledAmount: bigint; readonly feeAmount: bigint;
}

export interface SettlementStore extends SettlementReader {
  /** Writes entries that cannot exist yet; a clash of (tradeKey, entryNo) is a ConcurrentChange. */
  addAll(entries: readonly SettlementEntry[]): Promise<void>;
  addStatement(statement: Statement): Promise<'added' | 'exists'>;
  addCertificate(certificate: DayCertificate): Promise<'added' | 'exists'>;
  addLock(lock: PeriodLock): Promise<'added' | 'exists'>;
}

