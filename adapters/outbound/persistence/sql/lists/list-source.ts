import type { Knex } from 'knex';
import { isReadable, type CellValue, type RowScope } from '../../../../../application/ports/list-reader.js';
import type { Vault } from '../../../../../application/ports/vault.js';
import type { ListQuery, FilterValue } from '../../../../../contracts/lists/list-query.js';
import type { ColumnName, FilterName, ListView } from '../../../../../contracts/lists/list-view.js';
import type { Expression, ListDb } from './list-db.js';
import { payeesOf, type ScopeBounds } from './scopes.js';

/** Everything that a select may depend on. */
export interface Asked {
  readonly db: ListDb; readonly query: ListQuery; readonly scope: RowScope;
  readonly bounds: ScopeBounds;
  /** Under which a phone of the text messages is found: one for each key. */
  readonly phoneIndexes: (phone: string) => readonly string[];
  /** Under which the orders of a phone are found; none of a text without digits. */
  readonly payerMobileIndexes: (mobile: string) => readonly string[];
}

/** Narrows a select by the value of one filter. */
export type Condition = (query: Knex.QueryBuilder, value: FilterValue, asked: Asked) => void;

/** Moments of a `progress`. */
export interface Steps { readonly steps: readonly Expression[] }
export type SourceColumn = Expression | Steps;

/** Puts rows in the order of the list and leaves a page of them. */
export type Cut = (rows: Knex.QueryBuilder) => Knex.QueryBuilder;

/** Narrows a select to the rows of some payees, which are a select of their numbers. */
export type NarrowToPayees = (query: Knex.QueryBuilder, payees: Knex.QueryBuilder, db: ListDb) => void;

/** One select behind a list. A column or filter that was forgotten does not compile. */
export interface Part<V extends ListView> {
  from(db: ListDb): Knex.QueryBuilder;
  readonly columns: Readonly<Record<ColumnName<V>, SourceColumn>>;
  readonly filters: Readonly<Record<FilterName<V>, Condition>>;
  /** Selected besides the columns: what makes a row unique, and what `read` needs. */
  readonly extras?: Readonly<Record<string, Expression>>;
  readonly groupBy?: readonly string[];
  /** Holds for every row. */
  readonly always?: (query: Knex.QueryBuilder) => void;
  /** Whether what is asked for can be among these rows, where a filter says so: a server would read a month of them to find none. One of several parts always can. */
  readonly mayHold?: (filters: ListQuery['filters']) => boolean;
  /** Whose a row is: the column with its payee, or how a select is narrowed to those payees. A list of institutions needs it, and one that says `byPayee`. */
  readonly payee?: string | NarrowToPayees;
}

/** A selected column that, with those before it, makes the order of rows complete. */
export interface KeyColumn { readonly name: string; readonly type: 'text' | 'int' }

export type RawRow = Readonly<Record<string, unknown>>;

/** A small table in which rows' codes have their names: looked up for a page of rows at once, where a row has several codes or a join would compare unlike columns. */
export interface NameBook { readonly table: string; readonly code: string; readonly name: string; codesOf(row: RawRow): readonly string[] }
export type Names = ReadonlyMap<string, string>;
type ReadCell = (row: RawRow, today: string, vault: Vault, names: Names) => CellValue;

export interface ListSource {
  readonly view: ListView;
  /**
   * Rows with one column per column of the list, by its name in lower snake case. `cut`: what is wanted of them, a page in the order of the list; a list whose rows come from several large
   * selects cuts each of these, so that their indexes give the page and the whole is never put in order.
   */
  rows(asked: Asked, cut?: Cut): Knex.QueryBuilder;
  readonly key: readonly KeyColumn[];
  readonly front?: KeyColumn | undefined;
  /** How columns are read that do not stand in the row as their type says. */
  readonly read: Readonly<Record<string, ReadCell>>;
  readonly names?: NameBook | undefined;
}

export interface Options<V extends ListView> {
  readonly key: readonly KeyColumn[];
  /** What comes before the column that the list is sorted by as it opens: in an order that goes down, rows with the greatest value stand in front. */
  readonly front?: KeyColumn;
  readonly read?: { readonly [C in ColumnName<V>]?: ReadCell };
  /** Given to `read`. */
  readonly names?: NameBook;
  /** Of a list from several selects that all have the same columns of the same types, in the order of whose indexes it is shown: each is cut to the page. */
  readonly isCut?: true;
}

/** `payChannel` → `pay_channel`. */
export const sqlName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const stepName = (name: string, step: number): string => `${sqlName(name)}_${step + 1}`;

/** The select of one part with its filters and the scope. */
export function selectOf<V extends ListView>(view: V, part: Part<V>, asked: Asked): Knex.QueryBuilder {
  const query = part.from(asked.db);
  part.always?.(query);
  narrowToScope(view, part.payee, query, asked);
  for (const [name, value] of Object.entries(asked.query.filters)) {
    const condition = (part.filters as Readonly<Record<string, Condition>>)[name];
    if (!condition) throw new Error(`${view.name} has no filter ${name}`);
    condition(query, value, asked);
  }
  asked.db.select(query, { ...flat(part.columns), ...part.extras });
  if (part.groupBy) query.groupBy([...part.groupBy]);
  return query;
}

function flat(columns: Readonly<Record<string, SourceColumn>>): Readonly<Record<string, Expression>> {
  return Object.fromEntries(Object.entries(columns).flatMap(([name, column]): readonly (readonly [string, Expression])[] =>
    (typeof column === 'object' && 'steps' in column ? column.steps.map((step, index) => [stepName(name, index), step] as const) : [[sqlName(name), column] as const])));
}

function narrowToScope(view: ListView, payee: Part<ListView>['payee'], query: Knex.QueryBuilder, { db, scope, bounds }: Asked): void {
  if (!isReadable(view, scope)) throw new Error(`${view.name} is a list of ${view.rowScope}, asked for ${scope.kind}`);
  if (scope.kind === 'all') return;
  if (payee === undefined) throw new Error(`${view.name} does not say whose its rows are`);
  if (typeof payee === 'string') query.whereIn(payee, payeesOf(db, scope, bounds));
  else payee(query, payeesOf(db, scope, bounds), db);
}

/** A list whose rows stand in one table, with names from others. */
export function plainSource<V extends ListView>(view: V, part: Part<V>, options: Options<V>): ListSource {
  return { view, key: options.key, front: options.front, read: (options.read ?? {}) as ListSource['read'], names: options.names, rows: (asked) => selectOf(view, part, asked) };
}

/** A list whose rows come from several selects, each row from one of them. */
export function unionSource<V extends ListView>(view: V, parts: readonly [Part<V>, ...Part<V>[]], options: Options<V>): ListSource {
  return { view, key: options.key, read: (options.read ?? {}) as ListSource['read'], names: options.names, rows: (asked, cut) => unionOf(view, parts, asked, options.isCut === true ? cut : undefined) };
}

/** A grouped select is bracketed, as one that is cut: knex would write its GROUP BY or ORDER BY behind the others. */
function unionOf<V extends ListView>(view: V, parts: readonly [Part<V>, ...Part<V>[]], asked: Asked, cut?: Cut): Knex.QueryBuilder {
  const arm = (part: Part<V>): Knex.QueryBuilder => {
    const rows = selectOf(view, part, asked);
    if (cut !== undefined) return asked.db.over(cut(rows), 'part').select('*');
    return part.groupBy ? asked.db.over(rows, 'part').select('*') : rows;
  };
  const [first, ...rest] = parts.filter(({ mayHold }) => mayHold?.(asked.query.filters) ?? true);
  if (first === undefined) throw new Error(`${view.name} has no part for what is asked`);
  return arm(first).unionAll(rest.map(arm));
}

export interface Sums<V extends ListView> extends Options<V> {
  /** Columns that the sums are grouped by, as selected; all others are added up. */
  readonly groups: readonly string[];
  /** Payee's name in this column, by the group `merchant_no`. */
  readonly payeeName?: ColumnName<V>;
}

/** A list of sums over several tables: each is grouped by itself, where its indexes are, then the few rows of all once more. */
export function sumSource<V extends ListView>(view: V, parts: readonly [Part<V>, ...Part<V>[]], options: Sums<V>): ListSource {
  const added = Object.keys(view.columns).filter((name) => name !== options.payeeName).map(sqlName).filter((name) => !options.groups.includes(name));
  const rows = (asked: Asked): Knex.QueryBuilder => {
    const { db } = asked;
    const sums = db.over(unionOf(view, parts, asked), 'parts').select(options.groups.map((name) => `parts.${name}`)).groupBy(options.groups.map((name) => `parts.${name}`));
    db.select(sums, Object.fromEntries(added.map((name) => [name, { sql: 'sum(??)', values: [`parts.${name}`] }])));
    if (options.payeeName === undefined) return sums;
    const named = db.leftJoin(db.over(sums, 'sums'), 'payee', 'payee_of', ['payee_of.merchant_no', 'sums.merchant_no']);
    named.select([...options.groups, ...added].map((name) => `sums.${name}`));
    return db.select(named, { [sqlName(options.payeeName)]: { sql: 'coalesce(??, ??)', values: ['payee_of.payee_name', 'sums.merchant_no'] } });
  };
  return { view, key: options.key, read: (options.read ?? {}) as ListSource['read'], names: options.names, rows };
}
