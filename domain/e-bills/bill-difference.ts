import type { Fen } from '../kernel/money.js';
import type { FoundEBill } from './e-bill-report.js';
import type { OrderEBill } from './order-e-bill.js';

export interface EBillDifference {
  readonly kind: 'only-here' | 'only-there' | 'amount-differs' | 'standing-differs';
  readonly eBillCode: string;
  readonly eBillNo: string;
  /** Platform order number with its round, where we have it. */
  readonly busNo: string;
  readonly here: Fen | undefined;
  readonly there: Fen | undefined;
}

export const mostDifferences = 200;

const nameOf = ({ eBillCode, eBillNo }: { readonly eBillCode: string; readonly eBillNo: string }): string => `${eBillCode}|${eBillNo}`;

/** Compares bills of both sides, one by one. */
export function differencesOf(ours: readonly OrderEBill[], theirs: readonly FoundEBill[]): readonly EBillDifference[] {
  const left = new Map(theirs.map((bill) => [nameOf(bill), bill]));
  const found: EBillDifference[] = [];
  for (const bill of ours) {
    if (bill.issued === undefined) continue;
    const { eBillCode, eBillNo } = bill.issued;
    const there = left.get(nameOf(bill.issued));
    left.delete(nameOf(bill.issued));
    const facts = { eBillCode, eBillNo, busNo: bill.busNo, here: bill.amount, there: there?.amount };
    if (there === undefined) found.push({ kind: 'only-here', ...facts });
    else if (there.amount !== bill.amount) found.push({ kind: 'amount-differs', ...facts });
    else if (standsHere(bill) !== undefined && standsHere(bill) !== (there.standing === 'normal')) found.push({ kind: 'standing-differs', ...facts });
  }
  for (const { eBillCode, eBillNo, busNo, amount } of left.values()) found.push({ kind: 'only-there', eBillCode, eBillNo, busNo, here: undefined, there: amount });
  return found;
}

/** While it is being reversed either is right. */
const standsHere = ({ state }: OrderEBill): boolean | undefined => (state === 'reversing' ? undefined : state === 'issued');
