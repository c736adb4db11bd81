import type { PayChannel, PayMethod } from '../directory/channel-merchant.js';
import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { FenSum } from '../kernel/money.js';
import { apportion } from './shares.js';
import type { Trade, TradeKind, TradePurpose } from './trade.js';

/**
 * 结算流水: what one line of a bill settles, written once and never changed. What a later bill says otherwise is a further entry with the
 * difference. A combined order has one entry per sub-merchant.
 */
export interface SettlementEntry {
  readonly tradeKey: string;
  /** 0, 1, … of one trade. */
  readonly entryNo: number;
  readonly cause: 'matched' | 'corrected' | 'withdrawn';
  readonly kind: TradeKind;
  readonly purpose: TradePurpose;
  readonly payChannel: PayChannel;
  readonly payMethod: PayMethod;
  readonly channelMerchantId: string;
  readonly merchantNo: string;
  readonly subMerchantNo: string | undefined;
  readonly platformOrderNo: string;
  readonly platformRefundOrderNo: string | undefined;
  readonly bizOrderNo: string;
  readonly channelOrderNo: string;
  readonly orderDate: BusinessDay;
  readonly tradeAt: EpochMs;
  /** Day of the bill. */
  readonly clearingDay: BusinessDay;
  /** 结算日期: the clearing day, or the next day still open when that one was closed already. */
  readonly settleDay: BusinessDay;
  /** How many trades this entry adds to a count: 1, of further sub-merchants and corrections 0, of what is withdrawn −1. */
  readonly tradeCount: number;
  /** 交易金额, refunds negative. */
  readonly tradeAmount: FenSum;
  /** 已结金额 before the fee, refunds negative. */
  readonly settledAmount: FenSum;
  /** 手续费, plus is taken. 入账金额 is settledAmount − feeAmount. */
  readonly feeAmount: FenSum;
  readonly runNo: string;
  readonly lineNo: number;
  readonly createdAt: EpochMs;
}

/** What a line moves, or what moves back. */
export interface Movement { readonly settled: FenSum; readonly fee: FenSum; readonly channelNo: string; readonly lineNo: number; readonly runNo: string; readonly clearingDay: BusinessDay; readonly settleDay: BusinessDay; readonly now: EpochMs }

const signed = (trade: Trade, amount: bigint): FenSum => (trade.kind === 'payment' ? amount : -amount) as FenSum;

/** The entries of a trade's first line: one, or one per sub-merchant with the fee shared in proportion (design 4a). */
export function entriesOf(trade: Trade, line: Movement, firstNo: number): readonly SettlementEntry[] {
  if (trade.shares.length === 0) {
    return [entryOf(trade, line, 'matched', { entryNo: firstNo, subMerchantNo: undefined, tradeCount: 1, tradeAmount: signed(trade, trade.amount), settledAmount: line.settled, feeAmount: line.fee })];
  }
  const weights = trade.shares.map(({ amount }) => amount);
  const [settled, fees] = [apportion(line.settled, weights), apportion(line.fee, weights)];
  return trade.shares.map((share, index) => entryOf(trade, line, 'matched', {
    entryNo: firstNo + index, subMerchantNo: share.subMerchantNo, tradeCount: index === 0 ? 1 : 0,
    tradeAmount: signed(trade, share.amount), settledAmount: settled[index] as FenSum, feeAmount: fees[index] as FenSum,
  }));
}

/** What brings the entries of a trade to what a later bill says; nothing where they say it already. */
export function correctionsOf(trade: Trade, line: Movement, known: readonly SettlementEntry[]): readonly SettlementEntry[] {
  return differencesTo(trade, line, known, entriesOf(trade, line, 0), 'corrected');
}

/** What takes back the entries of a trade that the newest bill of its day does not have any more. */
export function withdrawalOf(trade: Trade, line: Movement, known: readonly SettlementEntry[]): readonly SettlementEntry[] {
  return differencesTo(trade, line, known, [], 'withdrawn');
}

function differencesTo(trade: Trade, line: Movement, known: readonly SettlementEntry[], wanted: readonly SettlementEntry[], cause: 'corrected' | 'withdrawn'): readonly SettlementEntry[] {
  const subs = [...new Set([...known, ...wanted].map(({ subMerchantNo }) => subMerchantNo))];
  return subs.map((sub) => {
    const [is, shall] = [totalOf(known, sub), totalOf(wanted, sub)];
    return entryOf(trade, line, cause, {
      subMerchantNo: sub, entryNo: 0, tradeCount: shall.count - is.count, tradeAmount: (shall.trade - is.trade) as FenSum,
      settledAmount: (shall.settled - is.settled) as FenSum, feeAmount: (shall.fee - is.fee) as FenSum,
    });
  }).filter((entry) => entry.tradeCount !== 0 || entry.tradeAmount !== 0n || entry.settledAmount !== 0n || entry.feeAmount !== 0n)
    .map((entry, index) => ({ ...entry, entryNo: known.length + index }));
}

function totalOf(entries: readonly SettlementEntry[], sub: string | undefined) {
  const own = entries.filter(({ subMerchantNo }) => subMerchantNo === sub);
  return own.reduce((sum, entry) => ({
    count: sum.count + entry.tradeCount, trade: sum.trade + entry.tradeAmount, settled: sum.settled + entry.settledAmount, fee: sum.fee + entry.feeAmount,
  }), { count: 0, trade: 0n, settled: 0n, fee: 0n });
}

type EntryPart = Pick<SettlementEntry, 'entryNo' | 'subMerchantNo' | 'tradeCount' | 'tradeAmount' | 'settledAmount' | 'feeAmount'>;

/** Written out in one piece: a million a day are made, and putting them together from parts cost several times as much. */
const entryOf = (trade: Trade, line: Movement, cause: SettlementEntry['cause'], part: EntryPart): SettlementEntry => ({
  tradeKey: trade.tradeKey, entryNo: part.entryNo, cause, kind: trade.kind, purpose: trade.purpose, payChannel: trade.payChannel, payMethod: trade.payMethod,
  channelMerchantId: trade.channelMerchantId, merchantNo: trade.merchantNo, subMerchantNo: part.subMerchantNo, platformOrderNo: trade.platformOrderNo,
  platformRefundOrderNo: trade.platformRefundOrderNo, bizOrderNo: trade.bizOrderNo, channelOrderNo: line.channelNo, orderDate: trade.orderDate,
  tradeAt: trade.tradeAt, clearingDay: line.clearingDay, settleDay: line.settleDay, tradeCount: part.tradeCount, tradeAmount: part.tradeAmount,
  settledAmount: part.settledAmount, feeAmount: part.feeAmount, runNo: line.runNo, lineNo: line.lineNo, createdAt: line.now,
});

/** 入账金额. */
export const creditedAmount = ({ settledAmount, feeAmount }: Pick<SettlementEntry, 'settledAmount' | 'feeAmount'>): FenSum => (settledAmount - feeAmount) as FenSum;

/** Unsettled trades by age (1.1.4.3.2): whole days since the clearing day. */
export type UnsettledAge = 'day-0-1' | 'day-2-3' | 'over-3';
export const ageOf = (daysSinceClearing: number): UnsettledAge => (daysSinceClearing <= 1 ? 'day-0-1' : daysSinceClearing <= 3 ? 'day-2-3' : 'over-3');
