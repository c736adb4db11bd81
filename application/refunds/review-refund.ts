import { refundCallback } from '../../domain/callbacks/news.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { ActingFrom } from '../../domain/operators/acting.js';
import { refusedEntry } from '../../domain/operators/refused-deed.js';
import type { SlipRefundRefusal } from '../../domain/payment-notices/slip-refund.js';
import { isNontaxRefundRef } from '../../domain/refunds/nontax-refund-ref.js';
import { refundMessages, type Refund } from '../../domain/refunds/refund.js';
import { reviewedContent } from '../../domain/refunds/reviewed-content.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';
import { auditRefund } from './request-refund.js';
import { slipAllows } from './slip-allows.js';

export interface Review {
  readonly refundNo: string; readonly account: string; readonly decision: 'approve' | 'reject'; readonly remark: string; readonly address: string;
  /** 非税退付批准文号 that the approving person enters; it replaces the business system's. */
  readonly nontaxRefundRef?: string;
  /** Digest of what that person saw (`reviewedContent`): a refund that says something else by now is not decided. */
  readonly shown?: string;
  readonly requestId?: string;
}
/** `slip-…` (words in slipRefusalWords): the refund keeps waiting, for a no or for the number. `ref-malformed`: too long, empty or not to be shown. */
export type ReviewRefusal = 'no-such-refund' | 'not-waiting' | 'own-request' | 'ref-malformed' | 'changed-meanwhile' | SlipRefundRefusal;

const deeds = { approve: { action: 'refund.approve', description: '同意退款' }, reject: { action: 'refund.reject', description: '驳回退款' } } as const;
const actingIn = ({ account, address, requestId }: Review): ActingFrom => ({ by: { operatorNo: account }, address, requestId });

/**
 * 同意退款 / 驳回退款 (1.1.3.2.1-c, -d): a second account decides; whoever asked cannot (design 4.6, RFD-01). Days may have gone by since it was asked, so an
 * approval asks the payee's policy about confirmed payment notices once more.
 */
export class ReviewRefund {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Pick<Directory, 'payee'>;
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #vault: Pick<Vault, 'blindIndexes'>;

  constructor(unitOfWork: UnitOfWork, directory: Pick<Directory, 'payee'>, ids: Ids, clock: Clock, vault: Pick<Vault, 'blindIndexes'>) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#ids = ids;
    this.#clock = clock;
    this.#vault = vault;
  }

  async run(review: Review): Promise<Result<Refund, ReviewRefusal>> {
    const isApproval = review.decision === 'approve';
    const entered = isApproval ? review.nontaxRefundRef?.trim() : undefined;
    if (entered !== undefined && !isNontaxRefundRef(entered)) return refuse('ref-malformed');
    const known = await this.#unitOfWork.read(({ refunds }) => refunds.byNo(review.refundNo));
    if (!known) return refuse('no-such-refund');
    const payee = await this.#directory.payee(known.merchantNo);
    return this.#unitOfWork.run(async (stores): Promise<Result<Refund, ReviewRefusal>> => {
      const order = await stores.orders.take(known.platformOrderNo);
      const found = await stores.refunds.byNo(review.refundNo);
      if (found?.approvalState !== 'pending' || found.state !== 'requested') return refuse('not-waiting');
      const refund: Refund = entered === undefined ? found : { ...found, nontaxRefundRef: entered };
      if (refund.requestedBy === review.account) {
        await stores.audit.append(refusedEntry(this.#ids.next(), this.#clock.now(), actingIn(review), { ...deeds[review.decision], objectKind: 'refund', objectNo: review.refundNo }, 'own-request'));
        return refuse('own-request');
      }
      if (review.shown !== undefined && !this.#vault.blindIndexes('pay_refund.reviewed', reviewedContent(found)).includes(review.shown)) return refuse('changed-meanwhile');
      if (isApproval) {
        if (!order || !payee) throw new Error(`refund ${review.refundNo} has lost its order or payee`);
        const slip = await slipAllows(stores, order, payee, refund);
        if (!slip.ok) return slip;
      }
      const now = this.#clock.now();
      const decided = isApproval
        ? { ...refund, approvalState: 'approved' as const, state: 'refunding' as const, stateMsg: refundMessages.refunding }
        : { ...refund, approvalState: 'rejected' as const, state: 'failed' as const, stateMsg: review.remark === '' ? '退款申请被驳回' : review.remark };
      const reviewed: Refund = { ...decided, approvedBy: review.account, approvalRemark: review.remark === '' ? undefined : review.remark };
      await stores.refunds.put(reviewed);
      if (reviewed.state === 'refunding') await stores.outbox.enqueue({ topic: 'work-refund', key: refund.platformRefundOrderNo, dueAt: now });
      // A rejected refund ends as 3 with the remark as text (1.1.7.1.3-c).
      const callback = reviewed.state === 'failed' ? refundCallback(reviewed, now) : undefined;
      if (callback && await stores.callbacks.add(callback) === 'added') await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
      await auditRefund(stores, { entryId: this.#ids.next(), at: now, actor: { kind: 'operator', code: review.account, address: review.address }, ...deeds[review.decision], requestId: review.requestId }, reviewed);
      return ok(reviewed);
    });
  }
}
