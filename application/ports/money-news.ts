import type { ChannelReport } from '../../domain/payments/channel-report.js';
import type { RefundReport } from '../../domain/refunds/refund-report.js';

/** The one door for news about money, seen by whoever reads bills (design 4.1). */
export interface MoneyNews {
  /** False when the attempt is not ours. */
  payment(report: ChannelReport): Promise<boolean>;
  refund(platformRefundOrderNo: string, platformOrderNo: string, report: RefundReport): Promise<void>;
}
