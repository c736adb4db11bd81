import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import { holds, mayBeLostOfDay } from '../../domain/recovery/recovery-mark.js';
import type { Order } from '../../domain/payments/order.js';
import { refundedAmount } from '../../domain/refunds/refund.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface OrderName { readonly merchantNo: string; readonly bizOrderNo: string | undefined; readonly platformOrderNo: string | undefined; readonly orderDate: string }
export interface ShownOrder { readonly order: Order; readonly refunded: Fen }

/** Finds one of a developer's own orders; both numbers given must fit the same order (1.1.7.1.2-d). Others' orders are "not found" (ISO-03). */
export class ShowOrder {
  readonly #unitOfWork: UnitOfWork;

  constructor(unitOfWork: UnitOfWork) {
    this.#unitOfWork = unitOfWork;
  }

  /** `in-doubt`: failed or not here, but after a restore it may have been paid, or be one that was lost; nobody is told that it failed or does not exist (BAK-03). */
  async run(developer: Developer, name: OrderName): Promise<ShownOrder | 'in-doubt' | undefined> {
    if (!mayActFor(developer, name.merchantNo)) return undefined;
    const shown = await this.#find(developer, name);
    if (shown && shown.order.state !== 'failed') return shown;
    const mark = await this.#unitOfWork.read(({ recovery }) => recovery.mark());
    // "Failed" invites its business system to give up, and a later attempt that is lost may have been paid.
    if (shown) return holds(mark, 'payments', shown.order.createdAt) ? 'in-doubt' : shown;
    return mayBeLostOfDay(mark, 'payments', name.orderDate) ? 'in-doubt' : undefined;
  }

  async #find(developer: Developer, name: OrderName): Promise<ShownOrder | undefined> {
    return this.#unitOfWork.read(async ({ orders, refunds }) => {
      const order = name.platformOrderNo !== undefined ? await orders.byNo(name.platformOrderNo)
        : name.bizOrderNo === undefined ? undefined : await orders.byBizNo(developer.devId, name.merchantNo, name.bizOrderNo);
      if (!order || order.devId !== developer.devId || order.merchantNo !== name.merchantNo || order.orderDate !== name.orderDate) return undefined;
      if (name.bizOrderNo !== undefined && order.bizOrderNo !== name.bizOrderNo) return undefined;
      return { order, refunded: order.state === 'paid' ? refundedOfOrder(order, await refunds.ofOrder(order.platformOrderNo)) : 0n as Fen };
    });
  }
}

/** Only what went back of the payment that settled the order; repeat money is not the order's. */
const refundedOfOrder = (order: Order, refunds: Parameters<typeof refundedAmount>[0]): Fen =>
  refundedAmount(refunds.filter((refund) => refund.attemptNo === order.paidAttemptNo));
