import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { nontaxInfoOf } from '../../domain/payments/nontax-info.js';
import type { Readers, UnitOfWork } from '../ports/unit-of-work.js';

export interface EBillName {
  readonly merchantNo: string; readonly bizOrderNo: string | undefined; readonly platformOrderNo: string | undefined;
  readonly eBillCode: string | undefined; readonly eBillNo: string | undefined;
}

export type ShowRefusal = 'no-permission' | 'order-unknown' | 'bill-unknown' | 'not-wanted' | 'not-ready';

/** E-bills by order, or by code and number, among a developer's own orders; those of others are "not found" (ISO-03). Asks nobody outside. */
export class ShowEBills {
  readonly #unitOfWork: UnitOfWork;

  constructor(unitOfWork: UnitOfWork) {
    this.#unitOfWork = unitOfWork;
  }

  async run(developer: Developer, name: EBillName): Promise<Result<readonly OrderEBill[], ShowRefusal>> {
    if (!mayActFor(developer, name.merchantNo)) return refuse('no-permission');
    return this.#unitOfWork.read(async (readers) => {
      const found = name.bizOrderNo === undefined && name.platformOrderNo === undefined ? await this.#byNumbers(readers, developer, name) : await this.#ofOrder(readers, developer, name);
      if (!found.ok || name.eBillCode === undefined) return found;
      const named = found.value.filter(({ issued }) => issued?.eBillCode === name.eBillCode && issued?.eBillNo === name.eBillNo);
      return named.length > 0 ? ok(named) : refuse('bill-unknown');
    });
  }

  async #byNumbers({ eBills }: Readers, { devId }: Developer, { merchantNo, eBillCode, eBillNo }: EBillName): Promise<Result<readonly OrderEBill[], ShowRefusal>> {
    const bills = eBillCode === undefined || eBillNo === undefined ? [] : await eBills.byNumbers(eBillCode, eBillNo);
    return ok(bills.filter((bill) => bill.devId === devId && bill.merchantNo === merchantNo));
  }

  async #ofOrder({ orders, eBills }: Readers, { devId }: Developer, name: EBillName): Promise<Result<readonly OrderEBill[], ShowRefusal>> {
    const { merchantNo, bizOrderNo, platformOrderNo } = name;
    const order = platformOrderNo !== undefined ? await orders.byNo(platformOrderNo) : bizOrderNo === undefined ? undefined : await orders.byBizNo(devId, merchantNo, bizOrderNo);
    if (!order || order.devId !== devId || order.merchantNo !== merchantNo || (bizOrderNo !== undefined && order.bizOrderNo !== bizOrderNo)) return refuse('order-unknown');
    const bills = await eBills.ofOrder(order.platformOrderNo);
    if (bills.length > 0) return ok(bills);
    return refuse(nontaxInfoOf(order)?.isEBillWanted === true ? 'not-ready' : 'not-wanted');
  }
}
