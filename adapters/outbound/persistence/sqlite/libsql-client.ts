import BetterSqliteClient, { type CompiledQuery } from 'knex/lib/dialects/better-sqlite3/index.js';
import { discard } from '../sql/server-address.js';
import { LibsqlConnection, loadDriver, type Outcome } from './libsql-connection.js';
import { classifySqlite } from './sqlite-errors.js';

/** knex's better-sqlite3 dialect on libsql, with prepared statements kept per connection. */
export class LibsqlClient extends BetterSqliteClient {
  override _driver(): unknown { return loadDriver(); }

  override acquireRawConnection(): Promise<object> {
    const { filename, options } = this.connectionSettings;
    return Promise.resolve(new LibsqlConnection(filename, options?.reader === true));
  }

  override destroyRawConnection(connection: object): Promise<void> {
    if (connection instanceof LibsqlConnection) connection.close();
    return Promise.resolve();
  }

  // async although nothing waits: knex attaches its handlers to the promise, and a thrown error must arrive there.
  override async _query(connection: object, query: CompiledQuery): Promise<CompiledQuery> {
    if (!(connection instanceof LibsqlConnection)) throw new Error('not a connection of this engine');
    const { rows, changes, lastId } = this.#run(connection, query);
    query.response = rows ?? { changes };
    if (rows === undefined) query.context = { lastID: lastId, changes };
    return query;
  }

  /** A write outside a unit that meets another process's lock stays half-way in the driver's hands: no later COMMIT of its connection succeeds. */
  #run(connection: LibsqlConnection, query: CompiledQuery): Outcome {
    try {
      return connection.query(query.sql, query.bindings ?? []);
    } catch (error) {
      if (classifySqlite(error) === 'LOCK_TIMEOUT') discard(connection);
      throw error;
    }
  }
}
