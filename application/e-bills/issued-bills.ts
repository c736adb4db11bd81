import type { IssuedBillNews } from '../../domain/text-messages/texts-of-order.js';
import type { IssuedBills } from '../ports/issued-bills.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** What texts and personal bills know of e-bills: those that stand as issued now. */
export class BillsThatStand implements IssuedBills {
  readonly #unitOfWork: UnitOfWork;

  constructor(unitOfWork: UnitOfWork) {
    this.#unitOfWork = unitOfWork;
  }

  async ofOrder(platformOrderNo: string): Promise<readonly IssuedBillNews[]> {
    const bills = await this.#unitOfWork.read(({ eBills }) => eBills.ofOrder(platformOrderNo));
    return bills.flatMap(({ state, issued, payCode }) => (state === 'issued' && issued ? [{ eBillCode: issued.eBillCode, eBillNo: issued.eBillNo, payCode, issuedAt: issued.issuedAt }] : []));
  }
}
