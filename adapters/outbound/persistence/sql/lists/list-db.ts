import type { Knex } from 'knex';

/** SQL text with `??` for names and `?` for values, in this order. A plain string is one column's name. */
export interface Formula { readonly sql: string; readonly values: readonly (string | number)[] }
export type Expression = string | Formula;
export const formula = (sql: string, ...values: readonly (string | number)[]): Formula => ({ sql, values });

/** Builds the selects of the lists: names are always bound as names, so that each database quotes them its own way. */
export class ListDb {
  readonly #knex: Knex;
  constructor(knex: Knex) { this.#knex = knex; }

  /** Starts a select. Oracle knows no AS before the alias of a table. */
  from(table: string, alias: string): Knex.QueryBuilder { return this.#knex.queryBuilder().from(this.#aliased(table, alias)); }

  /** A select over the rows of another one, which are bracketed by themselves. */
  over(rows: Knex.QueryBuilder, alias: string): Knex.QueryBuilder { return this.#knex.queryBuilder().from(this.#knex.raw('? ??', [rows, alias])); }

  leftJoin(query: Knex.QueryBuilder, table: string, alias: string, ...pairs: readonly (readonly [string, string])[]): Knex.QueryBuilder {
    return query.leftJoin(this.#aliased(table, alias), (on) => { for (const [left, right] of pairs) on.on(left, '=', right); });
  }

  /** As `leftJoin`, without the rows in one state. */
  leftJoinUnless(query: Knex.QueryBuilder, table: string, alias: string, unless: readonly [column: string, word: string], ...pairs: readonly (readonly [string, string])[]): Knex.QueryBuilder {
    return query.leftJoin(this.#aliased(table, alias), (on) => {
      for (const [left, right] of pairs) on.on(left, '=', right);
      on.andOnVal(unless[0], '<>', unless[1]);
    });
  }

  expression(given: Expression): Knex.Raw {
    return typeof given === 'string' ? this.#knex.raw('??', [given]) : this.#knex.raw(given.sql, [...given.values]);
  }

  /** Adds `expression as name` to what is selected. */
  select(query: Knex.QueryBuilder, columns: Readonly<Record<string, Expression>>): Knex.QueryBuilder {
    return query.select(Object.entries(columns).map(([name, given]) => this.#knex.raw('? as ??', [this.expression(given), name])));
  }

  #aliased(table: string, alias: string): Knex.Raw { return this.#knex.raw('?? ??', [table, alias]); }
}
