import { TamperedError, type Vault } from '../../../../../application/ports/vault.js';
import type { AuditEntry, RecordedEntry } from '../../../../../domain/audit/audit-entry.js';
import type { EpochMs } from '../../../../../domain/kernel/china-time.js';
import { maxMentions, rowsWrittenText, type RowMention } from '../../../../../domain/audit/rows-written.js';
import { auditRow, auditTable } from '../audit-repository.js';
import { int, isUnreadable } from '../codecs.js';
import { codedDirectory, type CodedTable } from '../coded-tables.js';
import { keyIn } from '../key-pages.js';
import type { UnitRunner } from '../unit-runner.js';
import type { Session, UnitScope } from '../unit-scope.js';

/** The entry of a release that knew codes of the directory, and that of one that pins its rows only now. */
const madeId = 'directory-codes';
const pinnedId = 'directory-rows';
export const pinAction = 'directory.rows-pinned';

/** Whether this entry tells of every row of the directory, or is the first of several that do. */
export const isPin = ({ entryId, rowsWritten }: RecordedEntry): boolean => rowsWritten !== undefined && (entryId === madeId || entryId === pinnedId);

/**
 * Once in the life of a database the log tells of every row of the directory with its version, so that one which nobody changes any more is missed as well when it is deleted, and one that was
 * deleted before cannot come back (INT-02). What is told again meanwhile, or removed, is told by its own entry.
 */
export async function pinDirectoryRows(units: UnitRunner, vault: Vault, now: EpochMs): Promise<'known' | 'pinned'> {
  return units.run(async (scope) => {
    if (await isPinned(scope)) return 'known';
    const [first = '[]', ...rest] = await pinTexts(scope, vault);
    const entry: AuditEntry = {
      entryId: pinnedId, at: now, actor: { kind: 'system', code: 'row-codes', address: undefined }, action: pinAction, objectKind: 'key', objectNo: pinnedId,
      description: '基础数据各行的版本已登记，此后被删除或换回旧内容的行可以发现', before: undefined, after: undefined, requestId: undefined,
    };
    try {
      await scope.writingFirst().insert(auditTable.name, auditTable.encode(auditRow(entry, vault, first)));
    } catch (error) {
      if (units.engine.classify(error) !== 'UNIQUE') throw error;
      await scope.refuseWrites();
      return 'known';
    }
    await storeRest(scope, vault, entry, rest);
    return 'pinned';
  });
}

/** Stores an entry that tells of every row of the directory; further ones where they do not fit into one. */
export async function storePins(scope: UnitScope, vault: Vault, entry: AuditEntry): Promise<void> {
  const [first = '[]', ...rest] = await pinTexts(scope, vault);
  await auditTable.insert(scope, auditRow(entry, vault, first));
  await storeRest(scope, vault, entry, rest);
}

async function storeRest(scope: UnitScope, vault: Vault, entry: AuditEntry, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries()) await auditTable.insert(scope, auditRow({ ...entry, entryId: `${entry.entryId}-${at + 2}` }, vault, text));
}

async function isPinned(session: Session): Promise<boolean> {
  const rows: unknown = await session.reading.table(auditTable.name).select(['entry_id', 'rows_written']).whereIn('entry_id', [madeId, pinnedId]);
  return (rows as readonly Readonly<Record<string, unknown>>[]).some((row) => row['rows_written'] !== null);
}

async function pinTexts(session: Session, vault: Vault): Promise<readonly string[]> {
  const mentions: RowMention[] = [];
  for (const coded of codedDirectory(vault)) {
    const { table, keys } = coded;
    const rows: unknown = await session.reading.table(table.name).select(table.columnNames);
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      // A row that is not the platform's is only said to be there: whoever puts it right may put an older version.
      mentions.push({ table: table.name, key: keyIn(row, keys).map(String), version: await fits(coded, row) ? int.decode(row['version']) : 0, deed: 'changed' });
    }
  }
  const atOnce = maxMentions / 2;
  return Array.from({ length: Math.ceil(mentions.length / atOnce) }, (_, page) => rowsWrittenText(mentions.slice(page * atOnce, (page + 1) * atOnce)));
}

async function fits(coded: Pick<CodedTable, 'judge'>, row: unknown): Promise<boolean> {
  try {
    return await coded.judge(row) !== 'changed';
  } catch (error) {
    if (isUnreadable(error) || error instanceof TamperedError) return false;
    throw error;
  }
}
