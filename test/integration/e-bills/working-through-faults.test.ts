import { expect } from 'chai';
import type { BillIssuer } from '../../../application/ports/bill-issuer.js';
import { hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { CountingIds } from '../../contract/persistence/fakes.js';
import { billsOf, briefly, house, openTownOf, paidFor, refunded } from '../../unit/application/e-bills/bill-town.js';
import type { Town } from '../../unit/application/town.js';
import { EBillScene } from './e-bill-scene.js';

interface SimulatedBill { readonly busNo: string; readonly fen: string; readonly state: '1' | '2'; readonly red: object | undefined }

/** The use cases, the real adapter and the simulated bill system over sockets; only the platform's tables are in memory. */
describe('e-bills through every fault of the bill system', function () {
  this.timeout(60_000);
  const scene = new EBillScene();
  let town: Town;
  const issuers = new Map<string, BillIssuer>();
  before(() => scene.open());
  after(() => scene.close());
  /** Each with order numbers of its own: the simulated bill system is one. */
  let towns = 100;
  const newTown = (): Promise<Town> => openTownOf(issuers, { ids: () => new CountingIds(String(++towns)) });
  beforeEach(async () => {
    // The simulator's time is the machine's; a town of its own for each story.
    issuers.set('35', scene.issuerWith({ apiUrl: scene.standardUrl, pageOrigins: [scene.baseUrl], timeoutMs: 400 }));
    town = await newTown();
  });
  afterEach(() => scene.control('DELETE', 'faults'));

  /** Bills of the order that stand at the bill system. */
  const valid = async (): Promise<readonly SimulatedBill[]> => {
    const orderNo = town.orders[0]?.platformOrderNo ?? '';
    return (await scene.control('GET', 'bills') as readonly SimulatedBill[]).filter(({ busNo, state, red }) => busNo.startsWith(orderNo) && state === '1' && red === undefined);
  };
  const validAmounts = async (): Promise<readonly string[]> => (await valid()).map(({ fen }) => fen);

  for (const fault of ['timeout-after', 'drop-after', 'http-500', 'bad-sign'] as const) {
    it(`${fault} while issuing: unknown first, one valid bill in the end`, async () => {
      await scene.fault('invoiceEBill', fault);
      await paidFor(town, [house]);
      expect(briefly(town)).to.deep.equal(['1 issuing 8000']);
      await town.pass(minuteMs);
      expect(briefly(town)).to.deep.equal(['1 issued 8000']);
      expect(await validAmounts()).to.deep.equal(['8000']);
      expect(billsOf(town)[0]?.issued?.links.pageUrl).to.match(new RegExp(`^${scene.baseUrl}/h5/bill/`));
    });

    it(`${fault} while asking what became of it: nothing is issued beside it`, async () => {
      await scene.fault('invoiceEBill', 'timeout-after');
      await paidFor(town, [house]);
      await scene.fault('getEBillByBusNo', fault);
      await town.pass(minuteMs);
      expect(briefly(town)).to.deep.equal(['1 issuing 8000']);
      await town.pass(2 * minuteMs);
      expect(briefly(town)).to.deep.equal(['1 issued 8000']);
      expect(await validAmounts()).to.deep.equal(['8000']);
    });

    it(`${fault} while reversing: no bill for the rest before the reversal is certain, and then one`, async () => {
      await paidFor(town, [house]);
      await scene.fault('writeOffEBill', fault);
      await refunded(town, 3_000);
      expect(briefly(town)).to.deep.equal(['1 reversing 8000']);
      expect((await valid()).length).to.be.at.most(1);
      await town.pass(2 * minuteMs);
      expect(briefly(town)).to.deep.equal(['1 reversed 8000', '2 issued 5000']);
      expect(await validAmounts()).to.deep.equal(['5000']);
    });
  }

  it('a code that says no: failed, people called, and issued once when somebody presses', async () => {
    await scene.fault('invoiceEBill', 'e-code', { code: 'E1002', text: '开票点不存在' });
    const orderNo = await paidFor(town, [house]);
    await town.pass(hourMs);
    expect(briefly(town)).to.deep.equal(['1 failed 8000 E1002']);
    expect(town.alarms()).to.deep.equal(['e-bill-refused']);
    const pressed = await town.reissue.run(orderNo, { kind: 'operator', code: 'op1', address: undefined });
    expect(pressed.ok && pressed.value.state).to.equal('issued');
    expect(await validAmounts()).to.deep.equal(['8000']);
  });

  it('exhausted stock: waits, and goes on when there are numbers again', async () => {
    await scene.fault('invoiceEBill', 'stock-exhausted');
    await paidFor(town, [house]);
    expect(briefly(town)).to.deep.equal(['1 failed 8000 E2001']);
    await town.pass(minuteMs);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
    expect(await validAmounts()).to.deep.equal(['8000']);
  });

  it('another amount in the answer to the question: nothing is adopted, people are called', async () => {
    await scene.fault('invoiceEBill', 'timeout-after');
    await paidFor(town, [house]);
    await scene.fault('getEBillByBusNo', 'other-amount');
    await town.pass(minuteMs);
    expect(briefly(town)).to.deep.equal(['1 issuing 8000 other-amount']);
    expect(town.alarms()).to.deep.equal(['e-bill-not-as-asked']);
  });

  it('somebody else\'s bill under our number: none of ours is issued beside it', async () => {
    await scene.fault('invoiceEBill', 'duplicate-bus-no');
    await paidFor(town, [house]);
    await town.pass(hourMs);
    expect(briefly(town)[0]).to.not.match(/issued/);
    expect(await validAmounts()).to.deep.equal(['8001']);
    expect(town.alarms()).to.not.deep.equal([]);
  });

  it('a bill that the bill system voided by itself is not taken for one that stands', async () => {
    await scene.fault('invoiceEBill', 'timeout-after');
    const orderNo = await paidFor(town, [house]);
    await scene.control('POST', `bills/${orderNo}/void`, {});
    await town.pass(minuteMs);
    expect(briefly(town)).to.deep.equal(['1 void 8000']);
    expect(town.alarms()).to.deep.equal(['e-bill-ended-elsewhere']);
  });

  it('down for ten minutes: payment, callback and refund go on, and everything is caught up afterwards', async () => {
    issuers.set('35', scene.issuerWith({ apiUrl: 'http://127.0.0.1:1/standard-web/api/standard', timeoutMs: 400 }));
    const orderNo = await paidFor(town, [house]);
    expect(town.posted.map(({ kind, toldState }) => `${kind} ${toldState}`)).to.deep.equal(['payment paid']);
    await refunded(town, 2_000);
    expect(town.posted.map(({ kind }) => kind)).to.deep.equal(['payment', 'refund']);
    await town.pass(10 * minuteMs);
    expect(briefly(town)).to.deep.equal(['1 issuing 8000']);
    issuers.set('35', scene.issuerWith({ apiUrl: scene.standardUrl, pageOrigins: [scene.baseUrl], timeoutMs: 2_000 }));
    await town.pass(hourMs);
    // What had been asked for may have come through, so it is settled first; then the refund is.
    expect(briefly(town)).to.deep.equal(['1 reversed 8000', '2 issued 6000']);
    expect(await validAmounts()).to.deep.equal(['6000']);
    expect(await town.workEBill.run(orderNo)).to.deep.equal({ kind: 'done' });
  });

  it('chance, for forty orders with refunds among them: at most one valid bill each, and none that says more than was kept', async () => {
    const faults = ['timeout-after', 'drop-after', 'http-500', 'bad-sign', 'stock-exhausted'] as const;
    const methods = ['invoiceEBill', 'getEBillByBusNo', 'writeOffEBill'] as const;
    for (let turn = 0; turn < 40; turn++) {
      town = await newTown();
      for (const [at, method] of methods.entries()) {
        const fault = faults[(turn * 7 + at * 3) % faults.length] ?? 'http-500';
        if ((turn + at) % 3 !== 0) await scene.fault(method, method === 'invoiceEBill' || fault !== 'stock-exhausted' ? fault : 'http-500');
      }
      await paidFor(town, [house]);
      const back = [0, 3_000, 8_000][turn % 3] ?? 0;
      if (back > 0) await refunded(town, back);
      expect((await valid()).length, `turn ${turn}`).to.be.at.most(1);
      await town.pass(12 * hourMs);
      expect(await validAmounts(), `turn ${turn}: ${briefly(town).join(', ')}`).to.deep.equal(back === 8_000 ? [] : [String(8_000 - back)]);
    }
  });
});
