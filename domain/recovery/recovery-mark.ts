import { businessDay, minuteMs, readLongTime, secondMs, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import { isPlatformNumber } from '../kernel/numbers.js';

/** What is held back after a restore until a person has compared with the channels' bills (BAK-03). */
export type HeldKind = 'payments' | 'refunds' | 'callbacks';
export const heldKinds = ['payments', 'refunds', 'callbacks'] as const satisfies readonly HeldKind[];

/**
 * The database was put back to an earlier moment. What the old one did between `backupTakenAt` and its end is not known here: it may have
 * taken orders, started payments, sent refunds and told business systems. Only the newest mark of a database counts.
 */
export interface RecoveryMark {
  readonly recoveryNo: string;
  readonly restoredAt: EpochMs;
  /** Where the lost hours begin; undefined when whoever restored did not say. */
  readonly backupTakenAt: EpochMs | undefined;
  readonly paymentsReleasedAt: EpochMs | undefined;
  readonly refundsReleasedAt: EpochMs | undefined;
  readonly callbacksReleasedAt: EpochMs | undefined;
  /** Nothing is held any more and a person has said so. */
  readonly endedAt: EpochMs | undefined;
  readonly version: number;
}

/** A business system's clock may be this far ahead of ours (GW-06): what it dated before the restore may come with a later time. */
export const datingDoubtMs = 10 * minuteMs;

export const newRecoveryMark = (recoveryNo: string, restoredAt: EpochMs, backupTakenAt: EpochMs | undefined): RecoveryMark => ({
  recoveryNo, restoredAt, backupTakenAt, paymentsReleasedAt: undefined, refundsReleasedAt: undefined, callbacksReleasedAt: undefined, endedAt: undefined, version: 1,
});

/** Whether the whole kind has been let go. */
export function isReleased(mark: RecoveryMark, kind: HeldKind): boolean {
  switch (kind) {
    case 'payments': return mark.paymentsReleasedAt !== undefined;
    case 'refunds': return mark.refundsReleasedAt !== undefined;
    case 'callbacks': return mark.callbacksReleasedAt !== undefined;
  }
}

export function release(mark: RecoveryMark, kind: HeldKind, at: EpochMs): RecoveryMark {
  switch (kind) {
    case 'payments': return { ...mark, paymentsReleasedAt: at };
    case 'refunds': return { ...mark, refundsReleasedAt: at };
    case 'callbacks': return { ...mark, callbacksReleasedAt: at };
  }
}

/** Kinds that are still held. */
export const stillHeld = (mark: RecoveryMark): readonly HeldKind[] => heldKinds.filter((kind) => !isReleased(mark, kind));

/** Whether what belongs to an order is held: the order was there before the restore, so the old database may have acted on it. */
export const holds = (mark: RecoveryMark | undefined, kind: HeldKind, orderMadeAt: EpochMs): boolean =>
  mark !== undefined && !isReleased(mark, kind) && orderMadeAt <= mark.restoredAt;

/**
 * When what an order stands for began. A lost order that its business system placed anew is as old as the payment that was named for it: what
 * followed that payment may be lost as well.
 */
export const beganAt = (order: { readonly createdAt: EpochMs }, attempts: readonly { readonly createdAt: EpochMs }[]): EpochMs =>
  Math.min(order.createdAt, ...attempts.map((attempt) => attempt.createdAt));

/** Whether an order that is not here, dated so by its business system (`yyyyMMddHHmmss`), may be one that was lost. */
export function mayBeLostOrder(mark: RecoveryMark | undefined, orderTime: string): boolean {
  if (mark === undefined || isReleased(mark, 'payments')) return false;
  const dated = readLongTime(orderTime);
  return !dated.ok || dated.value <= mark.restoredAt + datingDoubtMs;
}

/** The same where only a day is named: of an order (`payments`) or of a refund (`refunds`). */
export const mayBeLostOfDay = (mark: RecoveryMark | undefined, kind: 'payments' | 'refunds', day: BusinessDay): boolean =>
  mark !== undefined && !isReleased(mark, kind) && day <= businessDay(mark.restoredAt + datingDoubtMs);

/** Whether a platform number that is not here was given in the lost hours: it carries its moment, by our own clock. */
export function isOfLostHours(mark: RecoveryMark | undefined, platformNo: string): boolean {
  if (mark === undefined || !isPlatformNumber(platformNo)) return false;
  const given = readLongTime(platformNo.slice(0, 14));
  return given.ok && given.value <= mark.restoredAt && given.value >= (mark.backupTakenAt ?? 0) - secondMs;
}

/** Said to whoever must wait; the same words wherever the reason is this one. */
export const recoveringMessage = '平台数据恢复核对中，请稍后用相同内容重试';
