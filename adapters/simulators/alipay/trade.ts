export type TradeState = 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_CLOSED' | 'TRADE_FINISHED';
export type Product = 'page' | 'wap' | 'barcode';

/** What a merchant ordered, before or after a trade exists for it. */
export interface TradeOrder {
  readonly appId: string;
  readonly sellerId: string;
  readonly outTradeNo: string;
  readonly product: Product;
  readonly totalFen: bigint;
  readonly subject: string;
  readonly body?: string;
  readonly passbackParams?: string;
  /** Epoch ms at which an unpaid trade closes. */
  readonly expiresAt: number;
  readonly notifyUrl?: string;
  readonly returnUrl?: string;
  readonly quitUrl?: string;
}

export interface TradeRefund {
  readonly outRequestNo: string;
  readonly amountFen: bigint;
  readonly reason?: string;
  readonly at: number;
}

export interface Trade extends TradeOrder {
  readonly tradeNo: string;
  readonly state: TradeState;
  readonly buyerId: string;
  readonly buyerLogonId: string;
  readonly createdAt: number;
  readonly paidAt?: number;
  readonly closedAt?: number;
  readonly refunds: readonly TradeRefund[];
}

export function refundedFen(trade: Trade): bigint {
  return trade.refunds.reduce((sum, refund) => sum + refund.amountFen, 0n);
}

/** Alipay compares amount and subject when an out_trade_no comes again (ACQ.CONTEXT_INCONSISTENT). */
export function sameOrder(left: TradeOrder, right: TradeOrder): boolean {
  return left.totalFen === right.totalFen && left.subject === right.subject && left.product === right.product;
}
