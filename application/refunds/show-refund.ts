import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import { mayBeLostOfDay } from '../../domain/recovery/recovery-mark.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface RefundName { readonly merchantNo: string; readonly bizRefundOrderNo: string | undefined; readonly platformRefundOrderNo: string | undefined; readonly refundOrderDate: string }

/** Finds one of a developer's own refunds (1.1.7.1.3-b). Both numbers given must fit the same refund; a rule's refund is the developer's only where it was called back. */
export class ShowRefund {
  readonly #unitOfWork: UnitOfWork;

  constructor(unitOfWork: UnitOfWork) {
    this.#unitOfWork = unitOfWork;
  }

  /** `in-doubt`: not here, but after a restore it may be one that was lost (BAK-03). */
  async run(developer: Developer, name: RefundName): Promise<Refund | 'in-doubt' | undefined> {
    if (!mayActFor(developer, name.merchantNo)) return undefined;
    const found = await this.#find(developer, name);
    if (found) return found;
    const mark = await this.#unitOfWork.read(({ recovery }) => recovery.mark());
    return mayBeLostOfDay(mark, 'refunds', name.refundOrderDate) ? 'in-doubt' : undefined;
  }

  async #find(developer: Developer, name: RefundName): Promise<Refund | undefined> {
    const refund = await this.#unitOfWork.read(async ({ refunds }) => {
      if (name.platformRefundOrderNo !== undefined) return refunds.byNo(name.platformRefundOrderNo);
      return name.bizRefundOrderNo === undefined ? undefined : refunds.byBizNo(developer.devId, name.merchantNo, name.bizRefundOrderNo);
    });
    if (!refund || refund.devId !== developer.devId || refund.merchantNo !== name.merchantNo || (refund.origin === 'rule' && refund.notifyUrl === undefined)) return undefined;
    if (name.bizRefundOrderNo !== undefined && refund.bizRefundOrderNo !== name.bizRefundOrderNo) return undefined;
    return refund.refundOrderDate === name.refundOrderDate ? refund : undefined;
  }
}
