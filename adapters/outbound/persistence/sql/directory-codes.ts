import type { Vault } from '../../../../application/ports/vault.js';
import { RowCodes, type Coded } from './row-codes.js';
import type { SqlTable } from './sql-table.js';

/** A row of the directory as it is stored: with the code over it. */
export type WithCode<T> = T & { readonly rowMac: string | undefined };
interface Versioned { readonly version: number }

/**
 * Codes over the rows that say whom the platform trusts (INT-01, INT-03): whoever can write to the database, but has no key, neither becomes somebody else's developer nor moves
 * a payee to his own institution. No row is ever let pass without one: rows of earlier releases got theirs before anybody read them (directory-code-mark.ts).
 */
export class DirectoryCodes {
  readonly #codes: RowCodes;
  constructor(vault: Vault) { this.#codes = new RowCodes(vault, () => Promise.resolve(undefined)); }

  /** The row with its code. `rise`: how many versions on it will be when it is written. */
  coded<T extends Versioned>(table: SqlTable<WithCode<T>>, row: T, rise: 0 | 1): WithCode<T> {
    return this.#codes.coded(table as unknown as SqlTable<Coded>, { ...row, rowMac: undefined }, rise) as unknown as WithCode<T>;
  }

  /** What the platform wrote. Throws TamperedError for anything else. */
  async known<T extends Versioned>(table: SqlTable<WithCode<T>>, stored: WithCode<T>): Promise<T> {
    await this.#codes.check(table as unknown as SqlTable<Coded>, stored);
    const { rowMac: _, ...row } = stored;
    return row as unknown as T;
  }
  async maybe<T extends Versioned>(table: SqlTable<WithCode<T>>, stored: WithCode<T> | undefined): Promise<T | undefined> {
    return stored && this.known(table, stored);
  }
  all<T extends Versioned>(table: SqlTable<WithCode<T>>, stored: readonly WithCode<T>[]): Promise<readonly T[]> {
    return Promise.all(stored.map((row) => this.known(table, row)));
  }

  judge(table: SqlTable<Coded>, stored: Coded): ReturnType<RowCodes['judge']> { return this.#codes.judge(table, stored); }
}
