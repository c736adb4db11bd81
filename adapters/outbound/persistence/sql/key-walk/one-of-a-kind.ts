import type { StoredRow } from '../codecs.js';
import type { UnitScope } from '../unit-scope.js';
import { orNothing, type RawRow, type WalkedTable } from './sealed-columns.js';

/**
 * What of a row's renewal can be written. Where another row has the place that its new index would take, the index stays as it is: the unique index would refuse it, the page would fail
 * each time, and nothing behind it would ever come over.
 */
export async function possibleOf(scope: UnitScope, { name, keys, once }: WalkedTable, row: RawRow, wanted: StoredRow): Promise<StoredRow | undefined> {
  const index = once && wanted[once.index];
  if (once === undefined || index === undefined) return wanted;
  const place = Object.fromEntries([...once.beside.map((column) => [column, row[column] as string] as const), [once.index, index] as const]);
  const others: unknown = await scope.reading.table(name).select([...keys]).where(place).limit(1);
  if ((others as readonly RawRow[]).length === 0) return wanted;
  return orNothing(Object.fromEntries(Object.entries(wanted).filter(([column]) => column !== once.index)));
}
