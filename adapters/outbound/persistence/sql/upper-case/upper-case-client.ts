import Client, { type CompiledQuery } from 'knex/lib/client.js';
import { UpperCaseColumnCompiler, UpperCaseQueryCompiler, UpperCaseSchemaCompiler, UpperCaseTableCompiler } from './compilers.js';
import { countPlaceholders, lowerCased, quoted, refuseOtherThan } from './statements.js';

/** What a driver answers to one statement: rows of a query, or how many rows a change changed. */
export interface Answer { readonly rows?: readonly Readonly<Record<string, unknown>>[] | undefined; readonly rowsAffected?: number | undefined }

/** A connection of DM's or Oracle's driver: transactions begin by themselves and end by these two. */
export interface UpperCaseConnection { commit(): Promise<unknown>; rollback(): Promise<unknown>; close(): Promise<unknown> }

/**
 * What DM and Oracle have in common, on knex's base client: names in upper case and quoted, no word to begin a transaction, a driver with
 * `execute`, `commit` and `rollback`. knex's own Oracle dialect is no base for either: it writes inserts as blocks of PL/SQL and commits when a
 * connection goes back to the pool.
 */
export abstract class UpperCaseClient extends Client {
  /** Schema of the tables where it is not the account's own. */
  schemaName: string | undefined;
  readonly #inUnit = new WeakSet<object>();

  /** Runs one statement. `commits`: nothing else belongs to it, so it is stored at once. */
  protected abstract run(connection: UpperCaseConnection, sql: string, values: readonly unknown[], commits: boolean): Promise<Answer>;
  protected abstract isLost(error: unknown): boolean;

  override wrapIdentifierImpl(value: string): string { return value === '*' ? '*' : quoted(value); }
  override queryCompiler(builder: unknown, formatter: unknown): unknown { return new UpperCaseQueryCompiler(this, builder, formatter); }
  override schemaCompiler(builder: unknown): unknown { return new UpperCaseSchemaCompiler(this, builder); }
  override tableCompiler(builder: unknown): unknown { return new UpperCaseTableCompiler(this, builder); }
  override columnCompiler(table: unknown, builder: unknown): unknown { return new UpperCaseColumnCompiler(this, table, builder); }

  /** From here to commit or rollback nothing is stored by itself. */
  begin(connection: object): void { this.#inUnit.add(connection); }
  commit(connection: object): Promise<void> { return this.#end(connection, 'commit'); }
  rollback(connection: object): Promise<void> { return this.#end(connection, 'rollback'); }

  /** The pool closes the connection at its next look instead of handing it out again. */
  discard(connection: object): void { Object.assign(connection, { __knex__disposed: 'transaction state not known' }); }

  override async destroyRawConnection(connection: unknown): Promise<void> {
    try {
      await driverConnection(connection).close();
    } catch (error) {
      // Most connections are closed because their line is gone already.
      if (!this.isLost(error)) throw error;
    }
  }

  async _query(connection: object, query: CompiledQuery): Promise<CompiledQuery> {
    const values = query.bindings ?? [];
    refuseOtherThan(this.placeholdersOf(query.sql), values);
    try {
      const { rows, rowsAffected } = await this.run(driverConnection(connection), query.sql, values, !this.#inUnit.has(connection));
      if (rows !== undefined) query.response = rows.map(lowerCased);
      if (rowsAffected !== undefined) query.changes = rowsAffected;
      return query;
    } catch (error) {
      if (this.isLost(error)) this.discard(connection);
      throw error;
    }
  }

  processResponse(query: CompiledQuery, runner: unknown): unknown {
    const { response, changes } = query;
    if (query.output) return query.output.call(runner, response);
    if (query.method === 'first') return response?.[0];
    if (query.method === 'pluck') return response?.map((row) => row[query.pluck ?? '']);
    return response ?? changes;
  }

  protected placeholdersOf(sql: string): number { return countPlaceholders(sql); }

  async #end(connection: object, how: 'commit' | 'rollback'): Promise<void> {
    this.#inUnit.delete(connection);
    try {
      await driverConnection(connection)[how]();
    } catch (error) {
      this.discard(connection);
      throw error;
    }
  }
}

function driverConnection(connection: unknown): UpperCaseConnection {
  if (typeof connection !== 'object' || connection === null || !('rollback' in connection)) throw new Error('not a connection of this engine');
  return connection as UpperCaseConnection;
}
