import type { EBillDayCheck, CountAndSum } from '../../domain/e-bills/day-check.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import type { VerifiedEBill } from '../../domain/e-bills/verified-e-bill.js';
import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';

/** Most orders of one question and bills of one page. */
export const maxEBillsAtOnce = 500;

/** Bills stay where they are when their order is archived: they are found by its number all the same. */
export interface EBillReader {
  /** All e-bills of an order by round. */
  ofOrder(platformOrderNo: string): Promise<readonly OrderEBill[]>;
  /** Those of at most `maxEBillsAtOnce` orders, in no particular order. */
  ofOrders(platformOrderNos: readonly string[]): Promise<readonly OrderEBill[]>;
  /** Our own bills with these numbers. */
  byNumbers(eBillCode: string, eBillNo: string): Promise<readonly OrderEBill[]>;
  byPageToken(pageToken: string): Promise<OrderEBill | undefined>;
  /** Bills that were issued in a region from `fromAt` until before `toAt`, by (issuedAt, order number, round), behind `after`. */
  issuedIn(query: IssuedQuery): Promise<readonly OrderEBill[]>;
  sumsOf(query: Omit<IssuedQuery, 'after' | 'limit'>): Promise<CountAndSum>;
  verified(verifiedKey: string): Promise<VerifiedEBill | undefined>;
  dayCheck(eBillRegionCode: string, day: BusinessDay): Promise<EBillDayCheck | undefined>;
}

export interface IssuedQuery {
  readonly eBillRegionCode: string; readonly fromAt: EpochMs; readonly toAt: EpochMs;
  readonly after: { readonly issuedAt: EpochMs; readonly platformOrderNo: string; readonly round: number } | undefined; readonly limit: number;
}

export interface EBillStore extends EBillReader {
  /** A clash of (platformOrderNo, round) is a ConcurrentChange: two bills of one order and round cannot be. */
  add(bill: OrderEBill): Promise<void>;
  /** Compare-and-set on version, as every put. */
  put(bill: OrderEBill): Promise<void>;
  addVerified(bill: VerifiedEBill): Promise<void>;
  putVerified(bill: VerifiedEBill): Promise<void>;
  addDayCheck(check: EBillDayCheck): Promise<void>;
  putDayCheck(check: EBillDayCheck): Promise<void>;
}
