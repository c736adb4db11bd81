import { expect } from 'chai';
import { FrontDatabaseWriter } from '../../../adapters/outbound/data-sharing/front-database/front-database-writer.js';
import type { UnitOfWork } from '../../../application/ports/unit-of-work.js';
import { ExportBatch } from '../../../application/sharing/export-batch.js';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { no } from '../../builders/moments.js';
import { mysqlServer, onServer, postgresServer } from '../../support/servers.js';
import { serverFront, sqliteFront, type OpenFront } from './front-bases.js';
import { OurSide } from './shared-orders.js';

function crashing(name: string, open: () => Promise<OpenFront>): void {
  describe(`a crash between the city's answer and our mark, front database on ${name}`, () => {
    let front: OpenFront;
    let ours: OurSide;
    beforeEach(async () => { [front, ours] = [await open(), await OurSide.open()]; });
    afterEach(async () => { await front.line.close(); await front.close(); await ours.store.close(); });

    /** The power fails when the log is about to be written: the second unit of work of a batch. */
    function dyingUnits(): UnitOfWork {
      let units = 0;
      const { unitOfWork } = ours.store;
      return {
        read: (work) => unitOfWork.read(work),
        run: (work) => { units += 1; return units === 1 ? unitOfWork.run(work) : unitOfWork.run(async (stores) => { await work(stores); throw new Error('power cut'); }); },
      };
    }

    it('sends the same rows once more, and each stands there once', async () => {
      for (const suffix of [1, 2, 3]) await ours.paid(suffix);
      const writer = new FrontDatabaseWriter('front-database', front.line, { schema: undefined, columnCase: 'as-written', tables: {} });
      await new ExportBatch(ours.parts(writer, dyingUnits())).run(ours.orders()).then(() => expect.fail('the power was cut'), () => undefined);
      expect(await front.rows('pay_order_info')).to.have.lengthOf(3);
      expect(await ours.log('front-database')).to.deep.equal([]);
      await ours.paid(4);
      expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['busy']);
      ours.store.clock.at += 10 * minuteMs;
      expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['wrote']);
      expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['nothing']);
      expect((await front.rows('pay_order_info')).map((row) => row['Ddh']).sort()).to.deep.equal([1, 2, 3, 4].map((suffix) => no(suffix)));
    });

    it('holds back a row whose sealed data was changed at home, and takes the others over', async () => {
      for (const suffix of [1, 2]) await ours.paid(suffix);
      const other = await ours.store.unitOfWork.read(({ orders }) => orders.byNo(no(2)));
      expect(other?.payer.mobile).to.equal('13800138000');
      await ours.swapPhones(no(1), no(2));
      const writer = new FrontDatabaseWriter('front-database', front.line, { schema: undefined, columnCase: 'as-written', tables: {} });
      await ours.paid(3);
      expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['wrote']);
      expect((await ours.aside('front-database')).map(({ rowKey, reason }) => [rowKey, reason])).to.deep.equal([[no(1), 'tampered']]);
      expect((await front.rows('pay_order_info')).map((row) => row['Ddh']).sort()).to.deep.equal([no(2), no(3)]);
    });
  });
}

crashing('SQLite', sqliteFront);
onServer(mysqlServer, 'crashes beside a MySQL server', (address) => { crashing(mysqlServer.name, () => serverFront(address)); });
onServer(postgresServer, 'crashes beside a PostgreSQL server', (address) => { crashing(postgresServer.name, () => serverFront(address)); });
