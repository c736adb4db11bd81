import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';

/** Rows and bytes of one table: its rows with their primary key, and each further index. */
export interface TableSize { readonly table: string; readonly rows: number; readonly rowBytes: number; readonly indexBytes: Readonly<Record<string, number>> }

const mysqlSizes = `select table_name as tbl, index_name as idx, stat_value * @@innodb_page_size as bytes from mysql.innodb_index_stats
  where database_name = database() and stat_name = 'size'`;
const kingbaseSizes = `select c.relname as tbl, coalesce(i.relname, 'PRIMARY') as idx, coalesce(pg_relation_size(i.oid), pg_table_size(c.oid)) as bytes
  from pg_class c join pg_namespace s on s.oid = c.relnamespace and s.nspname = current_schema()
  left join lateral (select null::text as relname, null::oid as oid union all select x.relname::text, x.oid from pg_index d join pg_class x on x.oid = d.indexrelid where d.indrelid = c.oid) i on true
  where c.relkind = 'r'`;

/** What lies on the disk now. Rows are counted, not guessed. */
export async function sizesOf(engine: SqlEngine, tables: readonly string[]): Promise<readonly TableSize[]> {
  const answer: unknown = await engine.writer.raw(engine.name === 'mysql' ? mysqlSizes : kingbaseSizes);
  const found = rowsOf(answer).map((row) => ({ table: String(row['tbl']), index: String(row['idx']), bytes: Number(row['bytes']) }));
  const sizes: TableSize[] = [];
  for (const table of tables) {
    const counted: unknown = await engine.writer(table).count({ total: '*' });
    const own = found.filter((one) => one.table === table);
    const isRow = (index: string): boolean => index === 'PRIMARY';
    sizes.push({
      table, rows: Number((counted as readonly { readonly total: unknown }[])[0]?.total),
      rowBytes: own.filter(({ index }) => isRow(index)).reduce((sum, { bytes }) => sum + bytes, 0),
      indexBytes: Object.fromEntries(own.filter(({ index }) => !isRow(index)).map(({ index, bytes }) => [index, bytes])),
    });
  }
  return sizes;
}

/** The rows of a raw statement: drivers wrap them each in their own way. */
export function rowsOf(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  const rows: unknown = Array.isArray(answer) ? answer[0] : (answer as { readonly rows: unknown }).rows;
  return (Array.isArray(rows) ? rows : []) as readonly Readonly<Record<string, unknown>>[];
}
