import type { DataScope } from '../../domain/operators/operator.js';
import { isWithin } from '../../domain/operators/within.js';
import type { Readers, UnitOfWork } from '../ports/unit-of-work.js';

/** What belongs to a payee, and by which number it is named; `order-or-refund` by either, as people tell numbers on the telephone. */
export type OwnedKind = 'order' | 'refund' | 'order-or-refund' | 'repeat-payment' | 'abnormal-order' | 'callback' | 'issue';
export interface Owned { readonly kind: OwnedKind; readonly no: string }

/** Whether one thing is among what an account may see; what there is not, is not (ISO-01, ISO-04). */
export class WithinScope {
  readonly #unitOfWork: UnitOfWork;
  constructor(unitOfWork: UnitOfWork) { this.#unitOfWork = unitOfWork; }

  async run(scope: DataScope, owned: Owned): Promise<boolean> {
    if (scope.kind === 'all') return true;
    return this.#unitOfWork.read(async (readers) => {
      const merchantNo = await payeeOf(readers, owned);
      const payee = merchantNo === undefined ? undefined : await readers.directory.payees.one({ merchantNo });
      return payee !== undefined && isWithin(scope, payee, scope.kind === 'region' ? await readers.directory.regions.all() : []);
    });
  }
}

async function payeeOf(readers: Readers, { kind, no }: Owned): Promise<string | undefined> {
  switch (kind) {
    case 'order': return (await readers.orders.byNo(no))?.merchantNo;
    case 'refund': return (await readers.refunds.byNo(no))?.merchantNo;
    case 'order-or-refund': return await payeeOf(readers, { kind: 'order', no }) ?? payeeOf(readers, { kind: 'refund', no });
    case 'repeat-payment': return (await readers.repeatPayments.byAttempt(no))?.merchantNo;
    case 'abnormal-order': return (await readers.abnormalOrders.byId(no))?.merchantNo;
    case 'callback': return (await readers.callbacks.byId(no))?.merchantNo;
    case 'issue': {
      // Whose it is its order says, as the lists read it; one of no order is nobody's but of who sees everything.
      const issue = await readers.issues.byNo(no);
      return issue?.platformOrderNo === undefined ? undefined : payeeOf(readers, { kind: 'order', no: issue.platformOrderNo });
    }
  }
}
