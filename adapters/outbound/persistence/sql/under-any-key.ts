import type { Knex } from 'knex';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { SqlEngine } from './engine.js';
import { insertOnce } from './looked-up-insert.js';
import { keyWalkTable } from './key-walk/key-walk-table.js';
import type { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

/** What a row is found by whose column holds a blind index: the index under every key there is, that of today first, and what else must be equal. */
export interface Sought<T> { readonly property: keyof T & string; readonly indexes: readonly string[]; readonly match?: Partial<T> }

/** Narrows a select to the rows with one of these indexes. Of one key the plain equality: nobody who never changed his keys asks for more than that. */
export function whereIndexed(query: Knex.QueryBuilder, column: string, indexes: readonly string[]): Knex.QueryBuilder {
  return indexes.length === 1 ? query.where(column, indexes[0] ?? '') : query.whereIn(column, [...indexes].sort());
}

/** A select of all columns of those rows. */
export function indexed<T extends object>(table: SqlTable<T>, session: Session, { property, indexes, match }: Sought<T>): Knex.QueryBuilder {
  if (indexes.length === 1) return table.matching(session, { ...match, [property]: indexes[0] });
  const query = session.reading.table(table.name).select(table.columnNames);
  return whereIndexed(match === undefined ? query : query.where(table.condition(match)), table.column(property), indexes);
}

/**
 * Inserts a row whose index makes it unique, unless it is there under any key. While a new key begins to be used two processes could insert it under one
 * key each, which no unique index sees: for those minutes they take turns, by a row of the walk that everybody may lock.
 */
export async function addOnceIndexed<T extends object>(
  table: SqlTable<T>, unit: WritingSession, engine: SqlEngine, sought: Sought<T>, keys: 'one' | 'changing' | 'several', value: T,
): Promise<'added' | 'exists'> {
  if (keys === 'changing') await takeTurn(unit, engine);
  if (table.list(await indexed(table, unit, sought).limit(1)).length > 0) return 'exists';
  return insertOnce(table, unit, engine, value);
}

/** Changes such a row, and brings it to the key of today: `version` is the one it was read with. */
export async function putIndexed<T extends { readonly version: number }>(
  table: SqlTable<T>, unit: WritingSession, engine: SqlEngine, sought: Sought<T>, value: T,
): Promise<void> {
  const { property, indexes } = sought;
  const rows = indexes.length === 1 ? [] : table.list(await indexed(table, unit, sought));
  if (rows.every((row) => row[property] === indexes[0])) return table.put(unit, value);
  // What stands under another key goes away and comes back under that of today, in one unit; of two rows one is left.
  if (rows.every(({ version }) => version !== value.version)) throw new ConcurrentChange(`${table.name}: somebody was faster`);
  for (const row of rows) await table.remove(unit, row);
  await insertOnce(table, unit, engine, { ...value, version: value.version + 1 });
}

const turnName = 'index-turn';

async function takeTurn(unit: WritingSession, engine: SqlEngine): Promise<void> {
  if (await keyWalkTable.firstLocked(unit, { name: turnName }) !== undefined) return;
  await insertOnce(keyWalkTable, unit, engine,
    { name: turnName, keys: turnName, tableIndex: 0, afterKey: undefined, afterRound: 0, rowsSeen: 0, rowsRenewed: 0, rowsChanged: 0, begunAt: 0, endedAt: undefined, version: 1 });
}
