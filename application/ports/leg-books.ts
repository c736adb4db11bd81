import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { LegCheck } from '../../domain/settlement/leg-check.js';
import type { LegBill, LegNotice, LegOrder } from '../../domain/settlement/legs-of-order.js';
import type { KeptGap, Leg } from '../../domain/settlement/order-legs.js';

/** Most orders of one question, gaps of one page and orders of one page. */
export const maxLegsAtOnce = 500;

type OfOrder<T> = T & { readonly platformOrderNo: string };

/** The four-way check: what it reads of orders, without opening anybody's personal data, and what it keeps. */
export interface LegReader {
  /** Those of at most `maxLegsAtOnce` numbers that exist, archived ones too; in no particular order, as the next three. */
  ordersOf(platformOrderNos: readonly string[]): Promise<readonly LegOrder[]>;
  /** Refunds of these orders that are done. */
  refundsOf(platformOrderNos: readonly string[]): Promise<readonly OfOrder<{ readonly attemptNo: string; readonly refundAmount: Fen }>[]>;
  noticesOf(platformOrderNos: readonly string[]): Promise<readonly OfOrder<LegNotice>[]>;
  billsOf(platformOrderNos: readonly string[]): Promise<readonly OfOrder<LegBill>[]>;

  check(day: BusinessDay, channelMerchantId: string): Promise<LegCheck | undefined>;
  /** All checks of a day by channel merchant; at most 1,000. */
  checksOn(day: BusinessDay): Promise<readonly LegCheck[]>;
  gap(gapNo: string): Promise<KeptGap | undefined>;
  /** All gaps of at most `maxLegsAtOnce` orders on this day, closed ones too. */
  gapsOf(day: BusinessDay, platformOrderNos: readonly string[]): Promise<readonly KeptGap[]>;
  /** Numbers of the orders with an open gap, in their order, behind `after`. */
  ordersWithGaps(query: { readonly day: BusinessDay; readonly channelMerchantId: string; readonly after: string | undefined; readonly limit: number }): Promise<readonly string[]>;
  /** The day's gaps that were seen by a moment and not closed by then, by (order, leg, seq), behind `after`. */
  openAt(query: { readonly day: BusinessDay; readonly at: EpochMs; readonly after: GapPlace | undefined; readonly limit: number }): Promise<readonly KeptGap[]>;
}
export interface GapPlace { readonly platformOrderNo: string; readonly leg: Leg; readonly seq: number }

export interface LegStore extends LegReader {
  /** `exists` when the day and channel merchant have one. */
  addCheck(check: LegCheck): Promise<'added' | 'exists'>;
  /** Compare-and-set on version, as every put. */
  putCheck(check: LegCheck): Promise<void>;
  /** New gaps; a clash is a ConcurrentChange. */
  addGaps(gaps: readonly KeptGap[]): Promise<void>;
  /** Closes it; nothing else of a gap ever changes. */
  closeGap(gap: KeptGap & { readonly closedAt: EpochMs }): Promise<void>;
}
