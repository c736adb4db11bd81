import type { TradeBook } from './trade-book.js';
import { refundedFen, type Trade } from './trade.js';

function row(trade: Trade): Readonly<Record<string, unknown>> {
  return {
    outTradeNo: trade.outTradeNo, tradeNo: trade.tradeNo, appId: trade.appId, sellerId: trade.sellerId, product: trade.product, subject: trade.subject,
    state: trade.state, totalFen: String(trade.totalFen), refundedFen: String(refundedFen(trade)),
    createdAt: trade.createdAt, paidAt: trade.paidAt ?? null, closedAt: trade.closedAt ?? null,
    refunds: trade.refunds.map(({ outRequestNo, amountFen, at }) => ({ outRequestNo, amountFen: String(amountFen), at })),
  };
}

/** What Alipay's own ledger says: amounts as decimal strings of fen, times as epoch ms. */
export function booksOf(book: TradeBook): Readonly<Record<string, unknown>> {
  const trades = book.all();
  const paid = trades.filter((trade) => trade.paidAt !== undefined);
  return {
    trades: trades.map(row),
    paidFen: String(paid.reduce((sum, trade) => sum + trade.totalFen, 0n)),
    refundedFen: String(trades.reduce((sum, trade) => sum + refundedFen(trade), 0n)),
  };
}
