import type { UnionPayAccount } from './account.js';
import type { UnionPayNeeds } from './needs.js';
import { meaningOf } from './response-codes.js';

/** A6 is a success with a defect: booked like any success, and named so that reconciliation looks at it (unionpay.md 6). */
export function noteDefect(needs: UnionPayNeeds, account: UnionPayAccount, orderId: string, code: string): void {
  if (meaningOf(code)?.class === 'done-with-defect') {
    needs.journal.warn('unionpay-success-with-defect', { channelMerchantId: account.channelMerchantId, orderId, code });
  }
}
