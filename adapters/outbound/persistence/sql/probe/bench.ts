import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { SqlEngine } from '../engine.js';
import { renderStep } from '../migrations/render.js';
import { code, maybeBigint, words, type ColumnSpec, type Step } from '../migrations/steps.js';
import { Line, refusalOf, rowsOf } from './line.js';

/** Every name of ours begins so. */
export const scratchPrefix = 'tjprobe_';

/** What most experiments need. */
export const noteColumns: readonly ColumnSpec[] = [code('id', 40), words('note', 40), maybeBigint('amount')];

/** A server under experiment: two processes on it, and scratch tables that are remembered and dropped. Touches no table that it did not make. */
export class Bench {
  readonly engine: SqlEngine;
  /** Plays another process on the same database. */
  readonly other: SqlEngine;
  /** Longest wait for a statement that another transaction holds up, ms. */
  readonly patienceMs: number;
  readonly #run = randomBytes(4).toString('hex');
  readonly #made: string[] = [];
  #names = 0;

  constructor(engine: SqlEngine, other: SqlEngine, patienceMs: number) {
    this.engine = engine;
    this.other = other;
    this.patienceMs = patienceMs;
  }

  /** A name that nobody has; `length`: so many characters, for experiments on names. */
  newName(length?: number): string {
    const name = `${scratchPrefix}${this.#run}_${++this.#names}`;
    return length === undefined ? name : `${name}_`.padEnd(length, 'x');
  }

  /** A scratch table and how the rows of it are reached. Throws what the server says. */
  async table(columns: readonly ColumnSpec[] = noteColumns, name = this.newName()): Promise<ScratchTable> {
    await this.make({ id: name, change: 'create-table', table: name, columns, primaryKey: [columns[0]?.name ?? 'id'] });
    return new ScratchTable(this, name);
  }

  /** A table with a whole number `id` and a column `note` of a type written out, which follows the rules of the database itself. */
  async plainTable(noteType: string, name = this.newName()): Promise<ScratchTable> {
    await this.#remember(name);
    const quoted = (word: string): string => this.engine.quote(word);
    await this.engine.writer.raw(`create table ${quoted(name)} (${quoted('id')} int, ${quoted('note')} ${noteType})`);
    return new ScratchTable(this, name);
  }

  /** A name under which the work makes a table by itself. */
  async reserve(): Promise<string> {
    const name = this.newName();
    await this.#remember(name);
    return name;
  }

  /** Runs a step of the schema whose table has a name of ours. A table is remembered before it is made: a broken answer is no proof that it was not. */
  async make(step: Step): Promise<void> {
    if (!step.table.startsWith(`${scratchPrefix}${this.#run}_`)) throw new Error('not a table of this run');
    if (step.change === 'create-table') await this.#remember(step.table);
    await renderStep(this.engine, step);
  }

  async #remember(name: string): Promise<void> {
    if (await this.engine.writer.schema.hasTable(name)) throw new Error('a table of that name is there already');
    this.#made.push(name);
  }

  /** Work on connections of their own, which end with it, whatever happens. */
  async lines<T>(engines: readonly SqlEngine[], work: (...lines: Line[]) => Promise<T>): Promise<T> {
    const lines: Line[] = [];
    try {
      for (const engine of engines) lines.push(await Line.open(engine));
      return await work(...lines);
    } finally {
      for (const line of lines) await line.close();
    }
  }

  /** One row of a query written out by hand, by lower-case column names as the drivers give them. */
  async ask(sql: string, bindings: readonly (string | number)[] = []): Promise<Readonly<Record<string, unknown>>> {
    return rowsOf(await this.engine.writer.raw(sql, [...bindings]))[0] ?? {};
  }

  async #mayBeThere(name: string): Promise<boolean> {
    try {
      return await this.engine.writer.schema.hasTable(name);
    } catch {
      return true;
    }
  }

  /** Drops what was made; gives the names that stay behind. */
  async cleanUp(): Promise<readonly string[]> {
    const left: string[] = [];
    for (const name of this.#made.splice(0)) {
      // Not asked for first: a server that cuts long names does not find them under the name they were given, but drops them.
      const refused = await refusalOf(this.engine, this.engine.writer.schema.dropTable(name));
      if (refused && await this.#mayBeThere(name)) left.push(name);
    }
    return left;
  }
}

/** One scratch table, by either process. */
export class ScratchTable {
  readonly name: string;
  readonly #bench: Bench;
  constructor(bench: Bench, name: string) {
    this.#bench = bench;
    this.name = name;
  }

  get rows(): Knex.QueryBuilder { return this.#bench.engine.writer(this.name); }
  get rowsOfOther(): Knex.QueryBuilder { return this.#bench.other.reader(this.name); }
  /** Its name as this engine quotes it. */
  get quoted(): string { return this.#bench.engine.quote(this.name); }
  async add(...ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.rows.insert({ id, note: 'a', amount: 1 });
  }
  async ids(): Promise<readonly string[]> {
    const rows: unknown = await this.rows.select('id').orderBy('id');
    return (rows as readonly { readonly id: string }[]).map(({ id }) => id);
  }
}
