import { expect } from 'chai';
import { wireTime } from '../../support/payer.js';
import { freshNumber } from '../gateway/outsider.js';
import { AppLife } from './app-life.js';
import type { ShownPushes } from './played-app.js';
import { refusalOf } from '../payments/life.js';

const [zoneDev, appDev] = ['DEV-ESM-0001', 'DEV-CITYAPP-0001'];

describe('the payment zone of e三明 (mode 2, 1.1.7.2.4-d to -g)', function () {
  this.timeout(60_000);
  let life: AppLife;
  before(async () => { life = await AppLife.start(); });
  after(() => life.close());
  const dues = async (): Promise<readonly { readonly dueNo: string; readonly merchantNo: string }[]> => (await life.sim<{ dues: { dueNo: string; merchantNo: string }[] }>('dues')).dues;

  it('pays dues of several units by one developer; only the app is told, and it tells each business system', async () => {
    const paid: string[] = [];
    for (const { dueNo, merchantNo } of await dues()) {
      const { platformOrderNo, bizOrderNo } = await life.pay('zone', { due: dueNo });
      const order = await life.city.resources.unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo));
      expect(order).to.include({ devId: zoneDev, merchantNo, state: 'paid', notifyUrl: `${life.city.cityAppUrl}/zone/callbacks` });
      expect(order?.orderDescription).to.match(/ YW2026\d{4}$/);
      expect((await life.order('zone', bizOrderNo)).toldBusinessAt).to.be.a('number');
      paid.push(platformOrderNo);
    }
    expect(paid).to.have.length(3);
    const callbacks = await life.city.resources.unitOfWork.read(async (readers) => (await Promise.all(paid.map((no) => readers.callbacks.ofOrder(no)))).flat());
    expect(callbacks.map(({ devId, kind }) => [devId, kind])).to.deep.equal(paid.map(() => [zoneDev, 'payment']));
  });

  it('gets no personal bills from us, and its payers no texts: the app does both', async () => {
    await life.post('/zone/dues');
    const [due] = (await dues()).slice(-1);
    const { platformOrderNo } = await life.pay('zone', { due: due?.dueNo ?? '' });
    // Paid later in the mode that has them, so that a push of the first would have come by now.
    const other = await life.pay('business', { paper: 'identity' });
    await life.bill(other.platformOrderNo);
    expect((await life.sim<ShownPushes>('bills')).pushes.map((push) => push.platformOrderNo)).to.include(other.platformOrderNo).and.not.to.include(platformOrderNo);
    expect(await life.city.resources.unitOfWork.read(({ personalBillPushes }) => personalBillPushes.byOrder(platformOrderNo))).to.equal(undefined);
    expect(await life.city.resources.directory.developer(zoneDev)).to.include({ textsPayers: false, personalBillUrl: undefined });
  });

  it('tells the app of a refund that the app asked for', async () => {
    await life.post('/zone/dues');
    const [due] = (await dues()).slice(-1);
    const { bizOrderNo } = await life.pay('zone', { due: due?.dueNo ?? '' });
    const before = (await life.order('zone', bizOrderNo)).callbacks;
    await life.refund('zone', bizOrderNo, '10');
    expect((await life.order('zone', bizOrderNo)).callbacks).to.equal(before + 1);
  });

  describe('may act for the units that trust it with their dues and for no other', () => {
    const strange = ['M35040000004', 'M35040000005', 'M99'];
    const orderOf = (merchantNo: string) => {
      const time = wireTime(life.city);
      return { merchantNo, bizOrderNo: freshNumber(), orderDate: time.slice(0, 8), orderTime: time, orderAmount: '100', orderTitle: '费', notifyUrl: `${life.city.cityAppUrl}/zone/callbacks` };
    };
    const today = () => wireTime(life.city).slice(0, 8);
    const refundOf = (merchantNo: string, platformOrderNo: string) =>
      ({ merchantNo, bizRefundOrderNo: freshNumber(), refundOrderDate: today(), refundAmount: '1', refundTitle: '退款', platformOrderNo });

    for (const merchantNo of ['M35040000001', 'M35040000002', 'M35040000003']) {
      it(`${merchantNo}: order, query and close, and a statement that is not there yet`, async () => {
        const client = life.client(zoneDev);
        const { platformOrderNo, orderDate } = await client.createOrder(orderOf(merchantNo));
        expect((await client.queryOrder({ merchantNo, platformOrderNo, orderDate })).orderState).to.equal('0');
        expect((await client.closeOrder({ merchantNo, platformOrderNo, orderDate })).orderState).to.equal('4');
        for (const ask of [client.getStatement, client.getAbnormalStatement]) {
          expect(await refusalOf(ask({ merchantNo, settleDate: '20260101' }))).to.include({ code: '40004', subCode: 'FILE_NOT_READY' });
        }
      });
    }

    for (const merchantNo of strange) {
      it(`not ${merchantNo}: refused by each method, and its own order stays as it is`, async () => {
        const client = life.client(zoneDev);
        const own = await client.createOrder(orderOf('M35040000001'));
        const asked = [
          () => client.createOrder(orderOf(merchantNo)), () => client.queryOrder({ merchantNo, platformOrderNo: own.platformOrderNo, orderDate: own.orderDate }),
          () => client.closeOrder({ merchantNo, platformOrderNo: own.platformOrderNo, orderDate: own.orderDate }), () => client.createRefund(refundOf(merchantNo, own.platformOrderNo)),
          () => client.queryRefund({ merchantNo, bizRefundOrderNo: 'R1', refundOrderDate: today() }), () => client.getStatement({ merchantNo, settleDate: '20260101' }),
          () => client.getAbnormalStatement({ merchantNo, settleDate: '20260101' }),
        ];
        const said: string[] = [];
        for (const ask of asked) {
          const { code, subCode } = await refusalOf(ask());
          said.push(subCode ?? code ?? '');
        }
        // Questions about single orders are answered as if there were none, so that they tell nothing.
        expect(said).to.deep.equal(['40302', 'ORDER_UNKNOWN', 'ORDER_UNKNOWN', '40302', 'REFUND_UNKNOWN', '40302', '40302']);
        expect((await client.queryOrder({ merchantNo: 'M35040000001', platformOrderNo: own.platformOrderNo, orderDate: own.orderDate })).orderState).to.equal('0');
      });
    }

    it('and the business app for its own unit only, where it cannot see the orders of the zone', async () => {
      const [zone, app] = [life.client(zoneDev), life.client(appDev)];
      expect((await refusalOf(app.createOrder({ ...orderOf('M35040000001'), notifyUrl: `${life.city.cityAppUrl}/business/callbacks` }))).code).to.equal('40302');
      const { platformOrderNo, orderDate } = await zone.createOrder(orderOf('M35040000002'));
      expect(await refusalOf(app.queryOrder({ merchantNo: 'M35040000002', platformOrderNo, orderDate }))).to.include({ code: '40004', subCode: 'ORDER_UNKNOWN' });
    });
  });
});
