import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { SqlEngine } from './engine.js';
import type { SqlTable } from './sql-table.js';
import type { WritingSession } from './unit-scope.js';

/** Inserts a row whose key is looked up first; a clash in spite of that is somebody faster, and the unit is run again. */
export async function addOnce<T extends object>(
  table: SqlTable<T>, unit: WritingSession, engine: SqlEngine, key: Partial<T>, value: T,
): Promise<'added' | 'exists'> {
  return await table.first(unit, key) === undefined ? insertOnce(table, unit, engine, value) : 'exists';
}

/** The insert behind the look. */
export async function insertOnce<T extends object>(table: SqlTable<T>, unit: WritingSession, engine: SqlEngine, value: T): Promise<'added'> {
  try {
    await table.insert(unit, value);
    return 'added';
  } catch (error) {
    throw engine.classify(error) === 'UNIQUE' ? new ConcurrentChange(`${table.name}: added meanwhile`, { cause: error }) : error;
  }
}
