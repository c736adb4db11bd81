import { refundCallback } from '../../domain/callbacks/news.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { refundMessages, type Refund } from '../../domain/refunds/refund.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { auditRefund } from './request-refund.js';

export interface Review { readonly refundNo: string; readonly account: string; readonly decision: 'approve' | 'reject'; readonly remark: string; readonly address: string }
export type ReviewRefusal = 'no-such-refund' | 'not-waiting' | 'own-request';

/** 同意退款 / 驳回退款 (1.1.3.2.1-c, -d): a second account decides; whoever asked cannot (design 4.6, RFD-01). */
export class ReviewRefund {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  async run(review: Review): Promise<Result<Refund, ReviewRefusal>> {
    const known = await this.#unitOfWork.read(({ refunds }) => refunds.byNo(review.refundNo));
    if (!known) return refuse('no-such-refund');
    return this.#unitOfWork.run(async (stores): Promise<Result<Refund, ReviewRefusal>> => {
      await stores.orders.take(known.platformOrderNo);
      const refund = await stores.refunds.byNo(review.refundNo);
      if (refund?.approvalState !== 'pending' || refund.state !== 'requested') return refuse('not-waiting');
      if (refund.requestedBy === review.account) return refuse('own-request');
      const now = this.#clock.now();
      const decided = review.decision === 'approve'
        ? { ...refund, approvalState: 'approved' as const, state: 'refunding' as const, stateMsg: refundMessages.refunding }
        : { ...refund, approvalState: 'rejected' as const, state: 'failed' as const, stateMsg: review.remark === '' ? '退款申请被驳回' : review.remark };
      const reviewed: Refund = { ...decided, approvedBy: review.account, approvalRemark: review.remark === '' ? undefined : review.remark };
      await stores.refunds.put(reviewed);
      if (reviewed.state === 'refunding') await stores.outbox.enqueue({ topic: 'work-refund', key: refund.platformRefundOrderNo, dueAt: now });
      // A rejected refund ends as 3 with the remark as text (1.1.7.1.3-c).
      const callback = reviewed.state === 'failed' ? refundCallback(reviewed, now) : undefined;
      if (callback && await stores.callbacks.add(callback) === 'added') await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
      await auditRefund(stores, { entryId: this.#ids.next(), at: now, actor: { kind: 'operator', code: review.account, address: review.address }, action: `refund.${review.decision}`, description: review.decision === 'approve' ? '同意退款' : '驳回退款', requestId: undefined }, reviewed);
      return ok(reviewed);
    });
  }
}
