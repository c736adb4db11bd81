import { maxNamedRows, type RowIntegrity, type RowVerdict } from '../../../../application/ports/row-integrity.js';
import { TamperedError, type Vault } from '../../../../application/ports/vault.js';
import { UnreadableValue } from './codecs.js';
import { codedTables, type CodedTable } from './coded-tables.js';
import { rowCodeMark } from './row-code-mark.js';
import { RowCodes } from './row-codes.js';
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
    let [rows, uncoded, changed] = [0, 0, 0];
    const named: { readonly table: string; readonly rowNo: string }[] = [];
    for (const coded of codedTables(this.#vault, new RowCodes(this.#vault, () => Promise.resolve(mark)))) {
      for await (const { rowNo, judged } of this.#judged(coded)) {
        rows += 1;
        if (judged === 'uncoded') uncoded += 1;
        if (judged === 'changed') changed += 1;
        if (judged === 'changed' && named.length < maxNamedRows) named.push({ table: coded.table.name, rowNo });
      }
    }
    return { rows, uncoded, changed, named };
  }

  async *#judged(coded: CodedTable): AsyncGenerator<{ readonly rowNo: string; readonly judged: Awaited<ReturnType<CodedTable['judge']>> }> {
    const { table: { name, columnNames }, key } = coded;
    for (let last = ''; ;) {
      const page = this.#units.reading.table(name).select(columnNames).orderBy(key).limit(pageRows);
      // An empty text is NULL on some engines, and nothing is greater.
      const rows: unknown = await (last === '' ? page : page.where(key, '>', last));
      for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
        last = String(row[key]);
        yield { rowNo: last, judged: await judgeOf(coded, row) };
      }
      if ((rows as readonly unknown[]).length < pageRows) return;
    }
  }
}

/** What cannot be read or opened was not written by the platform. */
async function judgeOf(coded: CodedTable, row: unknown): ReturnType<CodedTable['judge']> {
  try {
    return await coded.judge(row);
  } catch (error) {
    if (error instanceof UnreadableValue || error instanceof TamperedError || error instanceof SyntaxError || error instanceof RangeError) return 'changed';
    throw error;
  }
}
