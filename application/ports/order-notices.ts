import type { Payee } from '../../domain/directory/payee.js';
import type { Result } from '../../domain/kernel/result.js';
import type { Order } from '../../domain/payments/order.js';
import type { Stores } from './unit-of-work.js';

/** What payments need to know of an order's payment notice (design 4.9). Asked only about orders that carry nontaxInfo. */
export interface OrderNotices {
  /** Before a new order is stored: may its items be collected, and its notice be paid? A notice that must be there first is issued here. */
  check(order: Order, payee: Payee): Promise<Result<NoticeOfOrder, NoticeHindrance>>;
  /** Before a payment starts: is the notice still to be paid? A province that does not answer soon delays nobody. */
  mayPay(order: Order): Promise<Result<undefined, NoticeObstacle>>;
}

export interface NoticeOfOrder {
  /** Called in the unit that stores the order, behind it. Throws NoticeTaken when another order took the notice meanwhile. */
  store(stores: Stores): Promise<void>;
}

export type NoticeHindrance =
  /** `words` for the business system, in Chinese. */
  | { readonly code: 'notice-bad'; readonly words: string }
  /** The province has not said whether the notice may be paid: nothing is stored, and the same request may be repeated. */
  | { readonly code: 'notice-unknown' };

/** Why nobody should pay a notice any more. */
export type NoticeObstacle = 'notice-paid' | 'notice-void' | 'notice-expired' | 'notice-differs';

/** Another order of ours holds the notice. */
export class NoticeTaken extends Error {
  override readonly name = 'NoticeTaken';
}
