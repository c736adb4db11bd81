import { expect } from 'chai';
import { sharingTables } from '../../../../contracts/requirements/sharing-tables.js';
import { typeText } from '../../../../domain/sharing/shared-column.js';
import { hasPolicy, sharedTable, sharedTables, tableNamed } from '../../../../domain/sharing/shared-tables.js';

describe('tables of the city (1.1.7.2.5-a to -d)', () => {
  for (const [tableNo, columns] of Object.entries(sharingTables)) {
    it(`${tableNo} has the columns of the document: names with their capitals, order, types and lengths`, () => {
      const table = tableNamed(tableNo);
      expect(table?.columns.map(({ name, type, zh }) => [name, typeText(type), zh])).to.deep.equal(columns);
    });
  }

  it('7-15 and 7-17 differ in the length of one column only', () => {
    const [merchants, users] = [sharedTable('merchant-users'), sharedTable('users')];
    const other = merchants.columns.filter((column, place) => JSON.stringify(column.type) !== JSON.stringify(users.columns[place]?.type));
    expect(other.map(({ name }) => name)).to.deep.equal(['login_ip']);
  });

  it('each have a key that is never cut, masked or left out', () => {
    for (const { key, columns } of sharedTables) {
      expect(columns.find(({ name }) => name === key)).to.include({ overflow: 'refuse', sharing: 'open' });
    }
  });

  it('hold back every column with personal data, and no policy reaches a password', () => {
    for (const { name: table, columns } of sharedTables) {
      for (const column of columns) {
        if (column.dataClass === 'personal' || column.dataClass === 'sensitive') expect(hasPolicy(column), `${table}.${column.name}`).to.equal(true);
        if (column.name === 'password') expect([column.sharing, hasPolicy(column)]).to.deep.equal(['never', false]);
      }
    }
  });

  it('are switched off where they are ours', () => {
    expect(sharedTable('order-bills').tableNo).to.equal('扩展');
    expect(tableNamed('no-such-table')).to.equal(undefined);
  });
});
