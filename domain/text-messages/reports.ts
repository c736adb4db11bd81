import type { EpochMs } from '../kernel/china-time.js';

/** What became of handing a text to the platform, in our words. */
export type SubmitReport =
  /** Accepted, not delivered. */
  | { readonly kind: 'submitted'; readonly groupNo: string }
  /** A definite no. `retryable`: the same text may be taken later. */
  | { readonly kind: 'refused'; readonly code: string; readonly retryable: boolean }
  /** The request never left us, so that sending again cannot double anything. */
  | { readonly kind: 'not-sent'; readonly why: string }
  /** It may have been taken: no reply, or none that could be understood. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What became of a text on its way to the phone. `at`: by the platform's clock, where it says so. */
export type DeliveryReport =
  | { readonly kind: 'delivered'; readonly at: EpochMs | undefined }
  | { readonly kind: 'failed'; readonly code: string; readonly at: EpochMs | undefined }
  /** Nothing definite: still on its way, or a word never heard before. */
  | { readonly kind: 'no-word'; readonly code: string | undefined };

/** A report and the text it speaks of. */
export interface ReportAbout {
  readonly groupNo: string;
  /** As `readMobile` gives it. */
  readonly phone: string;
  readonly report: DeliveryReport;
}

/** A text that a phone sent to us. */
export interface InboundText {
  readonly phone: string;
  readonly content: string;
  readonly sentAt: EpochMs | undefined;
  /** Extension of the access number that it was sent to. */
  readonly extension: string;
}
