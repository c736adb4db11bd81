import { TamperedError, type Vault } from '../../../../application/ports/vault.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { epochMs, isUnreadable, optional, text } from './codecs.js';
import { keyIn, keyPage } from './key-pages.js';
import { prefixed } from './mac-text.js';
import { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, UnitScope } from './unit-scope.js';

/** Since when rows carry a code, and since when none may be without one. Under a code itself. */
export interface RowCodeMark { readonly name: string; readonly sinceAt: EpochMs; readonly doneAt: EpochMs | undefined; readonly mac: string }
export const rowCodeMarkTable = new SqlTable<RowCodeMark>('row_code_mark', {
  name: ['mark_name', text(32)], sinceAt: ['since_at', epochMs], doneAt: ['done_at', optional(epochMs)], mac: ['mark_mac', text(64)],
}, ['name']);

const moneyMark = 'row-codes';

/** Of a table with codes (coded-tables.ts), what tells whether a row can get one. */
interface CodedTable {
  readonly table: { readonly name: string; readonly columnNames: readonly string[] };
  readonly keys: readonly string[];
  recode(stored: unknown): Promise<'current' | 'changed' | { readonly rowMac: string }>;
}

/** Throws TamperedError for a mark that was changed. None at all lets no row without a code pass. */
export async function rowCodeMark(session: Session, vault: Vault, name = moneyMark): Promise<RowCodeMark | undefined> {
  const mark = await rowCodeMarkTable.first(session, { name });
  if (mark !== undefined && vault.rowMacFits(rowCodeMarkTable.name, markText(mark), mark.mac) === 'no') throw new TamperedError('the mark of row codes was changed past the platform', { row: { table: rowCodeMarkTable.name, rowNo: name } });
  return mark;
}

const markText = ({ name, sinceAt, doneAt }: Omit<RowCodeMark, 'mac'>): string => prefixed([name, sinceAt, doneAt]);
/** The mark under its code. */
export const sealedMark = (vault: Vault, mark: Omit<RowCodeMark, 'mac'>): RowCodeMark => ({ ...mark, mac: vault.rowMac(rowCodeMarkTable.name, markText(mark)) });

/**
 * Once in the life of a database, by the first process of a release that knows codes: where orders are there and none has a code, those until now may be
 * without one; anywhere else none may. `lost`: there are rows with codes, so there was a mark; then none may either, or whoever takes the mark away would be
 * let pass. `none`: the mark says that every row has a code, and not one has: rows of an earlier release were brought beside it. To let them pass would let everybody pass who takes
 * all codes away. Throws TamperedError.
 */
export async function prepareRowCodes(units: UnitRunner, vault: Vault, tables: readonly string[], now: EpochMs): Promise<'known' | 'made' | 'lost' | 'none'> {
  return units.run(async (scope) => {
    const known = await rowCodeMark(scope, vault);
    if (known !== undefined && known.doneAt === undefined) return 'known';
    const [hasCodes, hasRows] = [await anyRow(scope, tables, true), await anyRow(scope, tables, false)];
    if (known !== undefined) return hasRows && !hasCodes ? 'none' : 'known';
    const mark = sealedMark(vault, { name: moneyMark, sinceAt: now, doneAt: hasCodes || !hasRows ? now : undefined });
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
 * From now on no row may be without a code; false where one still can get one. A row that cannot be read never gets any: it is a changed row from now on, or whoever
 * writes one could hold the door open for ever. Each table of daily work stands in `tables` before its archive and is looked at once more at the end: a row may have come back from the archive meanwhile.
 */
export async function endUncoded(scope: UnitScope, vault: Vault, tables: readonly CodedTable[], now: EpochMs): Promise<boolean> {
  const mark = await rowCodeMarkTable.firstLocked(scope, { name: moneyMark });
  if (mark === undefined) return true;
  for (const table of [...tables, ...tables]) if (await anyToCode(scope, table, mark.sinceAt)) return false;
  const ended = rowCodeMarkTable.encode(sealedMark(vault, { name: mark.name, sinceAt: mark.sinceAt, doneAt: now }));
  await scope.writing().table(rowCodeMarkTable.name).where(rowCodeMarkTable.condition({ name: moneyMark })).update(ended);
  return true;
}

const pageRows = 100;
/** More rows that cannot be read than any accident leaves; behind so many nobody looks for one that can. */
const maxUnreadable = 10_000;

/** Whether a row without a code is left that the walk can give one. */
async function anyToCode(scope: UnitScope, coded: CodedTable, sinceAt: EpochMs): Promise<boolean> {
  const { table, keys } = coded;
  let last: ReturnType<typeof keyIn> | undefined;
  for (let seen = 0; seen < maxUnreadable; seen += pageRows) {
    const query = scope.reading.table(table.name).select(table.columnNames).whereNull('row_mac').where('created_at', '<', sinceAt);
    const rows = await keyPage(query, keys, last, pageRows) as readonly Readonly<Record<string, unknown>>[];
    for (const row of rows) if (await canBeCoded(coded, row)) return true;
    if (rows.length < pageRows) return false;
    last = keyIn(rows.at(-1) ?? {}, keys);
  }
  return false;
}

async function canBeCoded(coded: CodedTable, row: unknown): Promise<boolean> {
  try {
    return typeof await coded.recode(row) === 'object';
  } catch (error) {
    if (isUnreadable(error) || error instanceof TamperedError) return false;
    throw error;
  }
}

/** Whether there is a row in one of these tables, or one with a code. */
export async function anyRow(scope: Session, tables: readonly string[], coded: boolean): Promise<boolean> {
  for (const table of tables) {
    const query = scope.reading.table(table).select('version').limit(1);
    const rows: unknown = await (coded ? query.whereNotNull('row_mac') : query);
    if ((rows as readonly unknown[]).length > 0) return true;
  }
  return false;
}
