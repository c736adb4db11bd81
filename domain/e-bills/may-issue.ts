import { minuteMs, type EpochMs } from '../kernel/china-time.js';
import { sumOf, zeroFen, type Fen, type FenSum } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { OrderState } from '../payments/order.js';
import type { EBill, EBillItem } from './e-bill.js';

/** Lines of one bill. */
export const mostItems = 50;

export interface WishForEBill {
  readonly orderState: OrderState;
  readonly isWanted: boolean;
  /** What the bill is to carry: charged minus refunded. */
  readonly amount: Fen;
  readonly items: readonly EBillItem[];
}

export type IssueRefusal =
  | { readonly code: 'not-wanted' | 'order-not-paid' | 'nothing-left' | 'no-items' | 'too-many-items' | 'empty-item' }
  /** The lines do not add up to the amount. No line is ever invented to make them. */
  | { readonly code: 'items-differ'; readonly amount: Fen; readonly items: FenSum };

/** Whether there may be an e-bill for this. */
export function mayIssue({ orderState, isWanted, amount, items }: WishForEBill): Result<true, IssueRefusal> {
  if (!isWanted) return refuse({ code: 'not-wanted' });
  if (orderState !== 'paid') return refuse({ code: 'order-not-paid' });
  if (amount === zeroFen) return refuse({ code: 'nothing-left' });
  if (items.length === 0) return refuse({ code: 'no-items' });
  if (items.length > mostItems) return refuse({ code: 'too-many-items' });
  if (items.some((item) => item.amount === zeroFen)) return refuse({ code: 'empty-item' });
  const total = sumOf(items.map((item) => item.amount));
  return total === (amount as bigint) ? ok(true) : refuse({ code: 'items-differ', amount, items: total });
}

/** Age from which a pending e-bill may be pressed on by a person; before it the job is still at it. */
export const usualPendingMs = 10 * minuteMs;

/** 补开: only what failed, or has waited for too long. What is being issued is asked about, never issued beside itself. */
export function mayReissue(bill: Pick<EBill, 'state' | 'createdAt'>, now: EpochMs, pendingMs = usualPendingMs): boolean {
  return bill.state === 'failed' || (bill.state === 'pending' && now - bill.createdAt > pendingMs);
}
