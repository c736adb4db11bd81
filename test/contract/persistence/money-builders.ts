import { fen, type FenSum } from '../../../domain/kernel/money.js';
import type { Bill } from '../../../domain/reconciliation/bill-line.js';
import type { Difference } from '../../../domain/reconciliation/difference.js';
import type { HandlingNote } from '../../../domain/reconciliation/handling.js';
import { counted, noChanges, noRunFigures, type ReconcileDay, type ReconcileRun, type RunItem } from '../../../domain/reconciliation/run.js';
import type { DayCertificate, Statement } from '../../../domain/settlement/day-certificate.js';
import type { SettlementEntry } from '../../../domain/settlement/settlement-entry.js';
import { tradeOfPayment, type Trade } from '../../../domain/settlement/trade.js';
import { anAttempt, anOrder, no, noon } from './builders.js';

export const sum = (value: number | bigint): FenSum => BigInt(value) as FenSum;

/** A payment that was booked, expected in the bill of 2026-05-08. */
export function aTrade(changes: Partial<Trade> = {}): Trade {
  return { ...tradeOfPayment(anOrder(), anAttempt({ state: 'paid', channelOrderNo: '2026050822001', paidAt: noon }), '20260508', noon), ...changes };
}

export function anEntryOf(trade: Trade, changes: Partial<SettlementEntry> = {}): SettlementEntry {
  return {
    tradeKey: trade.tradeKey, entryNo: 0, cause: 'matched', kind: trade.kind, purpose: trade.purpose, payChannel: trade.payChannel, payMethod: trade.payMethod,
    channelMerchantId: trade.channelMerchantId, merchantNo: trade.merchantNo, subMerchantNo: undefined, platformOrderNo: trade.platformOrderNo,
    platformRefundOrderNo: trade.platformRefundOrderNo, bizOrderNo: trade.bizOrderNo, channelOrderNo: trade.channelOrderNo ?? '', orderDate: trade.orderDate,
    tradeAt: trade.tradeAt, clearingDay: trade.clearingDay, settleDay: trade.clearingDay, tradeCount: 1, tradeAmount: sum(trade.amount),
    settledAmount: sum(trade.amount), feeAmount: sum(24), runNo: no(8001), lineNo: 1, createdAt: noon, ...changes,
  };
}

export function aBill(changes: Partial<Bill> = {}): Bill {
  return {
    billNo: no(8101), channelMerchantId: 'CM1', clearingDay: '20260508', origin: 'download', fileNo: no(8201), fileName: '20880001_20260508.csv.zip', byteSize: 1234,
    digest: 'a'.repeat(64), receivedAt: noon, receivedBy: 'system',
    totals: {
      lineCount: 3, payments: { count: 2, amount: sum(24_000) }, refunds: { count: 1, amount: sum(-100) }, settled: sum(900_000_000_000_000), fee: sum(-7), oddCount: 0,
    }, ...changes,
  };
}

export function aRun(changes: Partial<ReconcileRun> = {}): ReconcileRun {
  return {
    runNo: no(8001), channelMerchantId: 'CM1', payChannel: 'alipay', clearingDay: '20260508', sequence: 1, billNo: no(8101), state: 'lines', linesDone: 0, lineCount: 3,
    missingAfter: undefined, figures: counted(noRunFigures, 'matched', { count: 2, amount: sum(900_000_000_000_000), settled: sum(-5), fee: sum(0) }), changes: { ...noChanges, found: 4 },
    startedAt: noon, endedAt: undefined, startedBy: 'system', cancelAskedBy: undefined, remark: '', version: 1, ...changes,
  };
}

export const anItem = (itemNo: number, changes: Partial<RunItem> = {}): RunItem =>
  ({ runNo: no(8001), itemNo, subject: `P${no(5000 + itemNo)}`, outcome: 'only-there', change: 'new', hereAmount: undefined, thereAmount: -5n, ...changes });

export function aDay(changes: Partial<ReconcileDay> = {}): ReconcileDay {
  return {
    channelMerchantId: 'CM1', clearingDay: '20260508', payChannel: 'alipay', state: 'awaiting-bill', billNo: undefined, lastRunNo: undefined, runningNo: undefined,
    runCount: 0, reconcileCount: 0, reconcileAmount: sum(0), settledAmount: sum(-1), feeAmount: sum(0), openCount: 0, waitingCount: 0, tries: 1, lastTriedAt: noon,
    lastWord: '账单尚未生成', reconciledAt: undefined, version: 1, ...changes,
  };
}

export function aDifference(changes: Partial<Difference> = {}): Difference {
  return {
    differenceNo: no(8301), channelMerchantId: 'CM1', payChannel: 'alipay', subject: `P${no(5001)}`, outcome: 'amount-differs', state: 'open', clearingDay: '20260508',
    kind: 'payment', merchantNo: 'M1', platformOrderNo: no(1), bizOrderNo: 'B-1', ownNo: no(5001), channelNo: '2026050822001', hereAmount: fen(12_000), thereAmount: fen(11_000),
    hereFee: undefined, thereFee: sum(-3), thereSettled: sum(11_000), suggestedKey: undefined, happenedAt: noon, detail: '金额不符', firstRunNo: no(8001), lastRunNo: no(8001),
    createdAt: noon, version: 1, ...changes,
  };
}

export const aNote = (changes: Partial<HandlingNote> = {}): HandlingNote =>
  ({ noteNo: no(8401), objectKind: 'difference', objectNo: no(8301), action: 'follow', note: '已联系渠道', operator: 'op-1', at: noon, ...changes });

export const aStatement = (changes: Partial<Statement> = {}): Statement =>
  ({ merchantNo: 'M1', settleDay: '20260508', kind: 'normal', fileNo: no(8501), fileName: 'M1_20260508_对账单.xlsx', byteSize: 10, digest: 'b'.repeat(64), lineCount: 2, totals: { settledAmount: sum(-3) }, createdAt: noon, ...changes });

export const aCertificate = (changes: Partial<DayCertificate> = {}): DayCertificate => ({
  day: '20260508', content: '{"day":"20260508"}', digest: 'c'.repeat(64), previousDigest: '0'.repeat(64), previousDay: undefined, signature: 'MEUCIQ==', keyName: 'platform-sm2-1', issuedAt: noon, ...changes,
});
