import type { Knex } from 'knex';

type RawRow = Readonly<Record<string, unknown>>;
type KeyValue = string | number;

/** A page of rows in the order of their key, of one or two columns: those behind `after`, or the first. */
export function keyPage(query: Knex.QueryBuilder, keys: readonly string[], after: readonly KeyValue[] | undefined, limit: number): Knex.QueryBuilder {
  const [first = '', second] = keys;
  const [last = '', lastSecond = ''] = after ?? [];
  const page = query.orderBy([...keys]).limit(limit);
  // An empty text is NULL on some engines, and nothing is greater; so the first page says nothing of where it begins.
  if (after === undefined) return page;
  if (second === undefined) return page.where(first, '>', last);
  return page.where((behind) => { void behind.where(first, '>', last).orWhere((same) => { void same.where(first, last).andWhere(second, '>', lastSecond); }); });
}

/** Where a row stands in that order. */
export const keyIn = (row: RawRow, keys: readonly string[]): readonly KeyValue[] => keys.map((key) => row[key] as KeyValue);
