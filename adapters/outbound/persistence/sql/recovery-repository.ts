import type { RecoveryReader, RecoveryStore } from '../../../../application/ports/recovery.js';
import type { Callback } from '../../../../domain/callbacks/callback.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { maxLostPayments, type LostPayment } from '../../../../domain/recovery/lost-payment.js';
import type { RecoveryMark } from '../../../../domain/recovery/recovery-mark.js';
import type { Refund } from '../../../../domain/refunds/refund.js';
import { auditTable } from './audit-repository.js';
import { callbackTable } from './callback-repository.js';
import { epochMs, fen, int, optional, text } from './codecs.js';
import { payChannel } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { refundOf, refundTable } from './refund-repository.js';
import { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

const markTable = new SqlTable<RecoveryMark>('recovery_mark', {
  recoveryNo: ['recovery_no', text(32)], restoredAt: ['restored_at', epochMs], backupTakenAt: ['backup_taken_at', optional(epochMs)],
  paymentsReleasedAt: ['payments_released_at', optional(epochMs)], refundsReleasedAt: ['refunds_released_at', optional(epochMs)],
  callbacksReleasedAt: ['callbacks_released_at', optional(epochMs)], endedAt: ['ended_at', optional(epochMs)], version: ['version', int],
}, ['recoveryNo'], ['restoredAt', 'backupTakenAt']);

interface ReleasedRefund { readonly recoveryNo: string; readonly platformRefundOrderNo: string; readonly releasedAt: EpochMs }
const releasedTable = new SqlTable<ReleasedRefund>('recovery_refund', {
  recoveryNo: ['recovery_no', text(32)], platformRefundOrderNo: ['platform_refund_order_no', text(32)], releasedAt: ['released_at', epochMs],
}, ['recoveryNo', 'platformRefundOrderNo']);

const lostTable = new SqlTable<LostPayment>('lost_payment', {
  attemptNo: ['attempt_no', text(64)], payChannel: ['pay_channel', payChannel], channelMerchantId: ['channel_merchant_id', text(32)],
  channelOrderNo: ['channel_order_no', optional(text(128, 'any'))], amount: ['amount', fen], paidAt: ['paid_at', optional(epochMs)], toldAt: ['told_at', epochMs],
}, ['attemptNo']);

/** Most rows of one list: a person reads it. */
export const maxListed = 1000;

/** The newest mark as the database has it now. */
export async function newestMark(session: Session): Promise<RecoveryMark | undefined> {
  const rows: unknown = await session.reading.table(markTable.name).select(markTable.columnNames)
    .orderBy([{ column: markTable.column('restoredAt'), order: 'desc' }, { column: markTable.column('recoveryNo'), order: 'desc' }]).limit(1);
  return markTable.list(rows)[0];
}

export class SqlRecoveryReader implements RecoveryReader {
  readonly #session: Session;
  readonly #mark: () => Promise<RecoveryMark | undefined>;
  /** `mark`: how the newest mark is found, by a look or from a cache. */
  constructor(session: Session, mark: () => Promise<RecoveryMark | undefined>) {
    this.#session = session;
    this.#mark = mark;
  }

  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async mark(): Promise<RecoveryMark | undefined> { return this.#mark(); }
  async isReleased(recoveryNo: string, platformRefundOrderNo: string): Promise<boolean> {
    return await releasedTable.first(this.#session, { recoveryNo, platformRefundOrderNo }) !== undefined;
  }

  async latestMoment(): Promise<EpochMs | undefined> {
    const at = auditTable.column('at');
    const rows: unknown = await this.#session.reading.table(auditTable.name).select(at).orderBy([{ column: at, order: 'desc' }]).limit(1);
    const latest = (rows as readonly Readonly<Record<string, unknown>>[])[0];
    return latest && epochMs.decode(latest[at]);
  }

  async openRefunds(limit: number): Promise<readonly Refund[]> {
    const rows: unknown = await this.#session.reading.table(refundTable.name).select(refundTable.columnNames)
      .whereIn(refundTable.column('state'), ['requested', 'refunding']).orderBy([refundTable.column('createdAt'), refundTable.column('platformRefundOrderNo')])
      .limit(Math.min(limit, maxListed));
    return refundTable.list(rows).map(refundOf);
  }

  async pendingCallbacks(limit: number): Promise<readonly Callback[]> {
    const rows: unknown = await callbackTable.matching(this.#session, { state: 'pending' })
      .orderBy([callbackTable.column('createdAt'), callbackTable.column('callbackId')]).limit(Math.min(limit, maxListed));
    return callbackTable.list(rows);
  }

  async lostPayments(limit: number): Promise<readonly LostPayment[]> {
    const rows: unknown = await this.#session.reading.table(lostTable.name).select(lostTable.columnNames)
      .orderBy([lostTable.column('toldAt'), lostTable.column('attemptNo')]).limit(Math.min(limit, maxListed));
    return lostTable.list(rows);
  }
}

export class SqlRecoveryStore extends SqlRecoveryReader implements RecoveryStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit, () => newestMark(unit));
    this.#unit = unit;
    this.#engine = engine;
  }

  add(mark: RecoveryMark): Promise<void> { return markTable.insert(this.#unit, mark); }
  put(mark: RecoveryMark): Promise<void> { return markTable.put(this.#unit, mark); }

  async releaseRefund(recoveryNo: string, platformRefundOrderNo: string, releasedAt: EpochMs): Promise<void> {
    await addOnce(releasedTable, this.#unit, this.#engine, { recoveryNo, platformRefundOrderNo }, { recoveryNo, platformRefundOrderNo, releasedAt });
  }

  async keepLost(payment: LostPayment): Promise<'added' | 'exists' | 'full'> {
    const counted: unknown = await this.#unit.reading.table(lostTable.name).count({ kept: '*' });
    const known = await lostTable.first(this.#unit, { attemptNo: payment.attemptNo });
    if (!known && int.decode((counted as readonly { readonly kept: unknown }[])[0]?.kept) >= maxLostPayments) return 'full';
    return addOnce(lostTable, this.#unit, this.#engine, { attemptNo: payment.attemptNo }, payment);
  }
}
