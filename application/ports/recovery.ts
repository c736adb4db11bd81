import type { Callback } from '../../domain/callbacks/callback.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { LostPayment } from '../../domain/recovery/lost-payment.js';
import type { RecoveryMark } from '../../domain/recovery/recovery-mark.js';
import type { Refund } from '../../domain/refunds/refund.js';

/** What is known of a restore, and what waits because of it (BAK-03). */
export interface RecoveryReader {
  /** The newest mark, ended or not. Outside a unit of work it may be two seconds old, so that asking costs nothing. */
  mark(): Promise<RecoveryMark | undefined>;
  /** The latest moment of which this database knows anything; undefined where nothing has happened. */
  latestMoment(): Promise<EpochMs | undefined>;
  /** Whether a person let this one refund go after this very restore: what was let go before another one may have been sent. */
  isReleased(recoveryNo: string, platformRefundOrderNo: string): Promise<boolean>;
  /** Refunds that are neither done nor failed, oldest first. */
  openRefunds(limit: number): Promise<readonly Refund[]>;
  /** Callbacks nobody has accepted yet, oldest first. */
  pendingCallbacks(limit: number): Promise<readonly Callback[]>;
  /** Oldest first. */
  lostPayments(limit: number): Promise<readonly LostPayment[]>;
}

export interface RecoveryStore extends RecoveryReader {
  add(mark: RecoveryMark): Promise<void>;
  put(mark: RecoveryMark): Promise<void>;
  /** Lets one refund go; again is no error. */
  releaseRefund(recoveryNo: string, platformRefundOrderNo: string, at: EpochMs): Promise<void>;
  /** Once per attempt number, and no more than `maxLostPayments`. */
  keepLost(payment: LostPayment): Promise<'added' | 'exists' | 'full'>;
}
