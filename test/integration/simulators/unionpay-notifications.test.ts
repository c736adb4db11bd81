import { expect } from 'chai';
import { signed, type Message } from './unionpay-merchant.js';
import { aScene, rsaMerchant } from './unionpay-scene.js';

describe('UnionPay simulator: back notifications', () => {
  const scene = aScene();

  afterEach(async () => {
    scene.merchantStatus = 200;
    await scene.control('DELETE', '/sim/faults');
  });
  async function pay(): Promise<Message> {
    const order = scene.barcode('00');
    await scene.back(order);
    return order;
  }

  it('sends five times with gaps of 1, 2, 4 and 5 minutes when nobody accepts', async () => {
    scene.merchantStatus = 500;
    const { orderId } = await pay();
    expect(await scene.notified(orderId, 1)).to.have.length(1);
    let sent = 1;
    for (const gapMs of [60_000, 120_000, 240_000, 300_000]) {
      await scene.quiet();
      scene.clock.advance(gapMs - 10_000);
      await scene.quiet();
      expect(await scene.notified(orderId, sent)).to.have.length(sent);
      scene.clock.advance(10_000);
      sent += 1;
      expect(await scene.notified(orderId, sent)).to.have.length(sent);
    }
    await scene.quiet();
    scene.clock.advance(3_600_000);
    await scene.quiet();
    expect(await scene.notified(orderId, 5)).to.have.length(5);
  });

  it('sends no more once the payment was reversed', async () => {
    scene.merchantStatus = 500;
    const order = await pay();
    await scene.notified(order['orderId'], 1);
    await scene.quiet();
    expect(await scene.back(scene.reversal(order))).to.include({ respCode: '00' });
    scene.clock.advance(3_600_000);
    await scene.quiet();
    expect(await scene.notified(order['orderId'], 1)).to.have.length(1);
  });

  it('counts 302 as accepted', async () => {
    scene.merchantStatus = 302;
    const { orderId } = await pay();
    await scene.notified(orderId, 1);
    await scene.quiet();
    scene.clock.advance(60_000);
    await scene.quiet();
    expect(await scene.notified(orderId, 1)).to.have.length(1);
  });

  for (const [count, seen] of [[0, 0], [3, 3]] as const) {
    it(`sends exactly ${count} times when told so`, async () => {
      await scene.fault('notify', 'count', { count });
      const { orderId } = await pay();
      await scene.quiet();
      scene.clock.advance(3_600_000);
      await scene.quiet();
      expect(await scene.notified(orderId, seen)).to.have.length(seen);
    });
  }

  it('sends late, or twice, when told so', async () => {
    await scene.fault('notify', 'late', { ms: 30_000 });
    const late = await pay();
    await scene.quiet();
    expect(scene.caught.some(({ orderId }) => orderId === late['orderId'])).to.equal(false);
    scene.clock.advance(30_000);
    expect(await scene.notified(late['orderId'], 1)).to.have.length(1);
    await scene.fault('notify', 'duplicate');
    const twice = await pay();
    expect(await scene.notified(twice['orderId'], 2)).to.have.length(2);
  });

  it('lets the payer go back only after the notification was accepted, when told so', async () => {
    await scene.fault('notify', 'before-return');
    const order = scene.front('07');
    const opened = await scene.post(scene.simulator.frontUrl, signed(order, scene.signer(rsaMerchant)));
    await scene.post(`${scene.simulator.baseUrl}${opened.headers.get('location')}/confirm`, {});
    expect(scene.caught.filter(({ orderId }) => orderId === order['orderId'])).to.have.length(1);
  });

  it('can forge one sending, and the next one is genuine', async () => {
    scene.merchantStatus = 500;
    await scene.fault('notify', 'wrong-cn');
    const { orderId } = await pay();
    expect((await scene.notified(orderId, 1)).map((message) => scene.problem(message))).to.deep.equal(['name']);
    scene.merchantStatus = 200;
    await scene.quiet();
    scene.clock.advance(60_000);
    expect((await scene.notified(orderId, 2)).map((message) => scene.problem(message))).to.deep.equal(['name', undefined]);
  });

  it('loses all sendings under chaos, and is still paid', async () => {
    await scene.control('POST', '/sim/chaos', { seed: 1, notifyLossRate: 1 });
    const order = await pay();
    await scene.quiet();
    expect(scene.caught.some(({ orderId }) => orderId === order['orderId'])).to.equal(false);
    await scene.control('DELETE', '/sim/chaos');
    expect(await scene.query(order)).to.include({ origRespCode: '00' });
  });

  it('repeats sendings under chaos', async () => {
    await scene.control('POST', '/sim/chaos', { seed: 1, repeatRate: 1 });
    const { orderId } = await pay();
    expect(await scene.notified(orderId, 2)).to.have.length(2);
    await scene.control('DELETE', '/sim/chaos');
  });

  it('keeps its keys and merchants over a restart', async () => {
    await scene.restart();
    const order = await pay();
    const answer = await scene.query(order);
    expect(answer).to.include({ respCode: '00', origRespCode: '00' });
    expect(scene.problem(answer)).to.equal(undefined);
  });
});
