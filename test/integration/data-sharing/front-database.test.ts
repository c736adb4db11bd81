import { expect } from 'chai';
import { FrontDatabaseWriter } from '../../../adapters/outbound/data-sharing/front-database/front-database-writer.js';
import type { OutgoingBatch } from '../../../application/ports/data-sharing.js';
import { mapRow, type ClearValues, type SharedRow } from '../../../domain/sharing/map-row.js';
import { accountValues, nodeValues, orderValues } from '../../../domain/sharing/row-values.js';
import { sharedTable, type SharedTableName } from '../../../domain/sharing/shared-tables.js';
import { no, noon } from '../../builders/moments.js';
import { anOrder } from '../../builders/payments.js';
import { aBusinessNode, aSharedAccount } from '../../builders/sharing.js';
import { mysqlServer, onServer, postgresServer } from '../../support/servers.js';
import { serverFront, sqliteFront, type OpenFront } from './front-bases.js';

function rowOf(name: SharedTableName, values: ClearValues): SharedRow {
  const mapped = mapRow(sharedTable(name), values, { lengthMode: 'char', isFull: () => false });
  if (!mapped.ok) throw new Error(mapped.refusal.why);
  return mapped.value.row;
}
const batch = (name: SharedTableName, rows: readonly SharedRow[]): OutgoingBatch => ({ batchNo: no(1), table: sharedTable(name), sequence: 1, day: '20260508', rows });
const payer = { name: '张三', mobile: '13800138000', certNo: '350402199001011234' };
const order = (suffix: number, userId = `U${suffix}`): SharedRow => rowOf('paid-orders', orderValues(anOrder({ platformOrderNo: no(suffix), state: 'paid', userId, payer })));
/** A row that the mapping would never make. */
const tooLong = (suffix: number): SharedRow => { const row = order(suffix); return { ...row, cells: ['x'.repeat(65), ...row.cells.slice(1)] }; };

function frontDatabase(name: string, open: () => Promise<OpenFront>): void {
  describe(`front database on ${name}`, () => {
    let front: OpenFront;
    let writer: FrontDatabaseWriter;
    beforeEach(async () => {
      front = await open();
      writer = new FrontDatabaseWriter('front-database', front.line, { schema: undefined, columnCase: 'as-written', tables: {} });
    });
    afterEach(async () => { await front.line.close(); await front.close(); });
    const write = (table: SharedTableName, rows: readonly SharedRow[]) => writer.write(batch(table, rows), 30_000);
    const orderNos = async () => (await front.rows('pay_order_info')).map((row) => row['Ddh']).sort();

    it('gets an order by the very names of the document, masked', async () => {
      expect(await write('paid-orders', [order(1)])).to.deep.equal({ kind: 'taken', rejected: [] });
      expect(await front.rows('pay_order_info')).to.deep.equal([{ menu_id: 'U1', Phone: '138****8000', Ddh: no(1), Sfzh: '350402********1234', Name: '张*' }]);
    });

    it('has a row once however often it is sent, in its last form', async () => {
      const many = Array.from({ length: 500 }, (_, index) => order(index + 1));
      expect(await write('paid-orders', many)).to.deep.equal({ kind: 'taken', rejected: [] });
      expect(await write('paid-orders', many)).to.deep.equal({ kind: 'taken', rejected: [] });
      expect(await write('paid-orders', [...many.slice(0, 2), order(501), order(3, '改')])).to.deep.equal({ kind: 'taken', rejected: [] });
      expect(await front.rows('pay_order_info')).to.have.lengthOf(501);
      expect((await front.rows('pay_order_info')).find((row) => row['Ddh'] === no(3))).to.include({ menu_id: '改' });
    });

    it('gets accounts and nodes in their own types, with an empty password', async () => {
      const account = accountValues(aSharedAccount({ isGone: true }), { roundsLoginDay: true });
      for (const table of ['users', 'merchant-users'] as const) expect(await write(table, [rowOf(table, account)])).to.deep.equal({ kind: 'taken', rejected: [] });
      expect(await write('business-nodes', [rowOf('business-nodes', nodeValues(aBusinessNode()))])).to.deep.equal({ kind: 'taken', rejected: [] });
      for (const table of ['sys_user', 'merchant_user']) {
        const [row] = await front.rows(table);
        expect([row?.['password'], row?.['del_flag'], row?.['mobile'], row?.['name'], row?.['photo']]).to.deep.equal([null, '1', '138****8000', '张*', null]);
        expect(momentOf(row?.['update_date'])).to.equal('2026-05-08 12:00:01');
      }
      expect((await front.rows('business_info'))[0]).to.include({ id: 'P-M1', del_flag: 0, is_child: 0, grade: '2', parent_ids: '0,R-350400,' });
    });

    it('keeps a bad row out and takes all others of its batch', async () => {
      const rows = [order(1), order(2), tooLong(3), order(4), order(5), tooLong(6), order(7)];
      const answer = await write('paid-orders', rows);
      expect(answer).to.deep.include({ kind: 'taken' });
      expect(answer.kind === 'taken' && answer.rejected.map(({ key }) => key)).to.deep.equal([no(3), no(6)]);
      expect(JSON.stringify(answer)).not.to.match(/xxxx|138/);
      expect(await orderNos()).to.deep.equal([1, 2, 4, 5, 7].map((suffix) => no(suffix)));
    });

    it('is told apart from a bad row when its table is not there', async () => {
      await front.run('drop table pay_order_info');
      const answer = await write('paid-orders', [order(1)]);
      expect(answer).to.deep.include({ kind: 'not-taken' });
      expect(answer.kind === 'not-taken' && answer.why).to.match(/^refused /);
    });

    it('can be counted, and says of each key how many rows it has', async () => {
      await write('paid-orders', [order(1), order(2)]);
      await front.run('insert into pay_order_info select * from pay_order_info');
      expect(await writer.looking.count(sharedTable('paid-orders'), 5000)).to.deep.equal({ kind: 'seen', value: 4 });
      const seen = await writer.looking.rowsPerKey(sharedTable('paid-orders'), [no(1), no(9)], 5000);
      expect(seen.kind === 'seen' && [...seen.value]).to.deep.equal([[no(1), 2]]);
    });

    it('is found under other names where its administrator gave others', async () => {
      await front.run('create table city_orders (menu_id varchar(64), phone varchar(11), ddh varchar(64), sfzh varchar(18), name varchar(30))');
      const other = new FrontDatabaseWriter('front-database', front.line, { schema: undefined, columnCase: 'lower', tables: { 'paid-orders': 'city_orders' } });
      expect(await other.write(batch('paid-orders', [order(1)]), 5000)).to.deep.equal({ kind: 'taken', rejected: [] });
      expect(await front.rows('city_orders')).to.deep.equal([{ menu_id: 'U1', phone: '138****8000', ddh: no(1), sfzh: '350402********1234', name: '张*' }]);
    });
  });
}

/** A driver hands out a moment as text or as a Date of the connection's zone. */
const momentOf = (value: unknown): string => (value instanceof Date
  ? new Date(value.getTime() - (value.getTime() === noon + 1000 ? -8 * 3_600_000 : value.getTimezoneOffset() * 60_000)).toISOString().slice(0, 19).replace('T', ' ')
  : String(value).slice(0, 19));

frontDatabase('SQLite', sqliteFront);
onServer(mysqlServer, 'front database on a MySQL server', (address) => { frontDatabase(mysqlServer.name, () => serverFront(address)); });
onServer(postgresServer, 'front database on a PostgreSQL server', (address) => { frontDatabase(postgresServer.name, () => serverFront(address)); });
