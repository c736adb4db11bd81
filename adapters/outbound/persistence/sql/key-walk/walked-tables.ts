import { TamperedError, type Vault } from '../../../../../application/ports/vault.js';
import { codedTables } from '../coded-tables.js';
import type { StoredRow } from '../codecs.js';
import { developerTable, institutionTable } from '../directory-columns.js';
import { eBillTable } from '../e-bill-columns.js';
import { rowIdOf } from '../e-bill-seal.js';
import { issueTable } from '../issue-columns.js';
import { noticeTable } from '../notice-columns.js';
import { credentialTable, grantTable, operatorTable, roleTable, type Sealed } from '../operator-columns.js';
import { OperatorSeal } from '../operator-seal.js';
import type { RowCodes } from '../row-codes.js';
import type { SqlTable } from '../sql-table.js';
import { orNothing, resealed, sealedTable, type RawRow, type WalkedTable } from './sealed-columns.js';

const payer = [{ column: 'payer_name' }, { column: 'payer_mobile' }, { column: 'payer_cert_no' }] as const;

/**
 * Everything that is sealed or carries a code, in the order in which it is gone through: daily work before its archive. Left out: sessions and challenges, which live for hours, and what was
 * written of an issue step by step, which nobody may change: it stays under the key of its day.
 */
export function walkedTables(vault: Vault, codes: RowCodes): readonly WalkedTable[] {
  const seal = new OperatorSeal(vault);
  return [
    ...codedTables(vault, codes).map((coded): WalkedTable => ({
      name: coded.table.name, keys: [coded.key], columns: coded.table.columnNames,
      renew: async (row) => {
        const sealed = coded.key === 'platform_order_no' ? resealed(vault, row, payer, { table: 'pay_order', rowId: String(row[coded.key]) }) : {};
        const code = await coded.recode(row);
        if (code === 'changed') throw new TamperedError(`a row of ${coded.table.name} was changed past the platform`);
        return orNothing({ ...sealed, ...code === 'current' ? {} : { row_mac: code.rowMac } });
      },
    })),
    sealedTable(vault, { name: eBillTable.name, keys: [eBillTable.column('billKey'), eBillTable.column('round')], sealed: [...payer, { column: 'payer_email' }], rowId: (row) => rowIdOf(String(row['bill_key']), Number(row[eBillTable.column('round')])) }),
    sealedTable(vault, { name: noticeTable.name, keys: ['notice_no'], sealed: payer, rowId: (row) => String(row['notice_no']) }),
    sealedTable(vault, { name: 'text_message', keys: ['message_id'], sealed: [{ column: 'sealed_phone', place: 'phone' }], rowId: (row) => String(row['message_id']) }),
    sealedTable(vault, { name: 'text_inbound', keys: ['said_index'], sealed: [{ column: 'sealed_phone', place: 'phone' }, { column: 'sealed_content', place: 'content' }], rowId: (row) => String(row['said_index']) }),
    sealedTable(vault, { name: issueTable.name, keys: ['issue_no'], sealed: [{ column: 'sealed_description' }, { column: 'sealed_solution' }, { column: 'sealed_mobile' }], rowId: (row) => String(row['issue_no']) }),
    sealedTable(vault, { name: developerTable.name, keys: ['dev_id'], sealed: [{ column: 'sealed_mobile' }], rowId: (row) => String(row['dev_id']) }),
    sealedTable(vault, { name: institutionTable.name, keys: ['institution_no'], sealed: [{ column: 'sealed_mobile' }], rowId: (row) => String(row['institution_no']) }),
    operatorRows(vault, operatorTable, 'operator_no', (row) => seal.operatorRow(seal.operator(row), row.sealedMobile), [{ column: 'sealed_mobile' }]),
    operatorRows(vault, roleTable, 'role_code', (row) => seal.roleRow(seal.role(row))),
    operatorRows(vault, grantTable, 'request_no', (row) => seal.grantRow(seal.grant(row))),
    operatorRows(vault, credentialTable, 'operator_no', (row) => {
      const anew = seal.credentialRow(seal.credentials(row));
      // Sealed anew each time, so the old envelope stays as long as its key is that of today.
      return row.factor?.kind === 'totp' && vault.isCurrent(row.factor.secret) ? { ...anew, factor: row.factor } : anew;
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
