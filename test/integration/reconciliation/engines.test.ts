import { expect } from 'chai';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { mysqlServer, onServer, ownDatabase, postgresServer } from '../../support/servers.js';
import { noon } from '../../builders/moments.js';
import { firstDay, morningAfter, type CountingHouse } from '../../unit/application/reconciliation/counting-house.js';
import { contractSettings, MadeUpDay } from '../../unit/application/reconciliation/made-up-day.js';
import { houseOn } from './house-on.js';

const key = `CM-ALI:${firstDay}`;
const count = 120;

/** The same disturbances as on memory, on a database that several processes really share. */
function disturbances(name: string, open: () => Promise<{ readonly address: string; drop(): Promise<void> }>): void {
  describe(`a run on ${name}`, function () {
    this.timeout(120_000);
    let database: { readonly address: string; drop(): Promise<void> };
    const houses: (CountingHouse & { end(): Promise<void> })[] = [];
    beforeEach(async () => { database = await open(); });
    afterEach(async () => {
      for (const house of houses.splice(0)) await house.end();
      await database.drop();
    });
    const host = async (number: string): Promise<CountingHouse> => {
      const house = await houseOn(openEngine(databaseAddress(database.address, { user: undefined, password: undefined })), number, { settings: contractSettings });
      houses.push(house);
      return house;
    };

    /** A day of payments, every tenth missing in the bill; the run is planned and the bill is there, nobody has begun. */
    const prepared = async (house: CountingHouse): Promise<readonly string[]> => {
      await house.open();
      const made = new MadeUpDay(house);
      const paid = [];
      for (let index = 0; index < count; index++) paid.push(await made.pay({ amount: 100 + index, at: noon }));
      house.bills.alipay.put('CM-ALI', firstDay, paid.filter((_one, index) => index % 10 !== 0).map(({ line }) => line));
      house.clock.at = morningAfter(1);
      await house.plan.run();
      await house.fetch.run(key);
      return paid.map((one) => one.key);
    };
    const expectWhole = async (house: CountingHouse, keys: readonly string[]): Promise<void> => {
      const [run, ...others] = await house.runs();
      expect(others).to.deep.equal([]);
      expect(run).to.include({ state: 'done', linesDone: count - count / 10 });
      const entries = await house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades(keys));
      expect(entries.map(({ tradeKey }) => tradeKey).sort()).to.deep.equal(keys.filter((_one, index) => index % 10 !== 0).sort());
      expect((await house.differences()).length).to.equal(count / 10);
      expect(await house.day()).to.include({ state: 'differs', reconcileCount: count - count / 10, openCount: count / 10 });
    };

    it('is worked on by one of three hosts that begin at once', async () => {
      const [one, two, three] = [await host('1'), await host('2'), await host('3')];
      const keys = await prepared(one);
      for (const other of [two, three]) other.clock.at = one.clock.at;
      await Promise.all([one, two, three].map((house) => house.work.run(key)));
      await expectWhole(one, keys);
    });

    it('is begun once when two people press the button together', async () => {
      const [one, two] = [await host('1'), await host('2')];
      await prepared(one);
      await one.work.run(key);
      const begun = await Promise.all([one.start.run(one.account(), firstDay, 'finance-1'), two.start.run(two.account(), firstDay, 'finance-2')]);
      expect(begun.map(({ ok }) => ok).sort()).to.deep.equal([false, true]);
      expect(await one.runs()).to.have.length(2);
    });

    it('goes on where its process was killed, again and again, and books nothing twice', async () => {
      const house = await host('1');
      const keys = await prepared(house);
      const file = fileURLToPath(new URL('./run-process.js', import.meta.url));
      const kills: number[] = [];
      for (let round = 2; round < 40 && kills.length < 2; round++) {
        const child = fork(file, [database.address, String(round), key, String(house.clock.at)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
        const ended = once(child, 'exit');
        await Promise.race([once(child, 'message'), ended]);
        const from = (await house.runs())[0]?.linesDone ?? 0;
        while (child.exitCode === null && ((await house.runs())[0]?.linesDone ?? 0) < from + 14) await new Promise((resolve) => { setTimeout(resolve, 2); });
        child.kill('SIGKILL');
        await ended;
        kills.push((await house.runs())[0]?.linesDone ?? 0);
      }
      expect(kills[0]).to.be.lessThan(count);
      while ((await house.work.run(key)).kind === 'again') house.clock.at += 5_000;
      await expectWhole(house, keys);
    });
  });
}

disturbances('a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-runs-'));
  return Promise.resolve({ address: `sqlite:${join(folder, 'books.db')}`, drop: () => { rmSync(folder, { recursive: true, force: true }); return Promise.resolve(); } });
});
for (const server of [mysqlServer, postgresServer]) onServer(server, `runs on ${server.name}`, (address) => { disturbances(server.name, () => ownDatabase(address)); });
