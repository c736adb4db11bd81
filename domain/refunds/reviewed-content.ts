import type { Refund } from './refund.js';

type Text = string | undefined;
/** What of a refund a person sees who decides about it. */
export interface Reviewed extends Pick<Refund, 'platformRefundOrderNo' | 'platformOrderNo' | 'merchantNo' | 'attemptNo'> {
  readonly refundAmount: bigint;
  readonly refundTitle: Text; readonly refundReason: Text; readonly nontaxRefundRef: Text;
}

/** The same in one text: a decision names its digest, and counts only while the refund still says this (RFD-01). */
export const reviewedContent = (refund: Reviewed): string => JSON.stringify([
  refund.platformRefundOrderNo, refund.platformOrderNo, refund.merchantNo, refund.attemptNo, refund.refundAmount.toString(), refund.refundTitle ?? '', refund.refundReason ?? '', refund.nontaxRefundRef ?? '',
]);
