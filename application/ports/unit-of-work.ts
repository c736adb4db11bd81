import type { AuditEntry } from '../../domain/audit/audit-entry.js';
import type { Callback } from '../../domain/callbacks/callback.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { AbnormalOrder, RepeatPayment } from '../../domain/payments/abnormal-order.js';
import type { Attempt } from '../../domain/payments/attempt.js';
import type { Order } from '../../domain/payments/order.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { AlertReader, AlertStore } from './alert-books.js';
import type { ArchiveReader, ArchiveStore } from './archive.js';
import type { CallbackDeskReader } from './callback-desk.js';
import type { PersonalBillPushReader, PersonalBillPushStore } from './city-app-bills.js';
import type { DirectoryReader, DirectoryStore } from './directory-books.js';
import type { EBillReader, EBillStore } from './e-bill-books.js';
import type { ExportReader, ExportStore } from './export-books.js';
import type { ForgettingStore } from './forgetting-books.js';
import type { IssueReader, IssueStore } from './issue-books.js';
import type { JobReader, NewJob } from './jobs.js';
import type { LegReader, LegStore } from './leg-books.js';
import type { NoticeReader, NoticeStore } from './notice-books.js';
import type { ReconcileReader, ReconcileStore } from './reconcile-books.js';
import type { RecoveryReader, RecoveryStore } from './recovery.js';
import type { OperatorReader, OperatorStore } from './operator-books.js';
import type { TextReader, TextStore } from './text-books.js';
import type { SettlementReader, SettlementStore, TradeReader, TradeStore } from './settlement-books.js';
import type { ShareReader, ShareStore } from './share-books.js';

/**
 * One transaction. State changes, their audit rows and the jobs that follow commit together or not at all (design 4.7). READ COMMITTED;
 * every `put` is a compare-and-set on `version` (the object as read; the store writes version + 1) and throws ConcurrentChange when somebody
 * was faster. The work may be run again after a deadlock or a ConcurrentChange (at most 5 times), so it does nothing but use its stores: no
 * network call inside. After a commit the job board is nudged when jobs were enqueued that are due.
 */
export interface UnitOfWork {
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Reads without a transaction, from a pool of its own. */
  read<T>(work: (readers: Readers) => Promise<T>): Promise<T>;
}

export interface Readers {
  readonly orders: OrderReader;
  readonly attempts: AttemptReader;
  readonly refunds: RefundReader;
  readonly callbacks: CallbackReader;
  readonly abnormalOrders: AbnormalOrderReader;
  readonly repeatPayments: RepeatPaymentReader;
  readonly recovery: RecoveryReader;
  readonly archive: ArchiveReader;
  readonly trades: TradeReader;
  readonly settlement: SettlementReader;
  readonly reconciliation: ReconcileReader;
  readonly jobs: JobReader;
  readonly personalBillPushes: PersonalBillPushReader;
  readonly texts: TextReader;
  readonly sharing: ShareReader;
  readonly eBills: EBillReader;
  readonly notices: NoticeReader;
  readonly legs: LegReader;
  readonly operators: OperatorReader;
  readonly exports: ExportReader;
  readonly directory: DirectoryReader;
  readonly alerts: AlertReader;
  readonly issues: IssueReader;
}

export interface Stores {
  readonly orders: OrderStore;
  readonly attempts: AttemptStore;
  readonly refunds: RefundStore;
  readonly callbacks: CallbackStore;
  readonly abnormalOrders: AbnormalOrderStore;
  readonly repeatPayments: RepeatPaymentStore;
  readonly recovery: RecoveryStore;
  readonly archive: ArchiveStore;
  readonly trades: TradeStore;
  readonly settlement: SettlementStore;
  readonly reconciliation: ReconcileStore;
  readonly personalBillPushes: PersonalBillPushStore;
  readonly texts: TextStore;
  readonly sharing: ShareStore;
  readonly eBills: EBillStore;
  readonly notices: NoticeStore;
  readonly legs: LegStore;
  readonly operators: OperatorStore;
  readonly exports: ExportStore;
  readonly directory: DirectoryStore;
  readonly alerts: AlertStore;
  readonly issues: IssueStore;
  readonly forgetting: ForgettingStore;
  readonly outbox: Outbox;
  readonly audit: AuditTrail;
}

/** Somebody changed the row first; the unit of work is run again. */
export class ConcurrentChange extends Error {
  override readonly name = 'ConcurrentChange';
}

export interface OrderReader {
  byNo(platformOrderNo: string): Promise<Order | undefined>;
  byBizNo(devId: string, merchantNo: string, bizOrderNo: string): Promise<Order | undefined>;
  byCashierToken(token: string): Promise<Order | undefined>;
  /** Whether this developer ever placed an order for this payee, archived or not. */
  anyOf(devId: string, merchantNo: string): Promise<boolean>;
  /** Orders that any business system gave this number and this payer's phone (as `readMobile` gives it), newest first, at most `maxOrdersOfPayer`. */
  ofPayer(bizOrderNo: string, mobile: string): Promise<readonly Order[]>;
  /** Paid orders of one user among one developer's own, newest first by (createdAt, platformOrderNo); `before` is the last row of the page before (1.1.7 epay-user.order.list). At most a page of 50 and the one row that shows there is more. */
  paidOfUser(query: PaidOrdersQuery): Promise<readonly Order[]>;
}

/** More orders of one number and one phone than anybody places. */
export const maxOrdersOfPayer = 20;

export interface PaidOrdersQuery {
  readonly devId: string; readonly merchantNos: readonly string[]; readonly userId: string;
  readonly fromAt: EpochMs | undefined; readonly toAt: EpochMs | undefined;
  readonly before: { readonly createdAt: EpochMs; readonly platformOrderNo: string } | undefined; readonly limit: number;
}

export interface OrderStore extends OrderReader {
  /** Must be the first write of its unit: `exists` when (devId, merchantNo, bizOrderNo) is taken, and the caller then ends the unit without writing. */
  add(order: Order): Promise<'added' | 'exists'>;
  /** Reads under the row's lock until the unit ends (SQLite: the writer is exclusive). An archived order comes back first, with all that belongs to it. */
  take(platformOrderNo: string): Promise<Order | undefined>;
  put(order: Order): Promise<void>;
}

export interface AttemptReader {
  byNo(attemptNo: string): Promise<Attempt | undefined>;
  /** All attempts of an order, oldest first. */
  ofOrder(platformOrderNo: string): Promise<readonly Attempt[]>;
  /** Whether money was ever asked for through this account, archived or not; of one payee alone where it is named. Without one it looks through all of them where there is none: for the rare deletion of an account. */
  anyThrough(channelMerchantId: string, merchantNo?: string): Promise<boolean>;
}

export interface AttemptStore extends AttemptReader {
  add(attempt: Attempt): Promise<void>;
  put(attempt: Attempt): Promise<void>;
}

export interface RefundReader {
  byNo(platformRefundOrderNo: string): Promise<Refund | undefined>;
  byBizNo(devId: string, merchantNo: string, bizRefundOrderNo: string): Promise<Refund | undefined>;
  byTradeNo(refundTradeNo: string): Promise<Refund | undefined>;
  /** All refunds of an order, oldest first. */
  ofOrder(platformOrderNo: string): Promise<readonly Refund[]>;
}

export interface RefundStore extends RefundReader {
  /** Unique by (devId, merchantNo, bizRefundOrderNo). The caller holds the order's lock and has looked first, so a clash here is a ConcurrentChange. */
  add(refund: Refund): Promise<void>;
  put(refund: Refund): Promise<void>;
}

export interface CallbackReader extends CallbackDeskReader {
  byId(callbackId: string): Promise<Callback | undefined>;
  ofOrder(platformOrderNo: string): Promise<readonly Callback[]>;
}

export interface CallbackStore extends CallbackReader {
  /** `exists` when the id is taken (looked up first, the caller holds the order's lock). */
  add(callback: Callback): Promise<'added' | 'exists'>;
  /** For a callback whose id cannot be taken, so that nobody looks: the change it tells of is made in this unit and can be made once only. A clash is a fault. */
  addFresh(callback: Callback): Promise<void>;
  put(callback: Callback): Promise<void>;
}

/** What was recorded of one payee from `fromAt` until before `toAt`, by (createdAt, number), behind `after`; at most 500 a page. */
export interface PayeeRecords {
  readonly merchantNo: string; readonly fromAt: EpochMs; readonly toAt: EpochMs;
  readonly after: { readonly createdAt: EpochMs; readonly no: string } | undefined; readonly limit: number;
}

export interface AbnormalOrderReader {
  ofPayee(query: PayeeRecords): Promise<readonly AbnormalOrder[]>;
  byId(abnormalId: string): Promise<AbnormalOrder | undefined>;
  ofOrder(platformOrderNo: string): Promise<readonly AbnormalOrder[]>;
}
export interface AbnormalOrderStore extends AbnormalOrderReader {
  add(record: AbnormalOrder): Promise<'added' | 'exists'>;
  put(record: AbnormalOrder): Promise<void>;
}

export interface RepeatPaymentReader {
  ofPayee(query: PayeeRecords): Promise<readonly RepeatPayment[]>;
  byAttempt(attemptNo: string): Promise<RepeatPayment | undefined>;
  ofOrder(platformOrderNo: string): Promise<readonly RepeatPayment[]>;
}
export interface RepeatPaymentStore extends RepeatPaymentReader {
  add(record: RepeatPayment): Promise<'added' | 'exists'>;
  put(record: RepeatPayment): Promise<void>;
}

/** Jobs written in the same transaction as their cause. */
export interface Outbox {
  /**
   * Idempotent by (topic, key): a finished job becomes due again, a waiting one becomes due at the earlier of both times, one that is being
   * worked on will run again at the given time afterwards.
   */
  enqueue(job: NewJob): Promise<void>;
  /** Ends a job that waits and would find nothing to do any more; one that is being worked on goes on, one that is not there is no error. */
  endWaiting(job: Pick<NewJob, 'topic' | 'key'>): Promise<void>;
}

export interface AuditTrail {
  /** Stores the entry with its own integrity code; the sequencer numbers and chains it within seconds (design 4.10). */
  append(entry: AuditEntry): Promise<void>;
}
