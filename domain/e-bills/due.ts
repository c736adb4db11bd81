import { fen, type Fen } from '../kernel/money.js';
import { goneFrom, type MoneyOfOrder } from './next-step.js';
import { amountOf, type OrderEBill } from './order-e-bill.js';

/** What an e-bill of the order must be for by now: nothing where all went back, and never more than is left of what was charged, also where only a person can say which items went back. */
export function dueFor(bill: Pick<OrderEBill, 'base' | 'isWhole' | 'said'>, money: MoneyOfOrder): Fen {
  const billed = amountOf(bill.base);
  const gone = goneFrom(bill, money) ?? 0n;
  const due = billed > gone ? billed - gone : 0n;
  const rest = money.charged > money.refunded ? money.charged - money.refunded : 0n;
  return fen(due < rest ? due : rest);
}
