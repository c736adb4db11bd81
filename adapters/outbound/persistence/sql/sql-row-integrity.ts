import { maxNamedRows, type JournalVerdict, type RowIntegrity, type RowVerdict } from '../../../../application/ports/row-integrity.js';
import { TamperedError, type Vault } from '../../../../application/ports/vault.js';
import { isUnreadable } from './codecs.js';
import { codedDirectory, codedTables, type CodedTable } from './coded-tables.js';
import { keyIn, keyPage } from './key-pages.js';
import { rowCodeMark } from './row-code-mark.js';
import { RowCodes } from './row-codes.js';
import { SqlRowJournal } from './row-journal/sql-row-journal.js';
import type { UnitRunner } from './unit-runner.js';

const pageRows = 500;

/** Goes through every row that carries a code, beside whatever is written meanwhile. */
export class SqlRowIntegrity implements RowIntegrity {
  readonly #units: UnitRunner;
  readonly #vault: Vault;
  constructor(units: UnitRunner, vault: Vault) {
    this.#units = units;
    this.#vault = vault;
  }

  async verify(): Promise<RowVerdict> {
    const mark = await rowCodeMark({ reading: this.#units.reading, locksRows: false }, this.#vault);
    return this.#verdictOn(codedTables(this.#vault, new RowCodes(this.#vault, () => Promise.resolve(mark))));
  }
  verifyDirectory(): Promise<RowVerdict> { return this.#verdictOn(codedDirectory(this.#vault)); }
  verifyJournal(): Promise<JournalVerdict> { return new SqlRowJournal(this.#units, this.#vault).verify(); }

  async #verdictOn(tables: readonly CodedTable[]): Promise<RowVerdict> {
    let [rows, uncoded, changed] = [0, 0, 0];
    const named: { readonly table: string; readonly rowNo: string }[] = [];
    for (const coded of tables) {
      for await (const { rowNo, judged } of this.#judged(coded)) {
        rows += 1;
        if (judged === 'uncoded') uncoded += 1;
        if (judged === 'changed') changed += 1;
        if (judged === 'changed' && named.length < maxNamedRows) named.push({ table: coded.table.name, rowNo });
      }
    }
    return { rows, uncoded, changed, named };
  }

  async *#judged({ table: { name, columnNames }, keys, ...coded }: CodedTable): AsyncGenerator<{ readonly rowNo: string; readonly judged: Awaited<ReturnType<CodedTable['judge']>> }> {
    for (let after: ReturnType<typeof keyIn> | undefined; ;) {
      const rows = await keyPage(this.#units.reading.table(name).select(columnNames), keys, after, pageRows) as readonly Readonly<Record<string, unknown>>[];
      for (const row of rows) {
        after = keyIn(row, keys);
        yield { rowNo: after.join(' '), judged: await judgeOf(coded, row) };
      }
      if (rows.length < pageRows) return;
    }
  }
}

/** What cannot be read or opened was not written by the platform. */
async function judgeOf(coded: Pick<CodedTable, 'judge'>, row: unknown): ReturnType<CodedTable['judge']> {
  try {
    return await coded.judge(row);
  } catch (error) {
    if (isUnreadable(error) || error instanceof TamperedError) return 'changed';
    throw error;
  }
}
