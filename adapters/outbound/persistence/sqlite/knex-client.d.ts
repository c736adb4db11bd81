/** The parts of knex's better-sqlite3 client that we extend; knex publishes no types for them. */
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import type { Knex } from 'knex';

  export interface CompiledQuery { sql: string; bindings?: unknown[]; response?: unknown; context?: { lastID: unknown; changes: number } }

  class BetterSqliteClient extends Knex.Client {
    connectionSettings: { filename: string; options?: { reader?: boolean } };
    _driver(): unknown;
    acquireRawConnection(): Promise<object>;
    destroyRawConnection(connection: object): Promise<void>;
    _query(connection: object, query: CompiledQuery): Promise<CompiledQuery>;
  }
  export default BetterSqliteClient;
}
