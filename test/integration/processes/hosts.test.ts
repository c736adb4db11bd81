import { expect } from 'chai';
import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { mysqlServer, onServer, ownDatabase, postgresServer, type OwnDatabase } from '../../support/servers.js';
import { Callers } from './callers.js';
import { Installation } from './installation.js';

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, `two hosts on one database, ${server.name}`, (address) => {
    const [first, second] = [new Installation(), new Installation()];
    let database: OwnDatabase | undefined;
    before(async function () {
      this.timeout(90_000);
      database = await ownDatabase(address);
      const settings = { TONGJIAO_DATABASE: database.address, TONGJIAO_LOG_LEVEL: 'info', TONGJIAO_JOB_LEASE_MS: '1000' };
      await first.start({ ...settings, WORKERS: '2' });
      await second.start(settings, first);
    });
    after(async function () {
      this.timeout(60_000);
      await second.remove();
      await first.remove();
      await database?.drop();
    });

    it('give numbers that never meet, and each knows of all processes', async function () {
      this.timeout(60_000);
      const callers = [new Callers(first, 3, 0, 'A'), new Callers(second, 2, 0, 'B')];
      await first.until('orders on both hosts', () => callers.every((one) => one.answered > 100) || undefined);
      await Promise.all(callers.map((one) => one.stop()));
      const numbers = callers.flatMap((one) => [...one.told.values()].flatMap((told) => [...told]));
      expect(new Set(numbers).size).to.equal(numbers.length);
      expect(new Set(numbers.map((number) => number.slice(17, 20))).size, 'node numbers used').to.be.within(2, 3);
      expect(callers.flatMap((one) => one.troubles)).to.deep.equal([]);
      for (const host of [first, second]) await host.until('all three processes', async () => await host.metric('tongjiao_processes') === 3 || undefined);
    });

    it('show an order that the other one took, and finish its work when that one is killed', async function () {
      this.timeout(60_000);
      const orderTime = chinaTimestamp(Date.now());
      const name = { merchantNo: 'M35040000001', orderDate: orderTime.slice(0, 8) };
      const placed = await second.client('new').createOrder({ ...name, bizOrderNo: 'X-1', orderTime, orderAmount: '8000', orderTitle: '不动产登记费', orderExpiredTime: '5' });
      const now = (): number => Date.now() + offsetMs;
      let offsetMs = 0;
      const client = first.client('kept', now);
      expect((await client.queryOrder({ ...name, bizOrderNo: 'X-1' })).platformOrderNo).to.equal(placed.platformOrderNo);
      second.signal('SIGKILL');
      expect(await second.ended).to.equal('SIGKILL');
      await first.advance(6 * 60_000);
      offsetMs = 6 * 60_000;
      await first.until('the expiry', async () => (await client.queryOrder({ ...name, bizOrderNo: 'X-1' })).orderState === '4' || undefined);
    });
  });
}
