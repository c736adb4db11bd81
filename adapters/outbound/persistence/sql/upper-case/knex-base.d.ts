/** The parts of knex's dialect-free base that we extend; knex publishes no types for them. */
declare module 'knex/lib/client.js' {
  import type { Knex } from 'knex';

  export interface CompiledQuery {
    sql: string; bindings?: readonly unknown[]; method?: string; pluck?: string;
    output?: (this: unknown, response: unknown) => unknown;
    response?: Record<string, unknown>[]; changes?: number;
  }
  class Client extends Knex.Client {
    driverName: string;
    positionBindings(sql: string): string;
    wrapIdentifierImpl(value: string): string;
    queryCompiler(builder: unknown, formatter: unknown): unknown;
    schemaCompiler(builder: unknown): unknown;
    tableCompiler(builder: unknown): unknown;
    columnCompiler(table: unknown, builder: unknown): unknown;
  }
  export default Client;
}

declare module 'knex/lib/query/querycompiler.js' {
  class QueryCompiler {
    constructor(client: unknown, builder: unknown, formatter: unknown);
    single: { limit?: unknown; offset?: unknown; returning?: unknown; onConflict?: unknown; ignore?: unknown; merge?: unknown };
    grouped: Record<string, unknown[]>;
    select(): unknown;
    insert(): unknown;
    update(): unknown;
    del(): unknown;
    limit(): string;
    offset(): string;
    _getValueOrParameterFromAttribute(attribute: string): string;
  }
  export default QueryCompiler;
}

declare module 'knex/lib/schema/compiler.js' {
  class SchemaCompiler {
    constructor(client: unknown, builder: unknown);
    client: unknown;
    pushQuery(query: { sql: string; bindings: readonly unknown[]; output: (response: unknown) => unknown }): void;
  }
  export default SchemaCompiler;
}

declare module 'knex/lib/schema/tablecompiler.js' {
  class TableCompiler {
    constructor(client: unknown, builder: unknown);
    formatter: { wrap(name: string): string; columnize(columns: readonly string[]): string };
    addColumnsPrefix: string;
    grouped: { alterTable?: readonly { method: string; args: readonly unknown[] }[] };
    tableName(): string;
    pushQuery(sql: string): void;
  }
  export default TableCompiler;
}

declare module 'knex/lib/schema/columncompiler.js' {
  class ColumnCompiler {
    constructor(client: unknown, table: unknown, builder: unknown);
    modifiers: string[];
  }
  export default ColumnCompiler;
}
