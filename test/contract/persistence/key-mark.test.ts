import { expect } from 'chai';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { checkKeyMark } from '../../../adapters/outbound/persistence/sql/key-mark.js';
import { SqlKeyWalk } from '../../../adapters/outbound/persistence/sql/key-walk/sql-key-walk.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { mysqlServer, onServer, ownDatabase, postgresServer } from '../../support/servers.js';
import { noon } from './builders.js';
import { FakeVault, HandClock } from './fakes.js';
import { faultOf } from './opened.js';

/** A key store whose audit key, or whose index key, is another one. */
class OtherVault extends FakeVault {
  readonly #other: 'audit' | 'index';
  constructor(other: 'audit' | 'index') { super(); this.#other = other; }
  override installationMark(name: string): string { return super.installationMark(`${this.#other} ${name}`); }
}

function keyMarkCases(open: () => Promise<{ readonly engine: SqlEngine; close(): Promise<void> }>): void {
  it('lets every process in that has the keys of the first one, and nobody else', async () => {
    const { engine, close } = await open();
    await runMigrations(engine, { owner: 'suite', now: Date.now });
    const units = new UnitRunner(engine);
    await Promise.all([1, 2, 3].map(() => checkKeyMark(new UnitRunner(engine), new FakeVault())));
    await checkKeyMark(units, new FakeVault());
    for (const other of ['audit', 'index'] as const) {
      const error = await faultOf(checkKeyMark(units, new OtherVault(other)));
      expect([error.name, error.message]).to.satisfy(([name, message]: readonly string[]) => name === 'UnusableDatabase' && message?.includes('another key store') === true);
    }
    await close();
  });

  it('lets nobody in whose key store is a copy of before the last change of keys', async () => {
    const { engine, close } = await open();
    await runMigrations(engine, { owner: 'suite', now: Date.now });
    const [units, changed, copy] = [new UnitRunner(engine), new FakeVault(), new FakeVault()];
    [changed.keyNo, copy.keysKnown] = [2, 1];
    await checkKeyMark(units, copy);
    await new SqlKeyWalk(units, changed, new HandClock(noon)).page();
    await checkKeyMark(units, changed);
    const error = await faultOf(checkKeyMark(units, copy));
    expect([error.name, error.message]).to.satisfy(([name, message]: readonly string[]) => name === 'UnusableDatabase' && message?.includes('before the last change of keys') === true);
    expect((await faultOf(new SqlKeyWalk(units, copy, new HandClock(noon)).page())).name, 'nor takes the rows back').to.equal('UnusableDatabase');
    expect(await new SqlKeyWalk(units, changed, new HandClock(noon)).state(), 'it goes on under the newer keys').to.not.equal(undefined);
    await close();
  });
}

describe('the mark of the key store on SQLite', () => {
  keyMarkCases(async () => {
    const engine = openSqlite({ file: ':memory:' });
    return { engine, close: () => engine.close() };
  });
});

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, `the mark of the key store on ${server.name}`, (address) => {
    keyMarkCases(async () => {
      const database = await ownDatabase(address);
      const engine = database.open();
      return { engine, close: async () => { await engine.close(); await database.drop(); } };
    });
  });
}
