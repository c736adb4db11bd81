import { abnormalTable, repeatTable } from '../abnormal-repository.js';
import { attemptTable } from '../attempt-repository.js';
import { callbackTable } from '../callback-repository.js';
import { int } from '../codecs.js';
import { orderTable } from '../order-columns.js';
import { refundTable } from '../refund-repository.js';
import type { SqlTable } from '../sql-table.js';
import type { WritingSession } from '../unit-scope.js';

/** The part of a table that a move needs. */
export type MovedTable = Pick<SqlTable<{ readonly platformOrderNo: string }>, 'name' | 'columnNames' | 'column'> & { readonly archive: { readonly name: string } };

/** An order and everything that goes where it goes. */
export const movedTables: readonly MovedTable[] = [orderTable, attemptTable, refundTable, callbackTable, abnormalTable, repeatTable];

/** Moves locked orders with all that belongs to them; at most 500 (one IN list). A row that did not arrive makes the unit fail. */
export async function moveOrders(unit: WritingSession, direction: 'away' | 'back', platformOrderNos: readonly string[]): Promise<void> {
  for (const table of movedTables) {
    const names = [table.name, table.archive.name] as const;
    const [from, to] = direction === 'away' ? names : [names[1], names[0]];
    await moveRows(unit, { from, to, columns: table.columnNames, key: table.column('platformOrderNo'), values: platformOrderNos });
  }
}

export interface Move { readonly from: string; readonly to: string; readonly columns: readonly string[]; readonly key: string; readonly values: readonly string[] }

/** Rows whose `key` is one of `values`; how many. */
export async function moveRows(unit: WritingSession, { from, to, columns, key, values }: Move): Promise<number> {
  if (values.length === 0) return 0;
  await unit.writing().copy(to, columns, unit.writing().table(from).select([...columns]).whereIn(key, [...values]));
  const left = int.decode(await unit.writing().table(from).whereIn(key, [...values]).delete());
  const counted: unknown = await unit.reading.table(to).whereIn(key, [...values]).count({ total: '*' });
  const arrived = int.decode((counted as readonly { readonly total: unknown }[])[0]?.total);
  if (arrived !== left) throw new Error(`${from}: ${left} rows left and ${arrived} are in ${to}`);
  return left;
}
