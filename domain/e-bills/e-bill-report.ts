import type { Fen, FenSum } from '../kernel/money.js';
import type { UnknownWhy } from '../payments/channel-report.js';
import type { EBillReversal, IssuedEBill } from './e-bill.js';

/** No answer that could be believed. Never a failure. */
export interface EBillUnknown { readonly kind: 'unknown'; readonly why: UnknownWhy; readonly code?: string }

/** A definite no: `code` is the bill system's, `text` its reason for a person. */
export interface EBillRefused { readonly kind: 'refused'; readonly code: string; readonly text: string }

/** An e-bill as the bill system has it. */
export interface FoundEBill extends IssuedEBill {
  readonly busNo: string;
  readonly amount: Fen;
  readonly standing: EBillStanding;
}

export type EBillStanding = 'normal' | 'void' | 'reversed';

/** What the bill system told us about one try to issue. */
export type IssueReport =
  /** `amount` only where the answer repeats it. */
  | { readonly kind: 'issued'; readonly busNo: string; readonly bill: IssuedEBill; readonly amount: Fen | undefined }
  /** There is one under this busNo already: an earlier try, or not ours (compare the amount). */
  | { readonly kind: 'exists'; readonly busNo: string; readonly bill: FoundEBill }
  | EBillRefused
  /** Not issued: no numbers are left of this kind. */
  | { readonly kind: 'stock-exhausted'; readonly code: string; readonly text: string }
  | EBillUnknown;

export type FindReport =
  /** At least one; more than one only for a busNo that was used again. */
  | { readonly kind: 'found'; readonly bills: readonly FoundEBill[] }
  /** The bill system said that there is none. */
  | { readonly kind: 'not-found' }
  | EBillUnknown;

export type ReverseReport =
  | { readonly kind: 'reversed'; readonly reversal: EBillReversal }
  /** By an earlier try whose answer was lost, or by somebody else. */
  | { readonly kind: 'reversed-before' }
  | EBillRefused
  | EBillUnknown;

export type PageReport =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'not-found' }
  | EBillRefused
  | EBillUnknown;

export type DayTotalsReport =
  | { readonly kind: 'totals'; readonly count: number; readonly amount: FenSum }
  | EBillUnknown;

export type DayListReport =
  /** `total`: bills of the whole day. */
  | { readonly kind: 'page'; readonly total: number; readonly bills: readonly FoundEBill[] }
  | EBillUnknown;
