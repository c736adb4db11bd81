import type { EpochMs } from '../kernel/china-time.js';
import type { NotAskedWhy, UnknownWhy } from '../payments/channel-report.js';

/** What a channel told us about one refund, in our words. */
export type RefundReport =
  | { readonly kind: 'refunded'; readonly refundTradeNo: string; readonly at: EpochMs; readonly channelRefundNo: string | undefined }
  /** Taken in; the result comes later by message or query. */
  | { readonly kind: 'accepted'; readonly refundTradeNo: string }
  | { readonly kind: 'declined'; readonly refundTradeNo: string; readonly reason: string; readonly code: string }
  /** Not executed now, may be sent again under the same number (balance short, busy at the entrance). */
  | { readonly kind: 'try-later'; readonly refundTradeNo: string; readonly code: string }
  /** The channel has no such refund (yet). */
  | { readonly kind: 'not-found'; readonly refundTradeNo: string }
  | { readonly kind: 'unknown'; readonly refundTradeNo: string; readonly why: UnknownWhy | NotAskedWhy; readonly code?: string };
