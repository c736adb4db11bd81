import type { SlipRefundPolicy } from '../directory/payee.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { NoticeRecord } from './notice-record.js';

export interface SlipRefundCase {
  readonly policy: SlipRefundPolicy;
  /** The notice of the order whose money is asked back. */
  readonly record: Pick<NoticeRecord, 'step'> | undefined;
  /** The channel's bill has had the payment. */
  readonly isSettled: boolean;
  /** Number of the province's approval (退付). */
  readonly nontaxRefundRef: string | undefined;
}

/** Why the province's number is needed: the money is settled, or the payee wants it for whatever is confirmed. */
export type SlipRefundRefusal = 'slip-settled' | 'slip-confirmed';
/** What business systems and operators read. */
export const slipRefusalWords: Readonly<Record<SlipRefundRefusal, string>> = {
  'slip-settled': '款项已结算，退款须填非税退付批准文号', 'slip-confirmed': '缴款书已确认，退款须填非税退付批准文号',
};

/**
 * Whether money may go back by the channel whose notice the province has confirmed (province-nontax.md 5.7). Of a notice that is not confirmed, or that somebody
 * else paid, the money is nobody's revenue yet and goes back like any other.
 */
export function mayRefundSlip({ policy, record, isSettled, nontaxRefundRef }: SlipRefundCase): Result<undefined, SlipRefundRefusal> {
  if (record?.step !== 'confirmed' || nontaxRefundRef !== undefined || policy === 'direct') return ok(undefined);
  if (policy === 'direct-until-settled') return isSettled ? refuse('slip-settled') : ok(undefined);
  return refuse('slip-confirmed');
}
