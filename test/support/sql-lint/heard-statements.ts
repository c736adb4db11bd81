import type { LintDialect } from './rules.js';
import { lintSql } from './sql-lint.js';

/** Every different statement that an engine was asked to run, for judging them all at the end. */
export class HeardStatements {
  readonly #dialect: LintDialect;
  readonly #heard = new Map<string, { readonly sql: string; readonly values: number }>();
  constructor(dialect: LintDialect) { this.#dialect = dialect; }

  readonly hear = (sql: string, values: readonly unknown[]): void => { this.#heard.set(`${values.length} ${sql}`, { sql, values: values.length }); };
  get count(): number { return this.#heard.size; }
  faults(): readonly string[] {
    return [...this.#heard.values()].flatMap(({ sql, values }) => lintSql(sql, values, this.#dialect).map((fault) => `${fault}: ${sql}`));
  }
}
