import type { RecoveryStore } from '../../../../application/ports/recovery.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { maxLostPayments } from '../../../../domain/recovery/lost-payment.js';
import { maxListed } from '../sql/recovery-repository.js';
import { joined } from './memory-table.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';

/** Marks, releases and lost payments over the memory tables. */
export function recoveryStore(view: View): RecoveryStore {
  const { recoveryMarks, releasedRefunds, lostPayments, refunds, callbacks, audit } = view.tables;
  return {
    mark: async () => recoveryMarks.all(seen(view)).sort((a, b) => b.restoredAt - a.restoredAt || (a.recoveryNo < b.recoveryNo ? 1 : -1))[0],
    latestMoment: async () => audit.all(seen(view)).reduce<EpochMs | undefined>((latest, { entry }) => Math.max(latest ?? entry.at, entry.at), undefined),
    isReleased: async (recoveryNo, refundNo) => releasedRefunds.get(joined(recoveryNo, refundNo), seen(view)) !== undefined,
    openRefunds: async (limit) => oldest(refunds.all(seen(view)).filter((row) => ['requested', 'refunding'].includes(row.state)), (row) => row.createdAt, limit),
    pendingCallbacks: async (limit) => oldest(callbacks.all(seen(view)).filter((row) => row.state === 'pending'), (row) => row.createdAt, limit),
    lostPayments: async (limit) => oldest(lostPayments.all(seen(view)), (row) => row.toldAt, limit),
    add: async (mark) => {
      if (await addOnce(view, recoveryMarks, mark) === 'exists') throw new Error('a recovery number was given twice');
    },
    put: (mark) => put(view, recoveryMarks, mark.recoveryNo, mark),
    releaseRefund: async (recoveryNo, platformRefundOrderNo) => { await addOnce(view, releasedRefunds, { recoveryNo, platformRefundOrderNo }); },
    keepLost: async (payment) => {
      writing(view);
      if (lostPayments.get(payment.attemptNo, true)) return 'exists';
      return lostPayments.all(true).length >= maxLostPayments ? 'full' : addOnce(view, lostPayments, payment);
    },
  };
}

const oldest = <T>(rows: readonly T[], at: (row: T) => EpochMs, limit: number): readonly T[] =>
  [...rows].sort((a, b) => at(a) - at(b)).slice(0, Math.min(limit, maxListed));
