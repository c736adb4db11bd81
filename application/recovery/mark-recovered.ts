import type { Actor } from '../../domain/audit/audit-entry.js';
import { dashedTime, type EpochMs } from '../../domain/kernel/china-time.js';
import { newRecoveryMark, type RecoveryMark } from '../../domain/recovery/recovery-mark.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';

/** Says of this database that it was put back to an earlier moment: from now on what may have been done twice is held (BAK-03). */
export class MarkRecovered {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  async run(backupTakenAt: EpochMs | undefined, by: Actor): Promise<RecoveryMark> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async (stores) => {
      // A clock that was set back must not make old orders look new.
      const restoredAt = Math.max(clock.now(), await stores.recovery.latestMoment() ?? 0);
      const mark = newRecoveryMark(ids.next(), restoredAt, backupTakenAt);
      await stores.recovery.add(mark);
      await auditRecovery(stores, this.#parts, by, {
        action: 'recovery.marked', objectKind: 'recovery', objectNo: mark.recoveryNo, description: '数据库已从备份恢复，支付、退款和回调暂扣待核对', before: undefined,
        after: { backupTakenAt: backupTakenAt === undefined ? '' : dashedTime(backupTakenAt) },
      });
      return mark;
    });
  }
}
