/** The parts of knex's PostgreSQL client that we extend; knex publishes no types for them. */
declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Knex } from 'knex';

  export interface CompiledQuery { sql: string; bindings?: unknown[]; options?: object; response?: unknown }

  class PgClient extends Knex.Client {
    connectionSettings: object;
    _acquireOnlyConnection(): Promise<object>;
    acquireRawConnection(): Promise<object>;
    _parseVersion(banner: string): string;
    _query(connection: object, query: CompiledQuery): Promise<CompiledQuery>;
  }
  export default PgClient;
}
