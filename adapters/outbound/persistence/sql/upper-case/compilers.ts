import QueryCompiler from 'knex/lib/query/querycompiler.js';
import ColumnCompiler from 'knex/lib/schema/columncompiler.js';
import SchemaCompiler from 'knex/lib/schema/compiler.js';
import TableCompiler from 'knex/lib/schema/tablecompiler.js';
import { columnQuery, tableQuery, type Catalogue, type CompiledLookup } from './catalogue.js';

/** What the portable subset of SQL leaves out is refused before it reaches a server (databases.md 4). */
export class UpperCaseQueryCompiler extends QueryCompiler {
  override insert(): unknown {
    const { onConflict, ignore, merge } = this.single;
    refuseIf(onConflict !== undefined || ignore !== undefined || merge !== undefined, 'onConflict');
    this.#refuseReturning();
    return super.insert();
  }
  override update(): unknown {
    this.#refuseReturning();
    return super.update();
  }
  override del(): unknown {
    this.#refuseReturning();
    return super.del();
  }

  forUpdate(): string { return 'for update'; }
  forShare(): never { return refuse('forShare'); }
  forNoKeyUpdate(): never { return refuse('forNoKeyUpdate'); }
  forKeyShare(): never { return refuse('forKeyShare'); }

  #refuseReturning(): void { refuseIf(this.single.returning !== undefined, 'returning'); }
}

export class UpperCaseSchemaCompiler extends SchemaCompiler {
  hasTable(table: string): void { this.#ask(tableQuery(this.#catalogue, table)); }
  hasColumn(table: string, column: string): void { this.#ask(columnQuery(this.#catalogue, table, column)); }

  get #catalogue(): Catalogue { return this.client as Catalogue; }
  #ask({ sql, bindings }: CompiledLookup): void {
    this.pushQuery({ sql, bindings, output: (response) => Array.isArray(response) && response.length > 0 });
  }
}

/** CREATE TABLE with its primary key, ADD, CREATE and DROP INDEX: what the steps of the schema need, one statement each. */
export class UpperCaseTableCompiler extends TableCompiler {
  createQuery(columns: { readonly sql: readonly string[] }): void {
    const keys = (this.grouped.alterTable ?? []).filter(({ method }) => method === 'primary').map(({ args }) => args[0] as readonly string[]);
    const parts = [...columns.sql, ...keys.map((names) => `primary key (${this.formatter.columnize(names)})`)];
    this.pushQuery(`create table ${this.tableName()} (${parts.join(', ')})`);
  }

  /** In `createQuery` already. */
  primary(): void { return; }
  index(columns: readonly string[], name: string): void { this.#createIndex('index', columns, name); }
  unique(columns: readonly string[], { indexName }: { readonly indexName: string }): void { this.#createIndex('unique index', columns, indexName); }
  dropIndex(_columns: readonly string[], name: string): void { this.pushQuery(`drop index ${this.formatter.wrap(name)}`); }

  #createIndex(kind: string, columns: readonly string[], name: string): void {
    this.pushQuery(`create ${kind} ${this.formatter.wrap(name)} on ${this.tableName()} (${this.formatter.columnize(columns)})`);
  }
}
// `ADD COLUMN` is not known to Oracle; plain `ADD` is known to both.
UpperCaseTableCompiler.prototype.addColumnsPrefix = 'add ';

export class UpperCaseColumnCompiler extends ColumnCompiler {
  constructor(client: unknown, table: unknown, builder: unknown) {
    super(client, table, builder);
    this.modifiers = ['nullable'];
  }
}

function refuse(what: string): never {
  throw new Error(`${what} is not part of the SQL that every database understands`);
}

function refuseIf(condition: boolean, what: string): void {
  if (condition) refuse(what);
}
