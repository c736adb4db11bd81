import { expect } from 'chai';
import { expectBooksToAgree } from './books.js';
import type { EarAnswer } from './ear.js';
import { Life } from './life.js';

const minute = 60_000;

describe('telling a business system', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(async () => { await expectBooksToAgree(life); await life.close(); });

  const callbackOf = async (platformOrderNo: string) => (await life.rows('merchant_callback', { platform_order_no: platformOrderNo }))[0];
  /** An order whose callback address answers like this from the first call on. */
  const paidWith = async (answer: (body: string) => EarAnswer, more: object = {}) => {
    const facts = life.orderFacts(more);
    life.ear.answer(`/${facts.bizOrderNo}`, answer);
    const paid = await life.paid('alipay', facts);
    await life.quiet();
    return paid;
  };

  it('tells at once and after 1, 3, 5, 15 and 30 minutes, each counted from the try before, then gives up with an alarm (1.1.2.1.5-a, 1.1.7.1.2-f)', async () => {
    const placed = await paidWith(() => ({ status: 500 }));
    const waits: number[] = [];
    for (const wait of [1, 3, 5, 15, 30]) {
      const heard = life.ear.at(placed.path).length;
      await life.step(wait * minute - 5_000);
      expect(life.ear.at(placed.path).length, `before ${wait} minutes are over`).to.equal(heard);
      await life.step(6_000);
      expect(life.ear.at(placed.path).length, `after ${wait} minutes`).to.equal(heard + 1);
      waits.push(wait);
    }
    expect(await callbackOf(placed.platformOrderNo)).to.include({ state: 'failed', last_answer: 'http 500' });
    expect(life.city.log.some((line) => line.includes('callback-given-up') && line.includes(placed.platformOrderNo))).to.equal(true);
    await life.step(24 * 60 * minute);
    expect(life.ear.at(placed.path)).to.have.length(6);
    const bodies = life.told(placed.path).map(({ data }) => data);
    expect(bodies.every((data) => JSON.stringify(data) === JSON.stringify(bodies[0]))).to.equal(true);
    expect(await life.query(placed)).to.include({ orderState: '2' });
  });

  it('stops at the first acceptance', async () => {
    let calls = 0;
    const placed = await paidWith(() => { calls += 1; return calls < 3 ? { status: 503 } : { body: 'success' }; });
    await life.step(minute + 1_000);
    await life.step(3 * minute + 1_000);
    await life.step(60 * minute);
    expect(life.ear.at(placed.path)).to.have.length(3);
    expect(await callbackOf(placed.platformOrderNo)).to.include({ state: 'accepted' });
  });

  const envelope = (more: object = {}): string => JSON.stringify({ code: '10000', msg: '成功', data: 'e30=', sign: '', ...more });
  const echo = (passbackParams: string): string => Buffer.from(JSON.stringify({ passbackParams })).toString('base64');
  const answers: readonly (readonly [string, EarAnswer, 'accepted' | 'pending'])[] = [
    ['the plain word success', { body: 'success' }, 'accepted'], ['an envelope with 10000', { body: envelope() }, 'accepted'],
    ['an envelope that echoes rightly', { body: envelope({ data: echo('带回 a=1&b=2') }) }, 'accepted'],
    ['an envelope that echoes wrongly', { body: envelope({ data: echo('other') }) }, 'pending'],
    ['an envelope with another code', { body: envelope({ code: '40004' }) }, 'pending'], ['an empty 200', { body: ' ' }, 'pending'],
    ['SUCCESS in capitals', { body: 'SUCCESS' }, 'pending'], ['a redirect', { status: 302, headers: { location: '/elsewhere' }, body: 'success' }, 'pending'],
    ['201 with success', { status: 201, body: 'success' }, 'pending'], ['a page of 1 MB', { body: 'success'.repeat(150_000) }, 'pending'], ['a cut line', 'drop', 'pending'],
  ];
  for (const [what, answer, wanted] of answers) {
    it(`takes ${what} for ${wanted === 'accepted' ? 'an acceptance' : 'none'}`, async () => {
      const placed = await paidWith(() => answer, { passbackParams: '带回 a=1&b=2' });
      expect((await callbackOf(placed.platformOrderNo))?.['state']).to.equal(wanted);
      expect(life.ear.at('/elsewhere')).to.deep.equal([]);
      expect((await life.toldPayments(placed.path))[0]).to.include({ passbackParams: '带回 a=1&b=2', orderState: '2', orderAmount: '8000' });
    });
  }

  it('lets a dead address block nothing else: other events of the same order, other orders of the same payee', async () => {
    const dead = await paidWith(() => 'drop');
    const refund = await life.refund(dead, '1000');
    const other = await life.paid();
    await life.stepUntil('the refund is done', dead.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded', 1_000);
    expect((await life.toldRefunds(refund.path)).map(({ refundState }) => refundState)).to.deep.equal(['2']);
    expect((await life.toldPayments(other.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
    const keys = (await life.rows('merchant_callback', { platform_order_no: dead.platformOrderNo })).map((row) => row['state']);
    expect(keys).to.have.members(['pending', 'accepted']);
  });

  it('echoes the refund\'s own passbackParams and tells where the refund is in the channel\'s books', async () => {
    const placed = await life.paid('unionpay');
    const refund = await life.refund(placed, '8000', { passbackParams: 'refund-7' });
    const kept = await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    expect((await life.toldRefunds(refund.path))[0]).to.include({ passbackParams: 'refund-7', refundAmount: '8000', platformRefundTradeNo: kept.refunds[0]?.refundTradeNo });
  });

  it('tells 3 and 4 only where the payee has switched it on', async () => {
    await life.editPayee('M35040000002', { callbackOnFailedOrClosed: true });
    for (const [merchantNo, wanted] of [['M35040000002', ['3', '2', '4']], ['M35040000001', ['2']]] as const) {
      const facts = life.orderFacts({ merchantNo });
      await life.client.createBarOrder({ ...facts, barContent: `28${life.city.now()}003` });
      await life.quiet();
      await life.client.createBarOrder({ ...facts, barContent: `28${life.city.now()}100` });
      await life.quiet();
      const closing = await life.place({ merchantNo });
      await life.client.closeOrder({ merchantNo, platformOrderNo: closing.platformOrderNo, orderDate: closing.orderDate });
      const told = [...await life.toldPayments(`/${facts.bizOrderNo}`), ...await life.toldPayments(closing.path)];
      expect(told.map(({ orderState }) => orderState)).to.deep.equal(wanted);
    }
  });

  it('uses the payee\'s own address where the order names none', async () => {
    await life.editPayee('M35040000003', { payNotifyUrl: `${life.ear.origin}/payee-3` });
    const { notifyUrl: _none, ...facts } = life.orderFacts({ merchantNo: 'M35040000003' });
    await life.client.createBarOrder({ ...facts, barContent: `28${life.city.now()}200` });
    expect((await life.toldPayments('/payee-3')).map(({ bizOrderNo }) => bizOrderNo)).to.deep.equal([facts.bizOrderNo]);
  });
});
