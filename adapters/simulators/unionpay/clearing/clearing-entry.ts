import type { Trade } from '../books/trade.js';

/** One line of a clearing file before it is written, so that faults can change it and leave the books alone. */
export interface ClearingEntry {
  readonly merId: string;
  readonly orderId: string;
  readonly queryId: string;
  readonly txnType: string;
  readonly txnSubType: string;
  readonly bizType: string;
  readonly channelType: string;
  readonly termId: string;
  readonly traceNo: string;
  readonly atMs: number;
  readonly amountFen: bigint;
  /** Taken from the merchant for a payment, given back to it for a refund or undo. */
  readonly feeFen: bigint;
  readonly original: { readonly orderId: string; readonly queryId: string; readonly traceNo: string; readonly atMs: number } | undefined;
  /** Columns 31 and 35: Chinese, so that a reader which counts characters is found out. */
  readonly shopName: string;
  readonly remark: string;
}

export const shopName = '模拟银联商户（收款专用）';

/** Whether a trade moved money: a reversed consume never did, an undone one did and has its undo beside it. */
export const isCleared = ({ state }: Trade): boolean => state === 'success' || state === 'undone';

export function entryOf(trade: Trade): ClearingEntry {
  const { original } = trade;
  return {
    merId: trade.merId, orderId: trade.orderId, queryId: trade.queryId, txnType: trade.txnType, txnSubType: trade.txnSubType, bizType: trade.bizType,
    channelType: trade.channelType, termId: trade.termId, traceNo: trade.traceNo, atMs: trade.decidedAtMs ?? trade.acceptedAtMs,
    amountFen: trade.amountFen, feeFen: trade.feeFen,
    original: original && { orderId: original.orderId, queryId: original.queryId, traceNo: original.traceNo, atMs: original.decidedAtMs ?? original.acceptedAtMs },
    shopName, remark: trade.reqReserved === '' ? trade.commodityName || '自定义域' : trade.reqReserved,
  };
}
