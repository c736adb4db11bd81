import MySql2Client, { type CompiledQuery } from 'knex/lib/dialects/mysql2/index.js';
import { errorField, lockTimeoutMs } from '../sql/server-address.js';

/**
 * What every connection is set to, whatever the server's defaults are. The SQL mode is a whole: strict, so that nothing is cut silently, and
 * without NO_BACKSLASH_ESCAPES or ANSI_QUOTES, on which the driver's escaping of values depends.
 */
const sessionStatements: readonly string[] = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION sql_mode='STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
];
/** Settings that some servers of the family do not know. */
const optionalStatements: readonly string[] = [`SET SESSION innodb_lock_wait_timeout=${Math.ceil(lockTimeoutMs / 1000)}`];
const unknownVariable = '1193';

/** knex's mysql2 client with our session settings and a time limit for every statement. */
export class MySqlFamilyClient extends MySql2Client {
  override async acquireRawConnection(): Promise<object> {
    const connection = await super.acquireRawConnection();
    try {
      for (const sql of sessionStatements) await this._query(connection, { sql });
      for (const sql of optionalStatements) await this.#tryOut(connection, sql);
    } catch (error) {
      (connection as { destroy(): void }).destroy();
      throw error;
    }
    return connection;
  }

  override _query(connection: object, query: CompiledQuery): Promise<CompiledQuery> {
    query.options = { ...query.options, timeout: (this.config as { readonly answerMs: number }).answerMs };
    return super._query(connection, query);
  }

  async #tryOut(connection: object, sql: string): Promise<void> {
    try {
      await this._query(connection, { sql });
    } catch (error) {
      if (errorField(error, 'errno') !== unknownVariable) throw error;
    }
  }
}
