import type { Developer } from '../../domain/directory/developer.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import type { Payee } from '../../domain/directory/payee.js';
import type { Order } from '../../domain/payments/order.js';
import { refundedAmount } from '../../domain/refunds/refund.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { Directory } from '../ports/directory.js';
import type { PaidOrdersQuery, UnitOfWork } from '../ports/unit-of-work.js';

export interface PaidOrder { readonly order: Order; readonly payee: Payee | undefined; readonly refunded: Fen; readonly eBills: readonly OrderEBill[] }
export interface PaidOrdersPage { readonly rows: readonly PaidOrder[]; readonly next: PaidOrdersQuery['before'] }

/** 用户类接口: paid orders of one userId among the calling developer's own (GOAL-2-d, `epay-user.order.list`). */
export class ListPaidOrders {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Directory;

  constructor(unitOfWork: UnitOfWork, directory: Directory) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
  }

  async run(developer: Developer, asked: Omit<PaidOrdersQuery, 'devId' | 'merchantNos'> & { readonly merchantNo: string | undefined }): Promise<PaidOrdersPage> {
    const { merchantNo, ...query } = asked;
    const merchantNos = merchantNo === undefined ? developer.merchantNos : developer.merchantNos.filter((one) => one === merchantNo);
    const found = await this.#unitOfWork.read(async ({ orders, refunds, eBills }) => {
      const page = await orders.paidOfUser({ ...query, devId: developer.devId, merchantNos, limit: query.limit + 1 });
      const bills = await eBills.ofOrders(page.map(({ platformOrderNo }) => platformOrderNo));
      return Promise.all(page.map(async (order) => ({
        order, eBills: bills.filter(({ platformOrderNo }) => platformOrderNo === order.platformOrderNo), refunded: refundedAmount((await refunds.ofOrder(order.platformOrderNo)).filter((refund) => refund.attemptNo === order.paidAttemptNo)),
      })));
    });
    const rows = await Promise.all(found.slice(0, query.limit).map(async (row) => ({ ...row, payee: await this.#directory.payee(row.order.merchantNo) })));
    const last = found.length > query.limit ? rows.at(-1)?.order : undefined;
    return { rows, next: last && { createdAt: last.createdAt, platformOrderNo: last.platformOrderNo } };
  }
}
