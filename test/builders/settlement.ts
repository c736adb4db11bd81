import { fen, type FenSum } from '../../domain/kernel/money.js';
import type { BillLine } from '../../domain/reconciliation/bill-line.js';
import type { Trade } from '../../domain/settlement/trade.js';
import { no, noon } from './moments.js';
import { attemptNo, orderNo } from './payments.js';

/** A payment of 120 yuan by Alipay, booked and expected in the bill of 8 May 2026. */
export function aTrade(changes: Partial<Trade> = {}): Trade {
  return {
    tradeKey: `P${attemptNo}`, kind: 'payment', purpose: 'order', platformOrderNo: orderNo, attemptNo, platformRefundOrderNo: undefined, devId: 'D1', merchantNo: 'M1',
    bizOrderNo: 'B1', orderDate: '20260508', payChannel: 'alipay', payMethod: 'pc', channelMerchantId: 'CM-ALI', channelOrderNo: 'TRADE-1', orderAmount: fen(12_000),
    amount: fen(12_000), channelDiscountAmount: fen(0), shares: [], tradeAt: noon, clearingDay: '20260508', settleState: 'open', settledDay: undefined, seenRunNo: undefined,
    createdAt: noon, ...changes,
  };
}

/** The bill's line of `aTrade`, with a fee of 0.6 %. */
export function aBillLine(changes: Partial<BillLine> = {}): BillLine {
  return {
    lineNo: 1, kind: 'payment', ownNo: attemptNo, channelNo: 'TRADE-1', amount: fen(12_000), settled: 12_000n as FenSum, fee: 72n as FenSum, at: noon, ...changes,
  };
}

export const runNo = no(7001);
