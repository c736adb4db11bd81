import type { TreeReader } from '../../../../application/ports/shared-facts.js';
import type { TreeFacts } from '../../../../domain/sharing/business-node.js';
import type { DirectoryCodes, WithCode } from './directory-codes.js';
import { nontaxItemTable, nontaxRegionTable, payeeTable } from './directory-columns.js';
import type { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';

/** Most records of one kind: many times what a city has. A tree without some of its parts would tell the city that they went. */
const maxRecords = 50_000;

/** The whole directory as the business tree is made of it. Throws TamperedError for a row that was changed past the platform. */
export class SqlTree implements TreeReader {
  readonly #units: UnitRunner;
  readonly #codes: DirectoryCodes;
  constructor(units: UnitRunner, codes: DirectoryCodes) {
    this.#units = units;
    this.#codes = codes;
  }

  async facts(): Promise<TreeFacts> {
    const [regions, payees, items] = [await this.#all(nontaxRegionTable, 'regionCode'), await this.#all(payeeTable, 'merchantNo'), await this.#all(nontaxItemTable, 'itemCode')];
    return { regions, payees: payees.map(({ chargingUnit, ...payee }) => ({ ...payee, unitCode: chargingUnit?.code })), items };
  }

  async #all<T extends { readonly version: number }>(table: SqlTable<WithCode<T>>, by: keyof WithCode<T> & string): Promise<readonly T[]> {
    const rows = table.list(await this.#units.reading.table(table.name).select(table.columnNames).orderBy(table.column(by)).limit(maxRecords + 1));
    if (rows.length > maxRecords) throw new RangeError(`${table.name}: more than ${maxRecords} records`);
    return this.#codes.all(table, rows);
  }
}
