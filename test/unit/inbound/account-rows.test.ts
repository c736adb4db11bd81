import { expect } from 'chai';
import { accountTables, isAccountRow } from '../../../adapters/inbound/console-api/account-rows.js';
import { challengeTable, credentialTable, grantTable, keyTable, operatorTable, roleTable, sessionTable } from '../../../adapters/outbound/persistence/sql/operator-columns.js';
import { directoryTables, moneyTableNames } from '../../../adapters/outbound/persistence/sql/coded-tables.js';
import { TamperedError } from '../../../application/ports/vault.js';

describe('rows of accounts', () => {
  it('are those of all tables of operators', () => {
    expect([...accountTables].sort()).to.deep.equal([challengeTable, credentialTable, grantTable, keyTable, operatorTable, roleTable, sessionTable].map(({ name }) => name).sort());
  });

  it('INT-03: are told from the order that an operator opened, which has its own alarm', () => {
    for (const table of [...moneyTableNames, ...directoryTables.map((one) => one.table.name)]) expect(isAccountRow(new TamperedError('changed', { row: { table, rowNo: 'P1' } })), table).to.equal(false);
    expect([isAccountRow(new TamperedError('changed')), isAccountRow(new TamperedError('changed', { row: { table: 'operator_role', rowNo: 'R1' } }))]).to.deep.equal([true, true]);
  });
});
