import type { SharedCell, SharedRow } from '../../../../domain/sharing/map-row.js';
import type { SharedTable } from '../../../../domain/sharing/shared-tables.js';
import type { Bound, FrontLine, FrontStatements } from './front-line.js';
import type { TargetNames } from './target-names.js';

/** An empty value is NULL: some engines make it NULL anyway. */
const bound = (cell: SharedCell): Bound => cell ?? null;
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
/** Nobody waits for the rows any more: what was written is undone, or it would meet the next try. */
export class TimeOver extends Error {
  override readonly name = 'TimeOver';
}

/** Values of one statement. */
const maxValues = 5000;

/** The statements for one table: UPDATE of rows that are there, INSERT of the others; no MERGE, which every engine writes another way. */
export class TableStatements {
  readonly #line: FrontLine;
  readonly #table: SharedTable;
  readonly #name: string;
  readonly #columns: readonly string[];
  readonly #key: string;

  constructor(line: FrontLine, table: SharedTable, names: TargetNames) {
    this.#line = line;
    this.#table = table;
    this.#name = [...names.schema === undefined ? [] : [names.schema], names.tableName(table)].map((part) => line.quote(part)).join('.');
    this.#columns = table.columns.map(({ name }) => line.quote(names.columnName(name)));
    this.#key = line.quote(names.columnName(table.key));
  }

  /** Throws `TimeOver` instead of going on when `isOver` says so. */
  async upsert(statements: FrontStatements, rows: readonly SharedRow[], isOver: () => boolean): Promise<void> {
    const there = await this.rowsPerKey(statements, rows.map(({ key }) => key));
    for (const row of rows) {
      if (isOver()) throw new TimeOver();
      if (there.has(row.key)) await this.#update(statements, row);
    }
    await this.#insert(statements, rows.filter(({ key }) => !there.has(key)));
    if (isOver()) throw new TimeOver();
  }

  async rowsPerKey(statements: FrontStatements, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await statements.rows(
      `select ${this.#key} as share_key, count(*) as share_rows from ${this.#name} where ${this.#key} in (${marks(keys.length)}) group by ${this.#key}`, keys);
    return new Map(found.map((row) => [String(row['share_key']), Number(row['share_rows'])]));
  }

  async count(statements: FrontStatements): Promise<number> {
    const [row] = await statements.rows(`select count(*) as share_rows from ${this.#name}`, []);
    return Number(row?.['share_rows']);
  }

  #update(statements: FrontStatements, row: SharedRow): Promise<void> {
    const places = this.#table.columns.map((_, place) => place).filter((place) => this.#table.columns[place]?.name !== this.#table.key);
    const changes = places.map((place) => `${this.#columns[place] ?? ''} = ?`).join(', ');
    return statements.change(`update ${this.#name} set ${changes} where ${this.#key} = ?`, [...places.map((place) => bound(row.cells[place])), row.key]);
  }

  async #insert(statements: FrontStatements, rows: readonly SharedRow[]): Promise<void> {
    const width = this.#columns.length;
    const atOnce = Math.max(1, Math.min(this.#line.rowsPerInsert, Math.floor(maxValues / width)));
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce);
      const values = some.map(() => `(${marks(width)})`).join(', ');
      await statements.change(`insert into ${this.#name} (${this.#columns.join(', ')}) values ${values}`, some.flatMap(({ cells }) => cells.map(bound)));
    }
  }
}
