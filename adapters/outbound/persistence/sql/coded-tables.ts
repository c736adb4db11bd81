import type { Vault } from '../../../../application/ports/vault.js';
import { attemptTable, type AttemptRow } from './attempt-repository.js';
import { DirectoryCodes } from './directory-codes.js';
import {
  channelMerchantTable, channelTable, developerRoleTable, developerTable, industryTable, institutionTable, nontaxItemTable, nontaxRegionTable, payeeChannelTable, payeeTable, regionTable,
} from './directory-columns.js';
import { orderTable, type OrderRow } from './order-columns.js';
import { OrderSeal } from './order-seal.js';
import { PayerSeal } from './payer-seal.js';
import { refundTable, type RefundRow } from './refund-repository.js';
import type { Coded, RowCodes } from './row-codes.js';
import type { SqlTable } from './sql-table.js';

/** One kind of row that carries a code, with the way to judge it; the type of its rows stays inside. */
export interface CodedTable {
  readonly table: Pick<SqlTable<Coded>, 'name' | 'columnNames'>;
  /** Columns of its key, one or two, all texts. */
  readonly keys: readonly string[];
  judge(stored: unknown): ReturnType<RowCodes['judge']>;
  /** The code of today for a row that has none or one of an older key. */
  recode(stored: unknown): Promise<'current' | 'changed' | { readonly rowMac: string }>;
}

const codedTable = <R extends Coded>(table: SqlTable<R>, keys: readonly string[], judge: (row: R) => ReturnType<RowCodes['judge']>, coded: (row: R) => { readonly rowMac: string | undefined }): CodedTable => ({
  table, keys, judge: (stored) => judge(table.decode(stored)),
  recode: async (stored) => {
    const row = table.decode(stored);
    const judged = await judge(row);
    return judged === 'fits' ? 'current' : judged === 'changed' ? 'changed' : { rowMac: coded(row).rowMac ?? '' };
  },
});

/** Orders, attempts and refunds, each in daily work and in the archive: rows of earlier releases get their codes while the platform works (decision 0034). */
export function moneyTables(vault: Vault, codes: RowCodes): readonly CodedTable[] {
  const orders = new OrderSeal(new PayerSeal(vault), codes);
  const of = <R extends OrderRow | AttemptRow | RefundRow>(table: SqlTable<R>, key: keyof R & string, judge: (row: R) => ReturnType<RowCodes['judge']>, coded: (row: R) => R): readonly CodedTable[] =>
    // The code is that of the table in daily work, wherever the row is.
    [table, table.archive].map((one) => codedTable(one, [one.column(key)], judge, coded));
  return [
    ...of(orderTable, 'platformOrderNo', (row) => orders.judge(row), (row) => orders.recoded(row)),
    ...of(attemptTable, 'attemptNo', (row) => codes.judge(attemptTable, row), (row) => codes.coded(attemptTable, row, 0)),
    ...of(refundTable, 'platformRefundOrderNo', (row) => codes.judge(refundTable, row), (row) => codes.coded(refundTable, row, 0)),
  ];
}

/** Names of the tables with money that have codes. */
export const moneyTableNames: readonly string[] = [orderTable, attemptTable, refundTable].flatMap((table) => [table.name, table.archive.name]);

/** Where the rows with money are, and by which number each is found. */
export const moneyTableKeys: readonly { readonly name: string; readonly archive: string; readonly column: string }[] = [
  { name: orderTable.name, archive: orderTable.archive.name, column: orderTable.column('platformOrderNo') },
  { name: attemptTable.name, archive: attemptTable.archive.name, column: attemptTable.column('attemptNo') },
  { name: refundTable.name, archive: refundTable.archive.name, column: refundTable.column('platformRefundOrderNo') },
];

/** A table of the directory, with the type of its rows left aside. */
export interface DirectoryTable { readonly table: SqlTable<Coded>; readonly keys: readonly string[] }
const listed = <R extends Coded>(table: SqlTable<R>, ...keys: readonly (keyof R & string)[]): DirectoryTable => ({ table: table as unknown as SqlTable<Coded>, keys: keys.map((key) => table.column(key)) });

/** All of the directory: whom the platform trusts, who collects through which accounts, and whose rows an account sees (decision 0037). */
export const directoryTables: readonly DirectoryTable[] = [
  listed(developerTable, 'devId'), listed(developerRoleTable, 'roleCode'), listed(channelMerchantTable, 'channelMerchantId'), listed(payeeTable, 'merchantNo'), listed(payeeChannelTable, 'merchantNo', 'channelMerchantId'),
  listed(institutionTable, 'institutionNo'), listed(regionTable, 'regionCode'), listed(industryTable, 'industryCode'), listed(channelTable, 'channelNo'), listed(nontaxRegionTable, 'regionCode'), listed(nontaxItemTable, 'regionCode', 'itemCode'),
];

/** The same, with the way to judge their rows. */
export function codedDirectory(vault: Vault): readonly CodedTable[] {
  const codes = new DirectoryCodes(vault);
  return directoryTables.map(({ table, keys }) => codedTable(table, keys, (row) => codes.judge(table, row), (row) => codes.coded(table, row, 0)));
}

/** All tables whose rows carry a code over the whole row. `codes`: of the rows with money. */
export const codedTables = (vault: Vault, codes: RowCodes): readonly CodedTable[] => [...moneyTables(vault, codes), ...codedDirectory(vault)];
