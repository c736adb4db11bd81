/** The parts of knex's mysql2 client that we extend; knex publishes no types for them. */
declare module 'knex/lib/dialects/mysql2/index.js' {
  import type { Knex } from 'knex';

  export interface CompiledQuery { sql: string; bindings?: unknown[]; options?: object; response?: unknown }

  class MySql2Client extends Knex.Client {
    acquireRawConnection(): Promise<object>;
    _query(connection: object, query: CompiledQuery): Promise<CompiledQuery>;
  }
  export default MySql2Client;
}
