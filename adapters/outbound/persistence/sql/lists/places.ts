import type { Knex } from 'knex';
import { BadCursor } from '../../../../../application/ports/list-reader.js';
import type { ListQuery } from '../../../../../contracts/lists/list-query.js';
import { int } from '../codecs.js';
import { sqlName, type KeyColumn, type ListSource, type RawRow } from './list-source.js';

/** A place between two rows: values of the columns that order them. It grants nothing: scope and filters are put on again for each page. */
type Place = readonly (string | number)[];

/** The columns that order the rows of a question, completely. */
export function orderOf(source: ListSource, { sort: [column] }: ListQuery): readonly KeyColumn[] {
  const declared = source.view.columns[column];
  if (!declared || !source.view.sortable.includes(column)) throw new Error(`${source.view.name} is not sorted by ${column}`);
  const first: KeyColumn = { name: sqlName(column), type: declared.type === 'text' || declared.type === 'day' ? 'text' : 'int' };
  return [...(source.front !== undefined && column === source.view.defaultSort[0] ? [source.front] : []), first, ...source.key];
}

export function cursorOf(source: ListSource, query: ListQuery, row: RawRow): string {
  const values = orderOf(source, query).map(({ name, type }) => (type === 'int' ? int.decode(row[name]) : row[name]));
  return Buffer.from(JSON.stringify([source.view.name, ...query.sort, ...values])).toString('base64url');
}

/** Reads a cursor of this list and order; anything else is refused. */
export function placeOf(source: ListSource, query: ListQuery, cursor: string): Place {
  const order = orderOf(source, query);
  const [name, column, direction, ...values] = parsed(cursor);
  const fits = name === source.view.name && column === query.sort[0] && direction === query.sort[1] && values.length === order.length
    && values.every((value, index) => (order[index]?.type === 'int' ? Number.isSafeInteger(value) : typeof value === 'string' && /^[^\0]{1,250}$/u.test(value) && value.isWellFormed()));
  if (!fits) throw new BadCursor('a place that this list has not given out');
  return values as Place;
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Rows behind a place. The first comparison says twice what the others say, because an index serves it. */
export function narrowBehind(query: Knex.QueryBuilder, order: readonly KeyColumn[], place: Place, direction: 'asc' | 'desc'): void {
  const [sign, orSame] = direction === 'asc' ? ['>', '>='] as const : ['<', '<='] as const;
  const [first] = order;
  if (first === undefined) return;
  query.where(first.name, orSame, place[0] as string | number).where((behind) => { nest(behind, 0); });
  function nest(builder: Knex.QueryBuilder, at: number): void {
    const [name, value] = [order[at]?.name ?? '', place[at] as string | number];
    builder.where(name, sign, value);
    if (at + 1 < order.length) builder.orWhere((same) => { same.where(name, value).where((deeper) => { nest(deeper, at + 1); }); });
  }
}
