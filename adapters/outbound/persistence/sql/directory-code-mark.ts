import { TamperedError, type Vault } from '../../../../application/ports/vault.js';
import type { AuditEntry } from '../../../../domain/audit/audit-entry.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { auditTable } from './audit-repository.js';
import { isUnreadable } from './codecs.js';
import { directoryTables, type DirectoryTable } from './coded-tables.js';
import { DirectoryCodes } from './directory-codes.js';
import { anyRow, rowCodeMark, rowCodeMarkTable, sealedMark } from './row-code-mark.js';
import { storePins } from './row-journal/directory-pins.js';
import type { UnitRunner } from './unit-runner.js';
import type { UnitScope } from './unit-scope.js';

const markName = 'directory-codes';
/** Its number is fixed, so that it is found by its key: what stands in the chain of entries cannot be taken out unseen. */
const entryId = 'directory-codes';
const names = directoryTables.map(({ table }) => table.name);

/**
 * Once in the life of a database, by the first process of a release that knows codes of the directory, before anybody reads it: every row gets its code in one transaction, and none is let pass
 * without one from then on. `lost`: the mark is gone although there are codes, or were; nothing gets one. `none`: there were to be codes, and not one row has any (decision 0037). Throws TamperedError.
 */
export async function prepareDirectoryCodes(units: UnitRunner, vault: Vault, now: EpochMs): Promise<'known' | 'made' | 'lost' | 'none'> {
  return units.run(async (scope) => {
    const known = await rowCodeMark(scope, vault, markName);
    const [hasCodes, hasRows] = [await anyRow(scope, names, true), await anyRow(scope, names, false)];
    const wasMade = known !== undefined || hasCodes || await auditTable.first(scope, { entryId }) !== undefined;
    if (wasMade && hasRows && !hasCodes) return 'none';
    if (known !== undefined) return 'known';
    try {
      await scope.writingFirst().insert(rowCodeMarkTable.name, rowCodeMarkTable.encode(sealedMark(vault, { name: markName, sinceAt: now, doneAt: now })));
    } catch (error) {
      if (units.engine.classify(error) !== 'UNIQUE') throw error;
      await scope.refuseWrites();
      return 'known';
    }
    if (wasMade) return 'lost';
    let rows = 0;
    for (const table of directoryTables) rows += await codeAll(scope, vault, table);
    await storePins(scope, vault, entryOf(rows, now));
    return 'made';
  });
}

const entryOf = (rows: number, at: EpochMs): AuditEntry => ({
  entryId, at, actor: { kind: 'system', code: 'row-codes', address: undefined }, action: 'directory.codes-made', objectKind: 'key', objectNo: markName, description: '基础数据各行已带校验码，此后没有校验码的行一律停用',
  before: undefined, after: { rows: String(rows) }, requestId: undefined,
});

/** How many rows got one. One that cannot be read was not written by the platform, and gets none. */
async function codeAll(scope: UnitScope, vault: Vault, { table, keys }: DirectoryTable): Promise<number> {
  const codes = new DirectoryCodes(vault);
  const rows: unknown = await scope.reading.table(table.name).select(table.columnNames);
  let coded = 0;
  for (const row of rows as readonly Readonly<Record<string, string>>[]) {
    try {
      const { rowMac } = codes.coded(table, table.decode(row), 0);
      await scope.writing().table(table.name).where(Object.fromEntries(keys.map((key) => [key, row[key] ?? '']))).update({ row_mac: rowMac });
      coded += 1;
    } catch (error) {
      if (!isUnreadable(error) && !(error instanceof TamperedError)) throw error;
    }
  }
  return coded;
}
