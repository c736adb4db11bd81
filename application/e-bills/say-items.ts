import type { Actor } from '../../domain/audit/audit-entry.js';
import { itemsOfRest, type TakenBack } from '../../domain/e-bills/after-refund.js';
import { whichItems } from '../../domain/e-bills/next-step.js';
import { amountOf, type OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { fen, sumOf } from '../../domain/kernel/money.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Order } from '../../domain/payments/order.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { auditEBill } from './keep-e-bill.js';
import { moneyOf } from './take-step.js';

export interface SayItemsParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock }

/** `not-asked`: no bill of the order waits for this word. `not-the-rest`: unknown items, more than was charged, or not what went back. */
export type SayRefusal = 'order-unknown' | 'not-asked' | 'not-the-rest';

/** A person says how much of which items went back in all, so that the bill for the rest can be made. */
export class SayItems {
  readonly #parts: SayItemsParts;

  constructor(parts: SayItemsParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string, takenBack: readonly TakenBack[], by: Actor): Promise<Result<OrderEBill, SayRefusal>> {
    const order = await this.#parts.unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo));
    if (!order) return refuse('order-unknown');
    return this.#parts.unitOfWork.run((stores) => this.#say(stores, order, takenBack, by));
  }

  async #say(stores: Stores, order: Order, takenBack: readonly TakenBack[], actor: Actor): Promise<Result<OrderEBill, SayRefusal>> {
    const bill = (await stores.eBills.ofOrder(order.platformOrderNo)).at(-1);
    if (bill?.failure?.code !== whichItems.code) return refuse('not-asked');
    const { refunded } = await moneyOf(stores, order);
    const [whole, taken] = [amountOf(bill.base), sumOf(takenBack.map(({ amount }) => amount))];
    if (taken > refunded || taken > whole || (bill.isWhole && taken !== (refunded as bigint))) return refuse('not-the-rest');
    if (!itemsOfRest(bill.base, fen(whole - taken), takenBack).ok) return refuse('not-the-rest');
    const now = this.#parts.clock.now();
    const said = { ...bill, said: { refunded, takenBack }, failure: undefined, nextTryAt: bill.state === 'failed' ? now : undefined };
    await stores.eBills.put(said);
    const words = takenBack.map(({ itemCode, amount }) => `${itemCode}=${amount}`).join(',');
    await auditEBill(stores, this.#parts, { action: 'e-bill.items-said', description: `指明退款项目（分）：${words || '票据所列项目未退'}`, actor }, said, bill);
    await stores.outbox.enqueue({ topic: 'work-e-bill', key: order.platformOrderNo, dueAt: now });
    return ok({ ...said, version: bill.version + 1 });
  }
}
