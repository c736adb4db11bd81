import type { ClearingEntry } from '../clearing/clearing-entry.js';
import { maximumPlannedFaults } from '../../shared/fault-queue.js';

/** What a clearing file says otherwise than the books. It stays until `DELETE /sim/faults`, so that the file is the same whenever it is fetched. */
export const billFaultNames = ['missing', 'changed-amount', 'changed-fee', 'duplicated', 'late', 'dispute', 'extra'] as const;
export type BillFaultName = (typeof billFaultNames)[number];

export interface BillFault {
  readonly fault: BillFaultName;
  /** The line that it strikes; of `extra` the number that the line gets. */
  readonly orderId: string;
  /** The other amount or fee; by default one fen more. Of `extra` the amount. */
  readonly fen: bigint | undefined;
  /** Of `extra`: whose file of which day. */
  readonly merId: string;
  readonly day: string;
  /** Of `dispute`. */
  readonly reason: string;
}

const text = (body: Readonly<Record<string, unknown>>, name: string, form: RegExp, usual: string): string => {
  const value = body[name] ?? usual;
  if (typeof value !== 'string' || !form.test(value)) throw new RangeError(`${name} does not fit ${form.source}`);
  return value;
};

/** Reads `{fault, orderId, fen?, merId?, day?, reason?}`. Throws RangeError in plain words. */
export function readBillFault(body: Readonly<Record<string, unknown>>): BillFault {
  const fault = billFaultNames.find((name) => name === body['fault']);
  if (fault === undefined) throw new RangeError(`faults of bill: ${billFaultNames.join(' ')}`);
  const isExtra = fault === 'extra';
  const fen = text(body, 'fen', /^(0|[1-9][0-9]{0,10})?$/, '');
  return {
    fault, orderId: text(body, 'orderId', /^[0-9A-Za-z]{8,32}$/, isExtra ? 'EXTRA0000000000001' : ''), fen: fen === '' ? undefined : BigInt(fen),
    merId: text(body, 'merId', isExtra ? /^[0-9A-Za-z]{15}$/ : /^$/, ''), day: text(body, 'day', isExtra ? /^[0-9]{8}$/ : /^$/, ''),
    reason: text(body, 'reason', /^[^\p{Cc}]{0,40}$/u, '持卡人否认交易'),
  };
}

export class BillFaults {
  #planned: BillFault[] = [];

  plan(fault: BillFault): void {
    if (this.#planned.length >= maximumPlannedFaults) throw new RangeError('too many planned faults');
    this.#planned.push(fault);
  }

  /** For JSON. */
  list(): readonly object[] {
    return this.#planned.map((fault) => ({ target: 'bill', ...fault, fen: fault.fen?.toString() }));
  }

  clear(): void {
    this.#planned = [];
  }

  isLate(orderId: string): boolean {
    return this.#of('late', orderId) !== undefined;
  }

  extras(merId: string, day: string): readonly BillFault[] {
    return this.#planned.filter((fault) => fault.fault === 'extra' && fault.merId === merId && fault.day === day);
  }

  disputeReason(orderId: string): string | undefined {
    return this.#of('dispute', orderId)?.reason;
  }

  /** What stands in the file in place of this entry: nothing, itself, something else, or itself twice. */
  struck(entry: ClearingEntry): readonly ClearingEntry[] {
    const { orderId } = entry;
    if (this.#of('missing', orderId) !== undefined) return [];
    const [amount, fee] = [this.#of('changed-amount', orderId), this.#of('changed-fee', orderId)];
    const changed = {
      ...entry, ...(amount && { amountFen: amount.fen ?? entry.amountFen + 1n }), ...(fee && { feeFen: fee.fen ?? entry.feeFen + 1n }),
    };
    return this.#of('duplicated', orderId) === undefined ? [changed] : [changed, changed];
  }

  #of(name: BillFaultName, orderId: string): BillFault | undefined {
    return this.#planned.find((fault) => fault.fault === name && fault.orderId === orderId);
  }
}
