import type { Knex } from 'knex';

/** A client that can build a query, and the schema its tables are in; undefined: the account's own. */
export interface Catalogue { readonly schemaName: string | undefined; queryBuilder(): Knex.QueryBuilder }
export interface CompiledLookup { readonly sql: string; readonly bindings: readonly unknown[] }

/**
 * Looks into the catalogue views that Oracle has and DM copied. An account that owns nothing (DB-02) sees the tables of the other schema in
 * ALL_… only.
 */
function lookUp(catalogue: Catalogue, view: string, wanted: Readonly<Record<string, string>>, owner = 'owner'): Knex.QueryBuilder {
  const { schemaName } = catalogue;
  const names = Object.fromEntries(Object.entries(wanted).map(([column, name]) => [column, name.toUpperCase()]));
  const where = schemaName === undefined ? names : { [owner]: schemaName.toUpperCase(), ...names };
  return catalogue.queryBuilder().from(`${schemaName === undefined ? 'user' : 'all'}_${view}`).select(Object.keys(wanted)).where(where);
}

export const tableQuery = (catalogue: Catalogue, table: string): CompiledLookup =>
  lookUp(catalogue, 'tables', { table_name: table }).toSQL();

export const columnQuery = (catalogue: Catalogue, table: string, column: string): CompiledLookup =>
  lookUp(catalogue, 'tab_columns', { table_name: table, column_name: column }).toSQL();

/** Whether the table has an index of that name. */
export async function hasIndex(knex: Knex, schemaName: string | undefined, table: string, index: string): Promise<boolean> {
  const catalogue = { schemaName, queryBuilder: () => knex.queryBuilder() };
  const rows: unknown = await lookUp(catalogue, 'indexes', { table_name: table, index_name: index }, 'table_owner');
  return Array.isArray(rows) && rows.length > 0;
}
