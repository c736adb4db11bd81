import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { SharedTableName } from '../../domain/sharing/shared-tables.js';
import type { Ids } from '../ports/ids.js';
import { maxSharedRows } from '../ports/share-books.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { BadRow } from './prepare-rows.js';

export interface BatchFate {
  readonly target: string; readonly table: SharedTableName; readonly batchNo: string; readonly bad: readonly BadRow[]; readonly goneKeys: readonly string[];
  readonly now: EpochMs;
}

/** Puts the bad rows of a batch aside, and lets those go that went this time. */
export async function keepQuarantine({ sharing }: Pick<Stores, 'sharing'>, ids: Ids, { target, table, batchNo, bad, goneKeys, now }: BatchFate): Promise<void> {
  const keys = [...new Set([...bad.map(({ key }) => key), ...goneKeys])];
  const known = new Map<string, Awaited<ReturnType<typeof sharing.quarantinedOf>>[number]>();
  for (let from = 0; from < keys.length; from += maxSharedRows) {
    for (const row of await sharing.quarantinedOf(target, table, keys.slice(from, from + maxSharedRows))) known.set(row.rowKey, row);
  }
  for (const { key, reason, detail } of bad) {
    const before = known.get(key);
    if (before) await sharing.putQuarantined({ ...before, reason, detail, state: 'open', batchNo, times: before.times + 1, lastAt: now });
    else {
      await sharing.addQuarantined({
        quarantineNo: ids.next(), target, table, rowKey: key, reason, detail, state: 'open', batchNo, times: 1, firstAt: now, lastAt: now, version: 1,
      });
    }
  }
  for (const key of goneKeys) {
    const before = known.get(key);
    if (before?.state === 'open') await sharing.putQuarantined({ ...before, state: 'released', batchNo, lastAt: now });
  }
}
