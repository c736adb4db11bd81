import type { Knex } from 'knex';
import type { DriverConnection } from './engine.js';
import type { StoredRow } from './codecs.js';

interface Compiled { readonly sql: string; readonly columns: readonly string[] }

/** The part of a knex client that runs a finished statement on one connection; it sets the engine's kind of placeholders and its errors. */
interface StatementRunner { query(connection: DriverConnection, statement: { sql: string; bindings: unknown[]; method: 'insert' }): Promise<unknown> }

/**
 * INSERT statements, compiled by knex once for each table and kept. Building the same text again for each row costs more than running it; a
 * repository always writes all columns of its table, so the text never changes.
 */
export class CompiledInserts {
  readonly #writer: Knex;
  readonly #known = new Map<string, Compiled>();

  constructor(writer: Knex) { this.#writer = writer; }

  async run(connection: DriverConnection, table: string, row: StoredRow): Promise<void> {
    const { sql, columns } = this.#known.get(table) ?? this.#compile(table, row);
    if (Object.keys(row).length !== columns.length) throw new Error(`a row of ${table} with other columns than the one before`);
    const bindings = columns.map((column) => {
      const value = row[column];
      if (value === undefined) throw new Error(`a row of ${table} without ${column}`);
      return value;
    });
    await (this.#writer.client as StatementRunner).query(connection, { sql, bindings, method: 'insert' });
  }

  /** Compiled with each column's name as its value: so the bindings tell the order in which values are wanted. */
  #compile(table: string, row: StoredRow): Compiled {
    const { sql, bindings } = this.#writer(table).insert(Object.fromEntries(Object.keys(row).map((column) => [column, column]))).toSQL();
    const compiled = { sql, columns: bindings.map(String) };
    this.#known.set(table, compiled);
    return compiled;
  }
}
