import type { BusinessDay } from '../../domain/kernel/china-time.js';
import type { Bill } from '../../domain/reconciliation/bill-line.js';
import type { Difference, DifferenceState } from '../../domain/reconciliation/difference.js';
import type { HandlingNote } from '../../domain/reconciliation/handling.js';
import type { ReconcileDay, ReconcileRun, RunItem } from '../../domain/reconciliation/run.js';

export interface ReconcileReader {
  bill(billNo: string): Promise<Bill | undefined>;
  /** Newest first. */
  billsOf(channelMerchantId: string, clearingDay: BusinessDay): Promise<readonly Bill[]>;
  run(runNo: string): Promise<ReconcileRun | undefined>;
  /** Newest first, at most `limit`. */
  runsOf(channelMerchantId: string, clearingDay: BusinessDay, limit: number): Promise<readonly ReconcileRun[]>;
  /** By item number, behind `after`. */
  itemsOf(runNo: string, after: number | undefined, limit: number): Promise<readonly RunItem[]>;
  day(channelMerchantId: string, clearingDay: BusinessDay): Promise<ReconcileDay | undefined>;
  /** All channel merchants of one day, by id; at most 1,000. */
  daysOn(clearingDay: BusinessDay): Promise<readonly ReconcileDay[]>;
  difference(differenceNo: string): Promise<Difference | undefined>;
  /** Those of one merchant with these subjects; at most 500. */
  differencesOn(channelMerchantId: string, subjects: readonly string[]): Promise<readonly Difference[]>;
  /** Differences of one bill's day in these states, by number, behind `after`. */
  differencesOf(query: { readonly channelMerchantId: string; readonly clearingDay: BusinessDay; readonly states: readonly DifferenceState[]; readonly after: string | undefined; readonly limit: number }): Promise<readonly Difference[]>;
  /** Differences of a payee on one bill's day that are not cleared, by number, behind `after`. */
  differencesOfPayee(query: { readonly merchantNo: string; readonly clearingDay: BusinessDay; readonly after: string | undefined; readonly limit: number }): Promise<readonly Difference[]>;
  /** Differences of one bill's day that are not cleared and that the given run has not seen, by number. */
  differencesUnseen(query: { readonly channelMerchantId: string; readonly clearingDay: BusinessDay; readonly runNo: string; readonly limit: number }): Promise<readonly Difference[]>;
  /** How many differences of one merchant's day are open and how many wait. */
  differenceCounts(channelMerchantId: string, clearingDay: BusinessDay): Promise<{ readonly open: number; readonly waiting: number }>;
  /** Oldest first. */
  notesOf(objectKind: HandlingNote['objectKind'], objectNo: string): Promise<readonly HandlingNote[]>;
}

export interface ReconcileStore extends ReconcileReader {
  addBill(bill: Bill): Promise<void>;
  addRun(run: ReconcileRun): Promise<void>;
  /** Compare-and-set on version, as every put. */
  putRun(run: ReconcileRun): Promise<void>;
  addItems(items: readonly RunItem[]): Promise<void>;
  /** `exists` when the pair (channelMerchantId, clearingDay) is there. */
  addDay(day: ReconcileDay): Promise<'added' | 'exists'>;
  putDay(day: ReconcileDay): Promise<void>;
  /** A clash of (channelMerchantId, subject) is a ConcurrentChange. */
  addDifference(difference: Difference): Promise<void>;
  putDifference(difference: Difference): Promise<void>;
  addNote(note: HandlingNote): Promise<void>;
}
