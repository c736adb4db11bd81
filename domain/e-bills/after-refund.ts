import { fen, sumOf, type Fen } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { EBill, EBillItem } from './e-bill.js';

/** What money that went back means for the e-bill of its order. */
export type RefundConsequence =
  | { readonly kind: 'nothing' }
  /** Full refund: take the bill back. */
  | { readonly kind: 'reverse' }
  /** Partial refund: take the bill back, then issue another one for the rest. Bills are reversed whole. */
  | { readonly kind: 'reverse-and-issue'; readonly rest: Fen }
  /** Not issued yet, and nothing is left to be issued. */
  | { readonly kind: 'void' }
  /** Not issued yet: issue the rest only. */
  | { readonly kind: 'issue-less'; readonly rest: Fen }
  /** On its way at the bill system: first see what becomes of it. */
  | { readonly kind: 'wait' };

/** `refunded`: all refunds of the order that are done. Throws where it is more than was charged: a fault of ours. */
export function afterRefund(bill: Pick<EBill, 'state' | 'amount'>, charged: Fen, refunded: Fen): RefundConsequence {
  const rest = fen(charged - refunded);
  if (rest === bill.amount) return { kind: 'nothing' };
  switch (bill.state) {
    case 'pending': case 'failed': return rest === 0n ? { kind: 'void' } : { kind: 'issue-less', rest };
    case 'issued': return rest === 0n ? { kind: 'reverse' } : { kind: 'reverse-and-issue', rest };
    case 'issuing': case 'reversing': return { kind: 'wait' };
    case 'reversed': return rest === 0n ? { kind: 'nothing' } : { kind: 'issue-less', rest };
    case 'void': return { kind: 'nothing' };
  }
}

export interface TakenBack { readonly itemCode: string; readonly amount: Fen }

/**
 * The lines of the bill for the rest. With one line it is plain what went back; with several a person or the business system must have said
 * what went back from which, because a line of a fiscal bill is never guessed.
 */
export function itemsOfRest(items: readonly EBillItem[], rest: Fen, takenBack: readonly TakenBack[] = []): Result<readonly EBillItem[], 'which-items' | 'not-the-rest'> {
  const [only] = items;
  const taken = items.length === 1 && only !== undefined && takenBack.length === 0 && only.amount > rest
    ? [{ itemCode: only.itemCode, amount: fen(only.amount - rest) }] : takenBack;
  if (taken.length === 0 && sumOf(items.map(({ amount }) => amount)) !== (rest as bigint)) return refuse('which-items');
  if (new Set(items.map(({ itemCode }) => itemCode)).size !== items.length) return refuse('which-items');
  if (taken.some(({ itemCode }) => !items.some((item) => item.itemCode === itemCode))) return refuse('not-the-rest');
  const left = items.map((item) => ({ item, amount: item.amount - sumOf(taken.filter(({ itemCode }) => itemCode === item.itemCode).map(({ amount }) => amount)) }));
  if (left.some(({ amount }) => amount < 0n) || sumOf(left.map(({ amount }) => amount)) !== (rest as bigint)) return refuse('not-the-rest');
  return ok(left.filter(({ amount }) => amount > 0n).map(({ item, amount }) => lessOf(item, fen(amount))));
}

/** A line of which a part went back is told as one piece of what is left: price times quantity must not contradict the amount. */
const lessOf = (item: EBillItem, amount: Fen): EBillItem => (amount === item.amount ? item : { ...item, price: amount, quantity: '1', amount });
