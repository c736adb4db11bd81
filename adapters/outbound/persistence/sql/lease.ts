import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { UnitRunner } from './unit-runner.js';
import type { WritingSession } from './unit-scope.js';

const leaseTable = 'work_lease';

/** Makes the row of a lease, which must not be there. */
export async function makeLease(session: WritingSession, name: string): Promise<void> {
  await session.writing().table(leaseTable).insert({ lease_name: name, lease_owner: null, lease_until: 0 });
}

/** Makes the row of a lease that nobody has held before. A second maker at the same moment is no error. */
export async function prepareLease(units: UnitRunner, name: string): Promise<void> {
  const rows: unknown = await units.reading.table(leaseTable).select('lease_name').where({ lease_name: name });
  if (Array.isArray(rows) && rows.length > 0) return;
  try {
    await units.run((scope) => makeLease(scope, name));
  } catch (error) {
    if (units.engine.classify(error) !== 'UNIQUE') throw error;
  }
}

/** Takes or renews a prepared lease; false while somebody else holds it. */
export async function takeLease(session: WritingSession, name: string, owner: string, now: EpochMs, ttlMs: number): Promise<boolean> {
  const changed: unknown = await session.writing().table(leaseTable).where({ lease_name: name })
    .where((free) => { void free.where({ lease_owner: owner }).orWhere('lease_until', '<=', now); })
    .update({ lease_owner: owner, lease_until: now + ttlMs });
  return changed === 1;
}

/** Gives a lease back before its time. */
export async function endLease(session: WritingSession, name: string, owner: string): Promise<void> {
  await session.writing().table(leaseTable).where({ lease_name: name, lease_owner: owner }).update({ lease_owner: null, lease_until: 0 });
}
