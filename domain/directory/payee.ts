import type { EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';

/** One part receiver of a combined order (合单支付). */
export interface SubMerchant { readonly subMerchantNo: string; readonly subMerchantName: string; readonly enabled: boolean }

/** 执收单位 under which the provincial non-tax system knows a payee. */
export interface PayeeUnit { readonly code: string; readonly name: string }

/**
 * What a refund of money needs whose payment notice the province has confirmed. `direct-until-settled`: nothing until the money is settled (the province
 * is told), afterwards the province's approval number; `direct`: nothing; `by-approval`: always the number (province-nontax.md 5.7).
 */
export type SlipRefundPolicy = 'direct-until-settled' | 'direct' | 'by-approval';

/** 收款单位: the unit that collects the money. `merchantNo` is its code on the wire. */
export interface Payee {
  readonly merchantNo: string;
  readonly payeeName: string;
  /** The institution it belongs to, at most one; undefined: none, so that no portal shows it. */
  readonly institutionNo: string | undefined;
  readonly regionCode: string | undefined;
  /** Undefined only of payees from before industries were kept (1.1.6.1.3-i). */
  readonly industryCode: string | undefined;
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
  /** Undefined: collects no non-tax revenue, so that its orders carry no nontaxInfo. */
  readonly chargingUnit: PayeeUnit | undefined;
  /** The payment notice must be there before anybody may pay (design 4.9). */
  readonly isNoticeFirst: boolean;
  readonly slipRefundPolicy: SlipRefundPolicy;
  readonly remark: string;
  /** Undefined: made before that was written down. */
  readonly createdAt: EpochMs | undefined;
  readonly version: number;
}
