import { expect } from 'chai';
import { FrontDatabaseWriter } from '../../../adapters/outbound/data-sharing/front-database/front-database-writer.js';
import type { FrontNames } from '../../../adapters/outbound/data-sharing/front-database/target-names.js';
import { openDm } from '../../../adapters/outbound/persistence/dm/open-dm.js';
import { openKingbase } from '../../../adapters/outbound/persistence/kingbase/open-kingbase.js';
import { openMySql } from '../../../adapters/outbound/persistence/mysql/open-mysql.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { foreignLine } from '../../../adapters/outbound/persistence/sql/foreign-line.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { sharedTable } from '../../../domain/sharing/shared-tables.js';
import { recordEngine } from '../../contract/persistence/recorded-engine.js';

const nowhere = { host: 'nowhere.invalid', port: 1, user: 'u', password: 'x', database: 'd', schema: undefined, tls: undefined, certificateFolder: undefined, connections: 1 };
const asWritten: FrontNames = { schema: undefined, columnCase: 'as-written', tables: {} };

/** What a front database is told for one order that it has and one that it has not. */
async function told(given: SqlEngine, names: FrontNames): Promise<readonly string[]> {
  const recorded = recordEngine(given);
  recorded.answer({ pay_order_info: { share_key: 'K1', share_rows: 1 }, zfdd: { share_key: 'K1', share_rows: 1 } });
  const writer = new FrontDatabaseWriter('front-database', foreignLine(recorded.engine), names);
  const row = (key: string) => ({ key, cells: ['U1', undefined, key, undefined, '张*'] });
  const answer = await writer.write({ batchNo: 'B1', table: sharedTable('paid-orders'), sequence: 1, day: '20260508', rows: [row('K1'), row('K2')] }, 5_000);
  expect(answer).to.deep.equal({ kind: 'taken', rejected: [] });
  await given.close();
  return recorded.taken();
}

describe('statements for a front database', () => {
  it('keep the capitals of the document on DM, where names fold', async () => {
    expect(await told(openDm({ host: 'nowhere.invalid', port: 5236, user: 'u', password: 'x' }), asWritten)).to.deep.equal([
      'select "Ddh" as share_key, count(*) as share_rows from "pay_order_info" where "Ddh" in (?, ?) group by "Ddh"',
      'update "pay_order_info" set "menu_id" = ?, "Phone" = ?, "Sfzh" = ?, "Name" = ? where "Ddh" = ?',
      'insert into "pay_order_info" ("menu_id", "Phone", "Ddh", "Sfzh", "Name") values (?, ?, ?, ?, ?)',
    ]);
  });

  it('fold them where the administrator of the city did, and name a schema', async () => {
    const folded = await told(openDm({ host: 'nowhere.invalid', port: 5236, user: 'u', password: 'x' }), { schema: 'EXCHANGE', columnCase: 'upper', tables: { 'paid-orders': 'zfdd' } });
    expect(folded[2]).to.equal('insert into "EXCHANGE"."zfdd" ("MENU_ID", "PHONE", "DDH", "SFZH", "NAME") values (?, ?, ?, ?, ?)');
  });

  it('are quoted and bound as each engine wants it', async () => {
    expect((await told(openMySql(nowhere), asWritten))[1]).to.equal('update `pay_order_info` set `menu_id` = ?, `Phone` = ?, `Sfzh` = ?, `Name` = ? where `Ddh` = ?');
    expect((await told(openKingbase(nowhere), asWritten))[2]).to.equal('insert into "pay_order_info" ("menu_id", "Phone", "Ddh", "Sfzh", "Name") values ($1, $2, $3, $4, $5)');
    expect((await told(openSqlite({ file: ':memory:' }), asWritten))[1]).to.equal('update "pay_order_info" set "menu_id" = ?, "Phone" = ?, "Sfzh" = ?, "Name" = ? where "Ddh" = ?');
  });

  it('hold no MERGE, no DELETE and no value of a row', async () => {
    const all = await told(openMySql(nowhere), asWritten);
    expect(all).to.have.lengthOf(3);
    for (const sql of all) expect(sql).not.to.match(/merge|delete|replace|duplicate|U1|K1|张/i);
  });
});
