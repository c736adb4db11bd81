import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import { attemptNoOf, choose, openChannel, payAtChannel } from '../../support/payer.js';
import { HallVisitor } from './hall-visitor.js';

const minuteMs = 60_000;
type Channel = 'alipay' | 'unionpay';

describe('a business system in trouble (city-apps.md section 7)', function suite() {
  this.timeout(90_000);
  let city: City;
  let hall: HallVisitor;
  before(async () => { city = await startCity(); hall = new HallVisitor(city); });
  after(async () => city.close());

  /** Chooses a channel and opens its page; gives the attempt's number. */
  async function atChannel(cashierUrl: string, channel: Channel): Promise<string> {
    const handover = await choose(city, cashierUrl, channel);
    await openChannel(handover);
    return attemptNoOf(handover);
  }
  async function paid(matterNo: string, channel: Channel = 'alipay'): Promise<void> {
    await payAtChannel(city, channel, await atChannel(await hall.goToCashier(matterNo), channel));
  }

  it('hears of a payment at the third try, when its endpoint answered 500 twice', async () => {
    const matterNo = await hall.approved();
    await hall.fault('callback', 'http-500', { times: 2 });
    await paid(matterNo);
    await hall.outcomes(matterNo, ['outage']);
    expect((await hall.order(matterNo)).state, 'nothing was noted').to.equal('0');
    city.advance(minuteMs);
    await hall.outcomes(matterNo, ['outage', 'outage']);
    city.advance(3 * minuteMs);
    await hall.outcomes(matterNo, ['outage', 'outage', 'accepted']);
    expect((await hall.order(matterNo)).state).to.equal('2');
    expect(await hall.page(`/matters/${matterNo}`)).to.include('已缴费');
  });

  it('is told again after a wrong text, and books the payment once', async () => {
    const matterNo = await hall.approved();
    await hall.fault('callback', 'wrong-text', { times: 2 });
    await paid(matterNo);
    await hall.outcomes(matterNo, ['misanswered']);
    city.advance(minuteMs);
    await hall.outcomes(matterNo, ['misanswered', 'duplicate']);
    city.advance(3 * minuteMs);
    await hall.outcomes(matterNo, ['misanswered', 'duplicate', 'duplicate']);
    // Accepted now: there is no fourth.
    city.advance(60 * minuteMs);
    await paid(await hall.approved());
    expect((await hall.order(matterNo)).callbacks).to.have.length(3);
  });

  it('is told again when it answers too late, and books the payment once', async () => {
    const matterNo = await hall.approved();
    await hall.fault('callback', 'slow', { ms: 11_000 });
    await paid(matterNo);
    await hall.outcomes(matterNo, ['misanswered']);
    // Real time: the platform waits ten seconds for an answer, then counts a try that was not accepted.
    await pause(10_500);
    city.advance(minuteMs);
    await hall.outcomes(matterNo, ['misanswered', 'duplicate']);
    expect((await hall.order(matterNo)).repeatPayments).to.deep.equal([]);
  });

  it('knows of a payment although the browser never comes back', async () => {
    const matterNo = await hall.approved();
    await hall.fault('return', 'lost');
    await paid(matterNo);
    await hall.outcomes(matterNo, ['accepted']);
    const { request } = await hall.order(matterNo);
    const back = await fetch(`${city.serviceHallUrl}/return?bizOrderNo=${request.bizOrderNo}`).then(() => 'answered', () => 'nobody there');
    expect(back).to.equal('nobody there');
    expect(await hall.page(`/matters/${matterNo}`)).to.include('已缴费');
  });

  it('sends the second tab to the same order, also when both are pressed at once', async () => {
    const matterNo = await hall.approved();
    const [one, two] = await Promise.all([hall.goToCashier(matterNo), hall.goToCashier(matterNo)]);
    expect(one).to.equal(two);
    expect(await hall.orders(matterNo)).to.have.length(1);
  });

  it('shows a second payment of one order, from two tabs at two channels, as money that goes back', async () => {
    const matterNo = await hall.approved();
    const cashierUrl = await hall.goToCashier(matterNo);
    await choose(city, cashierUrl, 'alipay');
    const page = await choose(city, cashierUrl, 'alipay');
    await openChannel(page);
    await payAtChannel(city, 'unionpay', await atChannel(cashierUrl, 'unionpay'));
    await hall.outcomes(matterNo, ['accepted']);
    await payAtChannel(city, 'alipay', attemptNoOf(page));
    await hall.outcomes(matterNo, ['accepted', 'accepted']);
    const order = await hall.order(matterNo);
    expect([order.state, order.repeatPayments.length]).to.deep.equal(['2', 1]);
    expect(await hall.page(`/matters/${matterNo}`)).to.include('重缴 1 笔，由平台原路退回').and.include('已缴费');
  });

  it('gives back the payment of a second order that it made for a matter by mistake', async () => {
    const matterNo = await hall.approved();
    const first = await hall.goToCashier(matterNo);
    await hall.fault('order', 'forget-open');
    const second = await hall.goToCashier(matterNo);
    expect(second).not.to.equal(first);
    await payAtChannel(city, 'alipay', await atChannel(first, 'alipay'));
    await payAtChannel(city, 'unionpay', await atChannel(second, 'unionpay'));
    const refunded = await city.until('the second payment is back', async () => {
      city.advance(5_000);
      const refunds = (await hall.orders(matterNo)).flatMap(({ request, refunds: all }) => all.map(({ state, request: asked }) => [request.bizOrderNo, state, asked.refundAmount, asked.refundReason]));
      return refunds[0]?.[1] === '2' ? refunds : undefined;
    });
    expect(refunded).to.have.length(1);
    expect(refunded[0]?.slice(2)).to.deep.equal(['12000', '同一办件重复缴费，原路退回']);
    expect(await hall.page(`/matters/${matterNo}`)).to.include('已缴费');
  });

  it('asks for a new payment when the order expired while the payer was in the wallet, and the late money goes back', async () => {
    const matterNo = await hall.approved();
    await hall.fault('order', 'short-life');
    const attemptNo = await atChannel(await hall.goToCashier(matterNo), 'unionpay');
    const { bizOrderNo } = (await hall.order(matterNo)).request;
    city.advance(121_000);
    await payAtChannel(city, 'unionpay', attemptNo, { late: true });
    await city.until('the order is closed', async () => {
      city.advance(30_000);
      await hall.post(`/orders/${bizOrderNo}/query`);
      return (await hall.order(matterNo)).state === '4' ? true : undefined;
    }, 30_000);
    const refunds = await city.until('the late money is back', async () => {
      city.advance(5_000);
      const { platformOrderNo = '' } = await hall.order(matterNo);
      const kept = await city.resources.unitOfWork.read(async (stores) => stores.refunds.ofOrder(platformOrderNo));
      return kept[0]?.state === 'refunded' ? kept : undefined;
    }, 20_000);
    expect(refunds.map(({ origin, refundAmount }) => [origin, refundAmount])).to.deep.equal([['rule', 12_000n]]);
    expect(await hall.page(`/matters/${matterNo}`)).to.include('待缴费').and.include('支付超时');
    expect(await hall.goToCashier(matterNo)).to.be.a('string');
    expect((await hall.orders(matterNo)).map(({ request }) => request.bizOrderNo.slice(-2))).to.deep.equal(['01', '02']);
  });

  it('plans no fault it does not know, and none for a page of another origin', async () => {
    const ask = (body: object, headers: Record<string, string> = {}): Promise<Response> => fetch(`${city.serviceHallUrl}/sim/faults`, { method: 'POST', headers, body: JSON.stringify(body) });
    for (const body of [{ target: 'callback', fault: 'burn' }, { target: 'wallet', fault: 'slow' }, { target: 'callback', fault: 'slow', ms: 31_000 }, { target: 'callback', fault: 'slow', times: 0 }]) {
      expect((await ask(body)).status, JSON.stringify(body)).to.equal(400);
    }
    expect((await ask({ target: 'callback', fault: 'slow' }, { origin: 'http://elsewhere.example' })).status).to.equal(400);
    expect(await (await fetch(`${city.serviceHallUrl}/sim/faults`)).json()).to.deep.equal({ planned: [] });
  });
});
