import { TamperedError, type Vault } from '../../../../../application/ports/vault.js';
import { codedTables } from '../coded-tables.js';
import type { StoredRow } from '../codecs.js';
import { developerTable, institutionTable } from '../directory-columns.js';
import { eBillTable } from '../e-bill-columns.js';
import { billForms, rowIdOf } from '../e-bill-seal.js';
import { issueTable } from '../issue-columns.js';
import { noticeTable } from '../notice-columns.js';
import { noticeForms } from '../notice-seal.js';
import { credentialTable, grantTable, keyTable, operatorTable, roleTable, type Sealed } from '../operator-columns.js';
import { OperatorSeal } from '../operator-seal.js';
import { orderForms } from '../payer-seal.js';
import type { RowCodes } from '../row-codes.js';
import type { SqlTable } from '../sql-table.js';
import { phoneColumn } from '../text-seal.js';
import { orNothing, payerColumns, resealed, sealedTable, type RawRow, type SealedColumn, type WalkedTable } from './sealed-columns.js';

const payerOfOrder = payerColumns('pay_order', orderForms);
const payerOfBill: readonly SealedColumn[] = [...payerColumns('e_bill', billForms), { column: 'payer_email' }];
const payerOfNotice: readonly SealedColumn[] = [{ column: 'payer_name' }, ...payerColumns('payment_notice', noticeForms)];
/** A message that was forgotten holds no phone, and its own number in the place of the index. */
const phone: SealedColumn = { column: 'sealed_phone', place: 'phone', index: { column: 'phone_index', name: phoneColumn, written: (clear) => (clear === '' ? undefined : clear) } };

/**
 * Everything that is sealed, found by an index or carries a code, in the order in which it is gone through: daily work before its archive. Left out: what stands under an index alone and
 * holds no value to make it anew from (blocks and codes of phones come over when they are next written, the rest lives for days), sessions and challenges, which live for hours, and what was
 * written of an issue step by step, which nobody may change: it stays under the key of its day.
 */
export function walkedTables(vault: Vault, codes: RowCodes): readonly WalkedTable[] {
  const seal = new OperatorSeal(vault);
  return [
    ...codedTables(vault, codes).map((coded): WalkedTable => ({
      name: coded.table.name, keys: coded.keys, isKeyOfTexts: true, columns: coded.table.columnNames,
      renew: async (row) => {
        const [key = ''] = coded.keys;
        const sealed = key === 'platform_order_no' ? resealed(vault, row, payerOfOrder, { table: 'pay_order', rowId: String(row[key]) }) : {};
        const code = await coded.recode(row);
        if (code === 'changed') throw new TamperedError(`a row of ${coded.table.name} was changed past the platform`);
        return orNothing({ ...sealed, ...code === 'current' ? {} : { row_mac: code.rowMac } });
      },
    })),
    sealedTable(vault, { name: eBillTable.name, keys: [eBillTable.column('billKey'), eBillTable.column('round')], sealed: payerOfBill, rowId: (row) => rowIdOf(String(row['bill_key']), Number(row[eBillTable.column('round')])) }),
    sealedTable(vault, { name: noticeTable.name, keys: ['notice_no'], sealed: payerOfNotice, rowId: (row) => String(row['notice_no']) }),
    sealedTable(vault, { name: 'text_message', keys: ['message_id'], once: { beside: ['scene', 'biz_key'], index: 'phone_index' }, sealed: [phone], rowId: (row) => String(row['message_id']) }),
    sealedTable(vault, { name: 'text_inbound', keys: ['said_index'], sealed: [phone, { column: 'sealed_content', place: 'content' }], rowId: (row) => String(row['said_index']) }),
    sealedTable(vault, { name: issueTable.name, keys: ['issue_no'], sealed: [{ column: 'sealed_description' }, { column: 'sealed_solution' }, { column: 'sealed_mobile' }], rowId: (row) => String(row['issue_no']) }),
    sealedTable(vault, { name: developerTable.name, keys: ['dev_id'], sealed: [{ column: 'sealed_mobile' }], rowId: (row) => String(row['dev_id']) }),
    sealedTable(vault, { name: institutionTable.name, keys: ['institution_no'], sealed: [{ column: 'sealed_mobile' }], rowId: (row) => String(row['institution_no']) }),
    operatorRows(vault, operatorTable, 'operator_no', (row) => seal.operatorRow(seal.operator(row), row.sealedMobile), [{ column: 'sealed_mobile' }]),
    operatorRows(vault, roleTable, 'role_code', (row) => seal.roleRow(seal.role(row))),
    operatorRows(vault, grantTable, 'request_no', (row) => seal.grantRow(seal.grant(row))),
    operatorRows(vault, keyTable, 'key_no', (row) => seal.keyRow(seal.key(row))),
    operatorRows(vault, credentialTable, 'operator_no', (row) => {
      const anew = seal.credentialRow(seal.credentials(row));
      // Sealed anew each time, so the old envelope stays as long as its key is that of today.
      const { factor } = row;
      return factor !== undefined && vault.isCurrent((factor.kind === 'totp' ? factor : factor.authenticator).secret) ? { ...anew, factor } : anew;
    }),
  ];
}

/** Rows of operators: checked as whenever they are read, and written anew where code or envelope would come out otherwise. */
function operatorRows<R extends Sealed & object>(vault: Vault, table: SqlTable<R>, key: string, anew: (row: R) => R, sealed: readonly { readonly column: string }[] = []): WalkedTable {
  return {
    name: table.name, keys: [key], columns: table.columnNames,
    renew: (row: RawRow) => {
      const known = table.decode(row);
      const [before, after] = [table.encode(known), table.encode(anew(known))];
      const changes: StoredRow = Object.fromEntries(['row_mac', 'second_factor'].filter((column) => column in after && after[column] !== before[column]).map((column) => [column, after[column] ?? null]));
      return Promise.resolve(orNothing({ ...changes, ...resealed(vault, row, sealed, { table: table.name, rowId: String(row[key]) }) }));
    },
  };
}
