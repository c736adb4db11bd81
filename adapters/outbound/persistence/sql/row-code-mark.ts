import { TamperedError, type Vault } from '../../../../application/ports/vault.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { epochMs, optional, text } from './codecs.js';
import { prefixed } from './mac-text.js';
import { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, UnitScope } from './unit-scope.js';

/** Since when rows carry a code, and since when none may be without one. Under a code itself. */
export interface RowCodeMark { readonly name: string; readonly sinceAt: EpochMs; readonly doneAt: EpochMs | undefined; readonly mac: string }
export const rowCodeMarkTable = new SqlTable<RowCodeMark>('row_code_mark', {
  name: ['mark_name', text(32)], sinceAt: ['since_at', epochMs], doneAt: ['done_at', optional(epochMs)], mac: ['mark_mac', text(64)],
}, ['name']);

const markName = 'row-codes';

/** Throws TamperedError for a mark that was changed. None at all lets no row without a code pass. */
export async function rowCodeMark(session: Session, vault: Vault): Promise<RowCodeMark | undefined> {
  const mark = await rowCodeMarkTable.first(session, { name: markName });
  if (mark !== undefined && vault.rowMacFits(rowCodeMarkTable.name, markText(mark), mark.mac) === 'no') throw new TamperedError('the mark of row codes was changed past the platform', { row: { table: rowCodeMarkTable.name, rowNo: markName } });
  return mark;
}

const markText = ({ name, sinceAt, doneAt }: Omit<RowCodeMark, 'mac'>): string => prefixed([name, sinceAt, doneAt]);
const sealed = (vault: Vault, mark: Omit<RowCodeMark, 'mac'>): RowCodeMark => ({ ...mark, mac: vault.rowMac(rowCodeMarkTable.name, markText(mark)) });

/**
 * Once in the life of a database, by the first process of a release that knows codes: where orders are there and none has a code, those until now may be
 * without one; anywhere else none may. `lost`: there are rows with codes, so there was a mark; then none may either, or whoever takes the mark away would be
 * let pass. Throws TamperedError.
 */
export async function prepareRowCodes(units: UnitRunner, vault: Vault, tables: readonly string[], now: EpochMs): Promise<'known' | 'made' | 'lost'> {
  return units.run(async (scope) => {
    if (await rowCodeMark(scope, vault) !== undefined) return 'known';
    const [hasCodes, hasRows] = [await anyRow(scope, tables, true), await anyRow(scope, tables, false)];
    const mark = sealed(vault, { name: markName, sinceAt: now, doneAt: hasCodes || !hasRows ? now : undefined });
    try {
      await scope.writingFirst().insert(rowCodeMarkTable.name, rowCodeMarkTable.encode(mark));
      return hasCodes ? 'lost' : 'made';
    } catch (error) {
      if (units.engine.classify(error) !== 'UNIQUE') throw error;
      await scope.refuseWrites();
      return 'known';
    }
  });
}

/**
 * From now on no row may be without a code; false where there still is one. Each table of daily work stands in `tables` before its archive and is looked at once
 * more at the end: a row may have come back from the archive meanwhile.
 */
export async function endUncoded(scope: UnitScope, vault: Vault, tables: readonly string[], now: EpochMs): Promise<boolean> {
  const mark = await rowCodeMarkTable.firstLocked(scope, { name: markName });
  if (mark === undefined) return true;
  for (const table of [...tables, ...tables]) {
    const rows: unknown = await scope.reading.table(table).select('version').whereNull('row_mac').where('created_at', '<', mark.sinceAt).limit(1);
    if ((rows as readonly unknown[]).length > 0) return false;
  }
  const ended = rowCodeMarkTable.encode(sealed(vault, { name: mark.name, sinceAt: mark.sinceAt, doneAt: now }));
  await scope.writing().table(rowCodeMarkTable.name).where(rowCodeMarkTable.condition({ name: markName })).update(ended);
  return true;
}

async function anyRow(scope: UnitScope, tables: readonly string[], coded: boolean): Promise<boolean> {
  for (const table of tables) {
    const query = scope.reading.table(table).select('version').limit(1);
    const rows: unknown = await (coded ? query.whereNotNull('row_mac') : query);
    if ((rows as readonly unknown[]).length > 0) return true;
  }
  return false;
}
