import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';
import type { UnknownWhy } from '../payments/channel-report.js';
import type { NoticeConfirmation, NoticeState, PaymentNotice } from './payment-notice.js';

/** No answer that could be believed, or a code nobody has listed. Never a refusal: the province may have acted. */
export interface ProvinceUnknown { readonly kind: 'unknown'; readonly why: UnknownWhy; readonly code?: string }

/** The province said a definite no. `code` is its own, `reason` its text for people. */
export interface ProvinceRefused { readonly kind: 'refused'; readonly code: string; readonly reason: string }

export interface NoticeIssued {
  readonly kind: 'issued';
  readonly payCode: string;
  readonly checkCode: string | undefined;
  /** Number of the electronic slip, where the province gives one. */
  readonly eBookNo: string | undefined;
  /** Where it can be paid by scanning, where the province gives that. */
  readonly payUrl: string | undefined;
  readonly state: NoticeState;
  readonly validUntil: BusinessDay;
}

export type IssueReport = NoticeIssued | ProvinceRefused | ProvinceUnknown;

export type NoticeReport =
  | { readonly kind: 'found'; readonly notice: PaymentNotice }
  /** A definite answer: the province has no such notice. */
  | { readonly kind: 'not-found' }
  | ProvinceUnknown;

export type PushReport = { readonly kind: 'accepted'; readonly payUrl: string | undefined } | ProvinceRefused | ProvinceUnknown;

export type ConfirmReport =
  | { readonly kind: 'confirmed'; readonly confirmCode: string }
  /** Done earlier by the same payment: as good as `confirmed`. */
  | { readonly kind: 'confirmed-before'; readonly confirmation: NoticeConfirmation }
  /** Another payment has settled the notice: ours is a second one and goes back (重复缴款). It is never confirmed. */
  | { readonly kind: 'paid-by-other'; readonly confirmation: NoticeConfirmation }
  | ProvinceRefused
  | ProvinceUnknown;

export type VoidReport =
  /** Cannot be paid any more, whether voided now or before. */
  | { readonly kind: 'voided' }
  | { readonly kind: 'not-found' }
  /** Somebody has paid it: ask what. */
  | { readonly kind: 'paid' }
  | ProvinceRefused
  | ProvinceUnknown;

/** The province says that a notice was paid, by us or in another channel. */
export interface NoticePaid {
  readonly payCode: string;
  readonly serialNo: string;
  readonly amount: Fen;
  readonly paidAt: EpochMs;
  /** The province's own words for the channel and the system; kept as they came. */
  readonly paymentChannel: string;
  readonly sourceSystem: string;
}

/** One payment as the province's statement tells it. */
export interface NoticeLine {
  readonly payCode: string;
  readonly serialNo: string;
  readonly unitCode: string;
  readonly amount: Fen;
  readonly confirmedAt: EpochMs;
  readonly paymentChannel: string;
  readonly state: NoticeState;
}
