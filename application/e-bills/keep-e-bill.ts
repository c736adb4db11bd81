import type { Actor, AuditEntry } from '../../domain/audit/audit-entry.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores } from '../ports/unit-of-work.js';

export const billWorker: Actor = { kind: 'system', code: 'work-e-bill', address: undefined };

export interface EBillEntry { readonly action: string; readonly description: string; readonly actor?: Actor; readonly requestId?: string | undefined }

/** The audit row of one change of an e-bill; nothing of its payer stands there. */
export function auditEBill(stores: Pick<Stores, 'audit'>, { ids, clock }: { readonly ids: Ids; readonly clock: Clock }, entry: EBillEntry, bill: OrderEBill, before?: OrderEBill): Promise<void> {
  return stores.audit.append({
    entryId: ids.next(), at: clock.now(), actor: entry.actor ?? billWorker, action: entry.action, objectKind: 'e-bill', objectNo: bill.busNo, description: entry.description,
    before: before === undefined ? undefined : factsOf(before), after: factsOf(bill), requestId: entry.requestId,
  });
}

function factsOf(bill: OrderEBill): NonNullable<AuditEntry['after']> {
  const numbers = bill.issued === undefined ? {} : { eBillCode: bill.issued.eBillCode, eBillNo: bill.issued.eBillNo };
  const failure = bill.failure === undefined ? {} : { failure: bill.failure.code };
  return { eBillState: bill.state, eBillAmount: bill.amount.toString(), orderNo: bill.platformOrderNo, ...numbers, ...failure };
}

/** A bill that only a person can get going again: the operators are told once of each (text BILL_FAILED). */
export const tellOperators = (stores: Pick<Stores, 'outbox'>, clock: Clock, { payCode, platformOrderNo }: Pick<OrderEBill, 'payCode' | 'platformOrderNo'>): Promise<void> =>
  stores.outbox.enqueue({ topic: 'text-operators', key: `BILL_FAILED:${payCode ?? platformOrderNo}`, dueAt: clock.now() });

/** Whoever follows the order (texts, personal bills, shared data) reads what became of its bill. */
export const followAgain = (stores: Pick<Stores, 'outbox'>, clock: Clock, { platformOrderNo }: Pick<OrderEBill, 'platformOrderNo'>): Promise<void> =>
  stores.outbox.enqueue({ topic: 'follow-order', key: platformOrderNo, dueAt: clock.now() });
