import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openDm } from '../../../adapters/outbound/persistence/dm/open-dm.js';
import { CommitUnknown, type SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { planMigrations, runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { words, type Step } from '../../../adapters/outbound/persistence/sql/migrations/steps.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { goodSetup } from '../../support/played-database/catalogue.js';
import type { PlayedAccount } from '../../support/played-database/accounts.js';
import { FakeDmDriver } from '../../support/played-database/dm-driver.js';
import { faultOf } from './opened.js';

interface Pool { acquireConnection(): Promise<object>; releaseConnection(connection: object): Promise<void>; query(connection: object, statement: object): Promise<unknown> }
const lease = (name: string) => ({ lease_name: name, lease_owner: null, lease_until: 0 });

describe('DM, where it is unlike the others', function () {
  this.timeout(60_000);
  let driver: FakeDmDriver;
  let account: PlayedAccount;
  let engine: SqlEngine;
  let units: UnitRunner;
  const now = Date.now;
  const open = (given = account, schema?: string): SqlEngine => openDm({ host: 'dm.invalid', port: 5236, schema, ...given }, driver);
  before(async () => { driver = await FakeDmDriver.start(); });
  beforeEach(async () => {
    account = driver.newAccount();
    engine = open();
    await runMigrations(engine, { owner: 'a', now, steps: [] });
    units = new UnitRunner(engine);
  });
  afterEach(() => engine.close());
  const leases = async (): Promise<readonly string[]> => {
    const rows: unknown = await engine.writer('work_lease').pluck('lease_name').whereNot('lease_name', 'schema-migration').orderBy('lease_name');
    return rows as readonly string[];
  };
  const insert = (name: string) => units.run((scope) => scope.writing().table('work_lease').insert(lease(name)));

  it('stores nothing of a unit before its commit, although the driver commits by itself unless told not to', async () => {
    await faultOf(units.run(async (scope) => {
      await scope.writing().table('work_lease').insert(lease('a'));
      throw new Error('power cut');
    }));
    expect(await leases()).to.deep.equal([]);
  });

  it('stores a single statement outside of units at once', async () => {
    await engine.writer('work_lease').insert(lease('a'));
    expect(await leases()).to.deep.equal(['a']);
  });

  it('goes on in a unit after a statement that failed', async () => {
    await insert('a');
    await units.run(async (scope) => {
      expect(engine.classify(await faultOf(scope.writing().table('work_lease').insert(lease('a'))))).to.equal('UNIQUE');
      await scope.writing().table('work_lease').insert(lease('b'));
    });
    expect(await leases()).to.deep.equal(['a', 'b']);
  });

  for (const [fault, stored] of [['lost-before-commit', []], ['lost-after-commit', ['a']]] as const) {
    it(`says that a unit may or may not be stored when the line is ${fault.replaceAll('-', ' ')}, and never runs it again`, async () => {
      driver.fail(fault);
      let runs = 0;
      const error = await faultOf(units.run(async (scope) => {
        runs++;
        await scope.writing().table('work_lease').insert(lease('a'));
      }));
      expect(error).to.be.instanceOf(CommitUnknown);
      expect(runs).to.equal(1);
      expect(await leases()).to.deep.equal(stored);
    });
  }

  it('opens a new connection after one was lost in the middle of a unit', async () => {
    driver.fail('lost-at-statement');
    const outcome = await insert('a').then(() => 'run again', (error: unknown) => engine.classify(error));
    // Whether the unit is run again is the runner's rule; the lost connection is never handed out again.
    expect(outcome).to.be.oneOf(['CONNECTION_LOST', 'run again']);
    await insert('b');
    expect(await leases()).to.include('b');
  });

  it('never reads again on a connection that was lost', async () => {
    driver.fail('lost-at-statement');
    expect(engine.classify(await faultOf(leases()))).to.equal('CONNECTION_LOST');
    expect(await leases()).to.deep.equal([]);
  });

  it('refuses a statement with a value too few, too many or undefined, which the driver would run', async () => {
    const client = engine.writer.client as Pool;
    const connection = await client.acquireConnection();
    const sql = 'update "WORK_LEASE" set "LEASE_UNTIL" = ? where "LEASE_NAME" = ?';
    for (const bindings of [[1], [1, 'a', 'b'], [1, undefined]]) {
      expect((await faultOf(client.query(connection, { sql, bindings, method: 'update' }))).message).to.match(/placeholders|undefined/);
    }
    expect(await (connection as { execute(sql: string, values: unknown[]): Promise<unknown> }).execute(sql, [1])).to.deep.include({ outBinds: [null] });
    await client.releaseConnection(connection);
  });

  it('compiles nothing that only other databases know', async () => {
    const table = () => engine.writer('work_lease');
    for (const query of [() => table().insert(lease('a')).onConflict().ignore(), () => table().insert(lease('a')).returning('lease_name'), () => table().where(lease('a')).update(lease('b')).returning('*'),
      () => table().where(lease('a')).delete().returning('*'), () => table().select('lease_name').forShare()]) {
      expect(() => query().toSQL()).to.throw('not part of the SQL that every database understands');
    }
    expect(await leases()).to.deep.equal([]);
  });

  it('counts bytes, and a column is wide enough for any characters of its length', async () => {
    expect(engine.columnType(words('remark', 100))).to.equal('varchar(400)');
    expect(() => engine.columnType(words('remark', 2001))).to.throw('too long for a column of DM');
    await insert('a'.repeat(64));
    expect(engine.classify(await faultOf(insert('税'.repeat(22))))).to.equal('TOO_LONG');
    expect(engine.classify(await faultOf(insert('a'.repeat(65))))).to.equal('TOO_LONG');
  });

  it('fetches long texts as text and leaves JSON to the codecs', async () => {
    await engine.writer.schema.createTable('probe_note', (table) => { table.specificType('note', 'clob'); });
    await engine.writer('probe_note').insert({ note: '[1]' });
    expect(await engine.writer('probe_note').select('note')).to.deep.equal([{ note: '[1]' }]);
    driver.fetchAsString = [];
    driver.parseJson = true;
    expect(await engine.writer('probe_note').select('note')).to.deep.equal([{ note: [1] }]);
    driver.parseJson = false;
    const rows: unknown = await engine.writer('probe_note').pluck('note');
    expect((rows as readonly unknown[])[0]).to.have.property('getData');
    driver.fetchAsString = [driver.CLOB];
  });

  it('makes its schema once, finds what was made and not recorded, and lets two processes start at once', async () => {
    const added: Step = { id: '0099-note', change: 'add-column', table: 'payee', column: words('remark', 100) };
    const steps = [...allSteps, added];
    const other = open();
    const results = await Promise.all([engine, other].map((one, index) => runMigrations(one, { owner: `p${index}`, now, steps })));
    expect(results.flatMap(({ applied, found }) => [...applied, ...found]).sort()).to.deep.equal(steps.map((step) => step.id).sort());
    await engine.writer('schema_step').where({ step_id: '0099-note' }).delete();
    expect((await runMigrations(engine, { owner: 'a', now, steps })).found).to.deep.equal(['0099-note']);
    expect(await planMigrations(engine, steps)).to.deep.equal([]);
    await other.close();
  });

  it('sees the tables of another schema when the account owns none', async () => {
    const runtime = driver.newAccount();
    const blind = open(runtime);
    const seeing = open(runtime, account.user.toLowerCase());
    expect(await blind.writer.schema.hasTable('work_lease')).to.equal(false);
    expect(await seeing.writer.schema.hasTable('work_lease')).to.equal(true);
    expect(await seeing.writer.schema.hasColumn('work_lease', 'lease_until')).to.equal(true);
    expect(await seeing.hasIndex('work_lease', 'no_such_ix')).to.equal(false);
    await insert('a');
    expect(await seeing.writer('work_lease').pluck('lease_name').where({ lease_name: 'a' })).to.deep.equal(['a']);
    await blind.close();
    await seeing.close();
  });

  it('closes every connection it opened', async () => {
    await Promise.all([insert('a'), insert('b'), insert('c')]);
    await engine.close();
    await pause(0);
    expect(driver.openConnections).to.equal(0);
  });

  it('names no bound value in an error, and takes no account without a password', async () => {
    await insert('geheim');
    const error = await faultOf(insert('geheim'));
    expect(`${error.message} ${error.stack ?? ''}`).to.not.contain('geheim');
    for (const password of [undefined, '']) expect(() => open({ user: 'SYSDBA', password: password as string })).to.throw('needs a name and a password');
    const stranger = open({ user: account.user, password: 'other' });
    expect(await faultOf(stranger.writer('work_lease').select('lease_name'))).to.have.property('errCode', -2501);
    await stranger.close();
  });

  it('tells what the server is, and finds nothing wrong with one that was set up as asked', async () => {
    const { banner, nowMs, settings, flaws } = await engine.facts();
    expect(banner).to.equal('DM Database Server 64 V8');
    expect(Math.abs((nowMs ?? 0) - now())).to.be.lessThan(5000);
    expect(settings).to.deep.include({ CHARSET: 'UTF-8', PAGE_SIZE_KB: '32', COMPARES_CASE: '1', ISOLATION_LEVEL: '1', LENGTH_IN_CHAR: '0' });
    expect(flaws).to.deep.equal([]);
  });

  it('is told what to change where it was set up otherwise, and what it does not tell is told as well', async () => {
    await driver.pretend({ ...goodSetup, charset: 0, pageBytes: 8192, parameters: { ISOLATION_LEVEL: '3' } });
    try {
      const { flaws, settings } = await engine.facts();
      expect(flaws).to.have.lengthOf(3);
      for (const change of ['CHARSET=1', 'PAGE_SIZE=32', 'ISOLATION_LEVEL to 1']) expect(flaws.join('\n')).to.contain(change);
      expect(settings['LENGTH_IN_CHAR']).to.equal('not told');
    } finally {
      await driver.pretend(goodSetup);
    }
  });
});
