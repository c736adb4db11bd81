import type { Vault } from '../../../../application/ports/vault.js';
import { attemptTable, type AttemptRow } from './attempt-repository.js';
import { orderTable, type OrderRow } from './order-columns.js';
import { OrderSeal } from './order-seal.js';
import { PayerSeal } from './payer-seal.js';
import { refundTable, type RefundRow } from './refund-repository.js';
import type { Coded, RowCodes } from './row-codes.js';
import type { SqlTable } from './sql-table.js';

/** One kind of row that carries a code, with the way to judge it; `R` stays inside. */
export interface CodedTable {
  readonly table: Pick<SqlTable<Coded>, 'name' | 'columnNames'>;
  /** Column of the one property that is the key. */
  readonly key: string;
  judge(stored: unknown): ReturnType<RowCodes['judge']>;
  /** The code of today for a row that has none or one of an older key. */
  recode(stored: unknown): Promise<'current' | 'changed' | { readonly rowMac: string }>;
}

type JudgedRow = OrderRow | AttemptRow | RefundRow;

const codedTable = <R extends JudgedRow>(table: SqlTable<R>, key: string, judge: (row: R) => ReturnType<RowCodes['judge']>, coded: (row: R) => R): CodedTable => ({
  table, key, judge: (stored) => judge(table.decode(stored)),
  recode: async (stored) => {
    const row = table.decode(stored);
    const judged = await judge(row);
    return judged === 'fits' ? 'current' : judged === 'changed' ? 'changed' : { rowMac: coded(row).rowMac ?? '' };
  },
});

/** All tables whose rows carry a code, each in daily work and in the archive. */
export function codedTables(vault: Vault, codes: RowCodes): readonly CodedTable[] {
  const orders = new OrderSeal(new PayerSeal(vault), codes);
  return [
    ...[orderTable, orderTable.archive].map((table) => codedTable(table, table.column('platformOrderNo'), (row) => orders.judge(row), (row) => orders.recoded(row))),
    // The code is that of the table in daily work, wherever the row is.
    ...[attemptTable, attemptTable.archive].map((table) => codedTable(table, table.column('attemptNo'), (row) => codes.judge(attemptTable, row), (row) => codes.coded(attemptTable, row, 0))),
    ...[refundTable, refundTable.archive].map((table) => codedTable(table, table.column('platformRefundOrderNo'), (row) => codes.judge(refundTable, row), (row) => codes.coded(refundTable, row, 0))),
  ];
}

/** Names of the tables that have codes. */
export const codedTableNames: readonly string[] = [orderTable, attemptTable, refundTable].flatMap((table) => [table.name, table.archive.name]);
