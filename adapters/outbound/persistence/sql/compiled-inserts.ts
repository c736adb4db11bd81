import type { Knex } from 'knex';
import { maxInsertValues, type DriverConnection } from './engine.js';
import type { Stored, StoredRow } from './codecs.js';

/** `order` is the place of each placeholder's value among the values of all rows, row by row. */
interface Compiled { readonly sql: string; readonly order: readonly number[] }

/** The part of a knex client that runs a finished statement on one connection; it sets the engine's kind of placeholders and its errors. */
interface StatementRunner { query(connection: DriverConnection, statement: { sql: string; bindings: unknown[]; method: 'insert' }): Promise<unknown> }

/**
 * INSERT statements, compiled by knex once for each table and number of rows and kept. Building the same text again for each row costs more than
 * running it; a repository always writes all columns of its table, so the text never changes.
 */
export class CompiledInserts {
  readonly #writer: Knex;
  readonly #rowsPerInsert: number;
  readonly #known = new Map<string, Compiled>();

  constructor(writer: Knex, rowsPerInsert: number) {
    this.#writer = writer;
    this.#rowsPerInsert = rowsPerInsert;
  }

  async runAll(connection: DriverConnection, table: string, columns: readonly string[], rows: readonly (readonly Stored[])[]): Promise<void> {
    const atOnce = Math.max(1, Math.min(this.#rowsPerInsert, Math.floor(maxInsertValues / columns.length)));
    for (let from = 0; from < rows.length; from += atOnce) await this.#run(connection, table, columns, rows.slice(from, from + atOnce));
  }

  run(connection: DriverConnection, table: string, row: StoredRow): Promise<void> { return this.#run(connection, table, Object.keys(row), [Object.values(row)]); }

  async #run(connection: DriverConnection, table: string, columns: readonly string[], rows: readonly (readonly Stored[])[]): Promise<void> {
    const key = `${rows.length} ${table} ${columns.join(' ')}`;
    const { sql, order } = this.#known.get(key) ?? this.#compile(key, table, columns, rows.length);
    if (rows.some((row) => row.length !== columns.length)) throw new Error(`a row of ${table} with more or fewer values than columns`);
    const bindings: Stored[] = [];
    for (const place of order) {
      const value = rows[Math.floor(place / columns.length)]?.[place % columns.length];
      if (value === undefined) throw new Error(`a row of ${table} without ${columns[place % columns.length] ?? ''}`);
      bindings.push(value);
    }
    await (this.#writer.client as StatementRunner).query(connection, { sql, bindings, method: 'insert' });
  }

  /** Compiled with each value's place as its value: so the bindings tell the order in which values are wanted. */
  #compile(key: string, table: string, columns: readonly string[], rowCount: number): Compiled {
    const rows = Array.from({ length: rowCount }, (_, row) => Object.fromEntries(columns.map((column, index) => [column, row * columns.length + index])));
    const { sql, bindings } = this.#writer(table).insert(rows).toSQL();
    const compiled = { sql, order: bindings.map(Number) };
    this.#known.set(key, compiled);
    return compiled;
  }
}
