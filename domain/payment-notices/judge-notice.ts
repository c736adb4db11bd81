import { businessDay, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { checkContent, type NoticeState, type PaymentNotice } from './payment-notice.js';
import type { ConfirmReport, NoticeReport } from './province-report.js';

export type PayRefusal =
  | { readonly code: 'does-not-add-up' }
  | { readonly code: 'not-payable'; readonly state: NoticeState }
  | { readonly code: 'expired'; readonly validUntil: BusinessDay }
  | { readonly code: 'amount-differs'; readonly expected: Fen };

/** Whether a notice, as the province shows it now, may be paid with `amount` (late fee included). Asked before every payment. */
export function mayBePaid(notice: PaymentNotice, amount: Fen, now: EpochMs): Result<undefined, PayRefusal> {
  if (notice.state === 'expired') return refuse({ code: 'expired', validUntil: notice.validUntil });
  if (notice.state !== 'unpaid') return refuse({ code: 'not-payable', state: notice.state });
  if (businessDay(now) > notice.validUntil) return refuse({ code: 'expired', validUntil: notice.validUntil });
  if (!checkContent(notice).ok) return refuse({ code: 'does-not-add-up' });
  return amount === notice.totalAmount ? ok(undefined) : refuse({ code: 'amount-differs', expected: notice.totalAmount });
}

/** One payment, as far as its confirmation is concerned. */
export interface PaymentToName { readonly payCode: string; readonly serialNo: string; readonly amount: Fen }

/**
 * What a look at the notice says about a confirmation that the province calls done already. One payment is one (payCode, serialNo): the
 * same serial number is our own earlier success, any other is somebody else's payment.
 */
export function confirmationMeaning(payment: PaymentToName, found: NoticeReport): ConfirmReport {
  if (found.kind === 'unknown') return found;
  if (found.kind === 'not-found') return { kind: 'unknown', why: 'pending' };
  const { notice } = found;
  if (notice.payCode !== payment.payCode) return { kind: 'unknown', why: 'unreadable' };
  // A refunded notice was paid too; by whom still decides.
  if (notice.confirmation === undefined || !['paid', 'refunded'].includes(notice.state)) return { kind: 'unknown', why: 'pending' };
  return { kind: notice.confirmation.serialNo === payment.serialNo ? 'confirmed-before' : 'paid-by-other', confirmation: notice.confirmation };
}
