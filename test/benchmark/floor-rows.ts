import Database from 'libsql';

type Row = Readonly<Record<string, string | number | null>>;

/** What one order of the product left behind: the tables it wrote to, as they are defined, and a row of each. */
export interface RowSample { readonly definitions: readonly string[]; readonly rows: Readonly<Record<SampledTable, Row>> }
export type SampledTable = 'pay_order' | 'outbox' | 'audit_entry';
export const sampledTables: readonly SampledTable[] = ['pay_order', 'outbox', 'audit_entry'];

/** Reads the sample from the product's database, so that the floor stores the same columns, indexes and widths whatever the schema has become. */
export function sampleRows(databaseFile: string, platformOrderNo: string): RowSample {
  const database = new Database(databaseFile, { readonly: true });
  try {
    const of = (sql: string, ...values: string[]): unknown[] => database.prepare(sql).all(...values);
    const definitions = sampledTables.flatMap((table) => of('SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC', table)).map((row) => (row as { sql: string }).sql);
    const first = (sql: string): Row => {
      const found = of(sql, platformOrderNo)[0];
      if (found === undefined) throw new Error(`an order leaves no row for: ${sql}`);
      return found as Row;
    };
    return {
      definitions,
      rows: {
        pay_order: first('SELECT * FROM pay_order WHERE platform_order_no = ?'), outbox: first('SELECT * FROM outbox WHERE job_key = ?'),
        audit_entry: first('SELECT * FROM audit_entry WHERE object_no = ?'),
      },
    };
  } finally {
    database.close();
  }
}

/** What differs from one order to the next. */
export interface Fresh { readonly platformOrderNo: string; readonly bizOrderNo: string; readonly cashierToken: string; readonly jobId: string; readonly entryId: string }

/** The three rows of an order by the bare driver, in one commit that reaches the disk. */
export class FloorStore {
  readonly #database: Database.Database;
  readonly #inserts: readonly ((fresh: Fresh) => void)[];

  constructor(file: string, sample: RowSample) {
    this.#database = new Database(file);
    for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=OFF']) this.#database.exec(`PRAGMA ${pragma}`);
    for (const definition of sample.definitions) this.#database.exec(definition);
    this.#inserts = [
      this.#insert('pay_order', sample.rows.pay_order, (fresh) => ({ platform_order_no: fresh.platformOrderNo, biz_order_no: fresh.bizOrderNo, cashier_token: fresh.cashierToken })),
      this.#insert('outbox', sample.rows.outbox, (fresh) => ({ job_id: fresh.jobId, job_key: fresh.platformOrderNo })),
      this.#insert('audit_entry', sample.rows.audit_entry, (fresh) => ({ entry_id: fresh.entryId, object_no: fresh.platformOrderNo })),
    ];
  }

  store(fresh: Fresh): void {
    this.#database.exec('BEGIN IMMEDIATE');
    for (const insert of this.#inserts) insert(fresh);
    this.#database.exec('COMMIT');
  }

  #insert(table: SampledTable, row: Row, changed: (fresh: Fresh) => Row): (fresh: Fresh) => void {
    const columns = Object.keys(row);
    const statement = this.#database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    return (fresh) => {
      const values = { ...row, ...changed(fresh) };
      statement.run(columns.map((column) => values[column] ?? null));
    };
  }
}
