import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { maskName } from '../../domain/kernel/personal-data.js';
import type { Directory } from '../ports/directory.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** What the page of one e-bill shows; the payer's name masked, nothing else of the payer. */
export interface OpenedEBill { readonly bill: Omit<OrderEBill, 'payer'>; readonly payeeName: string; readonly payer: string; readonly orderTitle: string }

/** Whoever holds the page's token sees the bill, as with the bill system's own page. */
export class OpenEBill {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Pick<Directory, 'payee'>;

  constructor(unitOfWork: UnitOfWork, directory: Pick<Directory, 'payee'>) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
  }

  async run(pageToken: string): Promise<OpenedEBill | undefined> {
    const found = await this.#unitOfWork.read(async ({ eBills, orders }) => {
      const bill = await eBills.byPageToken(pageToken);
      return bill && { bill, order: await orders.byNo(bill.platformOrderNo) };
    });
    if (!found) return undefined;
    const { payer, ...bill } = found.bill;
    return { bill, payeeName: (await this.#directory.payee(bill.merchantNo))?.payeeName ?? bill.merchantNo, payer: maskName(payer.name), orderTitle: found.order?.orderTitle ?? '' };
  }
}
