import type { Fen } from '../kernel/money.js';

/** One part receiver of a combined order (合单支付). */
export interface SubMerchant { readonly subMerchantNo: string; readonly subMerchantName: string; readonly enabled: boolean }

/** 收款单位: the unit that collects the money. `merchantNo` is its code on the wire. */
export interface Payee {
  readonly merchantNo: string;
  readonly payeeName: string;
  readonly institutionNo: string;
  readonly regionCode: string | undefined;
  readonly enabled: boolean;
  /** Used where an order names no notifyUrl. */
  readonly payNotifyUrl: string | undefined;
  readonly refundNotifyUrl: string | undefined;
  readonly defaultReturnUrl: string | undefined;
  /** Every refund waits for a second person (1.1.2.2.1; default off). */
  readonly refundReviewRequired: boolean;
  /** Refunds above this amount wait although the switch is off. */
  readonly refundReviewAbove: Fen | undefined;
  /** Also call back states 3 and 4 (1.1.7.1.2-f). */
  readonly callbackOnFailedOrClosed: boolean;
  /** A repeat payment is refunded without a person asking for it. */
  readonly repeatRefundByRule: boolean;
  readonly subMerchants: readonly SubMerchant[];
  readonly version: number;
}
