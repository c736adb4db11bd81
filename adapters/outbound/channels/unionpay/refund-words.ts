import { readFen, type Fen } from '../../../../domain/kernel/money.js';
import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import type { RefundReport } from '../../../../domain/refunds/refund-report.js';
import type { Fields } from './fields.js';
import { happenedAt, queryIdOf } from './payment-words.js';
import { isYuan } from './requests.js';
import { meaningOf, reasonFor } from './response-codes.js';

/** A verified word about a refund or undo. `amount` where we know what was to be given back. */
export interface RefundWord {
  readonly refundTradeNo: string;
  readonly refundTradeTime: string;
  readonly amount: Fen | undefined;
  readonly code: string;
  readonly text: string | undefined;
  readonly fields: Fields;
}

export const unknownRefund = (refundTradeNo: string, why: UnknownWhy, code?: string): RefundReport =>
  ({ kind: 'unknown', refundTradeNo, why, ...(code === undefined ? {} : { code }) });

/** The entrance's answer to a refund: 00 means accepted; a duplicate means that the earlier sending was (unionpay.md 8). */
export function refundEntrance({ refundTradeNo, code, text }: RefundWord): RefundReport {
  switch (meaningOf(code)?.class) {
    case 'done':
    case 'done-with-defect':
    case 'duplicate': return { kind: 'accepted', refundTradeNo };
    case 'not-now': return { kind: 'try-later', refundTradeNo, code };
    case 'open': return unknownRefund(refundTradeNo, 'pending', code);
    case 'slow-down': return unknownRefund(refundTradeNo, 'busy', code);
    case 'failed':
    case 'our-fault': return { kind: 'declined', refundTradeNo, reason: reasonFor(code, text), code };
    case 'charged':
    case 'not-found':
    case undefined: return unknownRefund(refundTradeNo, 'unheard-word', code);
  }
}

/** The outcome of the refund itself (origRespCode of a query, respCode of a notification). */
export function refundOutcome(word: RefundWord): RefundReport {
  const { refundTradeNo, code } = word;
  switch (meaningOf(code)?.class) {
    case 'done':
    case 'done-with-defect': return refunded(word);
    case 'not-found': return { kind: 'not-found', refundTradeNo };
    case 'not-now': return { kind: 'declined', refundTradeNo, reason: reasonFor(code, word.text), code };
    default: return refundEntrance(word);
  }
}

function refunded({ refundTradeNo, refundTradeTime, amount, fields }: RefundWord): RefundReport {
  const told = readFen(fields['txnAmt']);
  const at = happenedAt(fields, refundTradeTime);
  const fits = told.ok && isYuan(fields['currencyCode']) && (amount === undefined || told.value === amount);
  return fits && at !== undefined ? { kind: 'refunded', refundTradeNo, at, channelRefundNo: queryIdOf(fields) } : unknownRefund(refundTradeNo, 'unreadable');
}
