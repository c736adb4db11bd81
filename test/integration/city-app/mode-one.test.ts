import { expect } from 'chai';
import { startCityApp } from '../../../adapters/simulators/city-app/city-app.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { tokens } from '../../../bootstrap/tokens.js';
import { readListQuery } from '../../../contracts/lists/list-query.js';
import { personalBillPushes } from '../../../contracts/lists/personal-bill-lists.js';
import { createSigner } from '../../../contracts/sdk/signing.js';
import { newKeyPair } from '../../unit/sdk/demo-keys.js';
import { joined } from '../../unit/sdk/fake-gateway.js';
import { typed, type Said } from '../recovery/typed-commands.js';
import { AppLife } from './app-life.js';
import type { ShownPushes } from './played-app.js';

const minute = 60_000;
const by = { kind: 'system', code: 'test', address: undefined } as const;
const appDevId = 'DEV-CITYAPP-0001';

describe('a business app inside e三明 (mode 1, 1.1.7.2.4-a and -b)', function () {
  this.timeout(90_000);
  let life: AppLife;
  before(async () => {
    life = await AppLife.start();
    await life.eBillsAreIssued(false);
  });
  after(() => life.close());
  const passport = { paper: 'passport' };

  it('is paid at our cashier, told by callback, and its user finds the record among the personal bills', async () => {
    const { platformOrderNo, bizOrderNo } = await life.pay('business', passport);
    const bill = await life.bill(platformOrderNo);
    const order = await life.city.resources.unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo));
    expect(bill).to.deep.include({
      bizOrderNo, userId: 'esm-100001', title: '证照工本费', itemName: '普通护照工本费', agencyName: '三明市行政服务中心', amount: '12000', refundedAmount: '0', channel: 'ALIPAY', state: 'PAID',
      detailUrl: `${life.city.cityAppUrl}/business/orders/${bizOrderNo}`,
    });
    expect(order).to.include({ state: 'paid', userId: 'esm-100001' });
    expect(await life.push(platformOrderNo, ({ state }) => state === 'accepted')).to.include({ tries: 1, lastAnswer: '0000', devId: appDevId, bizOrderNo });
    expect(await life.fates(platformOrderNo)).to.deep.equal(['stored']);
  });

  it('shows the same record with its new state after a refund, in part and in whole', async () => {
    const { platformOrderNo, bizOrderNo } = await life.pay('business', passport);
    await life.bill(platformOrderNo);
    await life.refund('business', bizOrderNo, '20');
    expect((await life.bill(platformOrderNo, ({ refundedAmount }) => refundedAmount === '2000')).state).to.equal('PAID');
    await life.refund('business', bizOrderNo, '100');
    expect((await life.bill(platformOrderNo, ({ state }) => state === 'REFUNDED')).refundedAmount).to.equal('12000');
    expect((await life.sim<ShownPushes>('bills')).bills.filter(({ bill }) => bill['platformOrderNo'] === platformOrderNo)).to.have.length(1);
    await life.push(platformOrderNo, ({ state, billState }) => state === 'accepted' && billState === 'refunded');
  });

  it('is pushed again by the plan until the app says yes, and the payment does not wait for it', async () => {
    for (const [fault, times] of [['error-500', 1], ['refuse', 1], ['wrong-text', 1]] as const) await life.fault('push', fault, times);
    const { platformOrderNo } = await life.pay('business', passport);
    for (const [tries, answer, wait] of [[1, 'http 500', 1], [2, 'code 9999', 3], [3, 'not accepted', 5]] as const) {
      const push = await life.push(platformOrderNo, (one) => one.tries === tries);
      expect(push).to.include({ state: 'pending', lastAnswer: answer });
      expect((push.nextTryAt ?? 0) - (push.lastTriedAt ?? 0)).to.equal(wait * minute);
      life.city.advance(wait * minute);
    }
    expect(await life.push(platformOrderNo, ({ state }) => state === 'accepted')).to.include({ tries: 4 });
    expect(await life.fates(platformOrderNo)).to.deep.equal(['fault', 'fault', 'stored', 'repeated']);
  });

  it('is told again what the app stored but did not answer in time', async () => {
    await life.fault('push', 'slow');
    const { platformOrderNo } = await life.pay('business', passport);
    expect(await life.push(platformOrderNo, ({ tries }) => tries === 1)).to.include({ state: 'pending', lastAnswer: 'timeout' });
    life.city.advance(minute);
    await life.push(platformOrderNo, ({ state }) => state === 'accepted');
    expect(await life.fates(platformOrderNo)).to.deep.equal(['stored', 'repeated']);
  });

  it('is left to people after the plan, found in their list, and pushed again by one of them', async () => {
    await life.fault('push', 'error-500', 6);
    const { platformOrderNo } = await life.pay('business', passport);
    for (const [tries, wait] of [[1, 1], [2, 3], [3, 5], [4, 15], [5, 30], [6, 0]] as const) {
      await life.push(platformOrderNo, (one) => one.tries === tries);
      life.city.advance(wait * minute);
    }
    const alarms = (): readonly string[] => life.city.log.filter((line) => line.includes('personal-bill-given-up') && line.includes(platformOrderNo));
    await life.city.until('the alarm', () => alarms()[0]);
    expect(alarms()).to.have.length(1);
    const query = readListQuery(personalBillPushes, { pushState: 'FAILED' }, new Date(life.city.now() + 8 * 60 * minute).toISOString().slice(0, 10).replaceAll('-', ''));
    if (!query.ok) return expect.fail(query.refusal.message);
    const { rows } = await life.city.resources.lists.page(personalBillPushes, query.value, { kind: 'all' });
    expect(rows.map((row) => [row['platformOrderNo'], row['payeeName'], row['tries'], row['lastAnswer']])).to.deep.equal([[platformOrderNo, '三明市行政服务中心', 6, 'http 500']]);
    const again = (orderNo: string): Promise<Said> => typed(life.city.environment, 'personal-bills', '--again', orderNo);
    expect(await again(platformOrderNo)).to.deep.include({ code: 0, out: '已安排重新推送，由运行中的平台进程执行\n' });
    await life.push(platformOrderNo, ({ state }) => state === 'accepted');
    expect((await life.bill(platformOrderNo)).state).to.equal('PAID');
    expect((await again('20260101000000000001000001')).code).to.equal(1);
    const timeline = await life.city.platform.container.get(tokens.showTimeline).run(platformOrderNo);
    expect(timeline?.entries.filter(({ subject }) => subject === 'personal-bill').map(({ text, tone }) => [tone, text])).to.deep.equal([['done', '已向城市应用推送个人账单（已缴费）']]);
  });

  it('is pushed after a restart of the platform when it was due before', async () => {
    await life.fault('push', 'error-500');
    const { platformOrderNo } = await life.pay('business', passport);
    await life.push(platformOrderNo, ({ tries }) => tries === 1);
    await life.city.stop();
    life.city.advance(minute);
    await life.city.start();
    expect(await life.push(platformOrderNo, ({ state }) => state === 'accepted')).to.include({ tries: 2 });
  });

  it('believes no record that the platform did not sign', async () => {
    const { platformOrderNo } = await life.pay('business', passport);
    const bill = await life.bill(platformOrderNo);
    const unsigned = { version: '1.0.0', method: 'epay-user.bill.push', timestamp: '20991231235959', devId: appDevId, data: Buffer.from(JSON.stringify({ ...bill, state: 'REFUNDED' })).toString('base64') };
    const sign = createSigner(newKeyPair('SM2').privateKeyPem, { algorithm: 'SM2' })(joined(unsigned));
    const answer = await fetch(`${life.city.cityAppUrl}/openapi/personal-bill/push`, { method: 'POST', body: JSON.stringify({ ...unsigned, sign }) });
    expect([answer.status, (await life.bill(platformOrderNo)).state]).to.deep.equal([401, 'PAID']);
  });

  it('whose key of the platform is the wrong one takes nothing, and the push waits', async () => {
    const { directory, directoryEditor } = life.city.resources;
    const developer = await directory.developer(appDevId);
    if (!developer) return expect.fail('no developer');
    const stranger = newKeyPair('SM2').publicKeyPem;
    const credentials = { ...life.city.credentials, developers: life.city.credentials.developers.map((one) => ({ ...one, ...(one.devId === appDevId ? { platformPublicKeyPem: stranger } : {}) })) };
    const deaf = await startCityApp({ port: 0, clock: new SteppedClock(), credentials });
    try {
      await directoryEditor.saveDeveloper({ ...developer, personalBillUrl: `${deaf.baseUrl}/openapi/personal-bill/push` }, by);
      const { platformOrderNo } = await life.pay('business', passport);
      expect(await life.push(platformOrderNo, ({ tries }) => tries === 1)).to.include({ state: 'pending', lastAnswer: 'http 401' });
      expect(await (await fetch(`${deaf.baseUrl}/sim/bills`)).json()).to.deep.include({ bills: [] });
      const known = await directory.developer(appDevId);
      await directoryEditor.saveDeveloper({ ...developer, version: known?.version ?? 1 }, by);
      life.city.advance(minute);
      await life.push(platformOrderNo, ({ state }) => state === 'accepted');
    } finally {
      await deaf.close();
    }
  });

  it('gets the numbers of the e-bill with the same record, once there is one', async () => {
    await life.eBillsAreIssued(true);
    const { platformOrderNo } = await life.pay('business', passport);
    const bill = await life.bill(platformOrderNo, ({ billNo }) => billNo !== undefined);
    const issued = await life.city.resources.unitOfWork.read(({ eBills }) => eBills.ofOrder(platformOrderNo));
    expect([bill.billCode, bill.billNo, bill.state]).to.deep.equal([issued[0]?.issued?.eBillCode, issued[0]?.issued?.eBillNo, 'PAID']);
    expect((await life.sim<ShownPushes>('bills')).bills.filter((one) => one.bill['platformOrderNo'] === platformOrderNo)).to.have.length(1);
  });

  it('is told of a record by no log line: neither its user nor its page', () => {
    expect(life.city.log.join('')).not.to.include('esm-100001').and.not.to.include('/business/orders/');
  });
});
