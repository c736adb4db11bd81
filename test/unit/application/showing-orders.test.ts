import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { aChannelMerchant, aDeveloper, aPayeeChannel } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { orderRequest, paidOrder, placed, requestedRefund, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

const system = { kind: 'system', code: 'test', address: undefined } as const;

describe('showing an order', () => {
  const shown = async (town: Town, changes: object, developer = town.developer) => {
    const order = only(town.orders);
    const found = await town.showOrder.run(developer, { merchantNo: 'M1', bizOrderNo: undefined, platformOrderNo: order.platformOrderNo, orderDate: '20260508', ...changes });
    expect(found).not.to.equal('in-doubt');
    return typeof found === 'object' && found.order.platformOrderNo === order.platformOrderNo;
  };

  it('finds it by either number, when all that is said fits', async () => {
    const town = await openTown();
    await placed(town);
    expect(await shown(town, {})).to.equal(true);
    expect(await shown(town, { platformOrderNo: undefined, bizOrderNo: 'B1' })).to.equal(true);
    expect(await shown(town, { bizOrderNo: 'B1' })).to.equal(true);
    for (const wrong of [{ bizOrderNo: 'B2' }, { merchantNo: 'M2' }, { orderDate: '20260509' }, { platformOrderNo: '9' }, { platformOrderNo: undefined }, { platformOrderNo: undefined, bizOrderNo: 'B2' }]) {
      expect(await shown(town, wrong), JSON.stringify(wrong)).to.equal(false);
    }
  });

  it('is nothing for another developer, even of the same payee (ISO-03)', async () => {
    const town = await openTown();
    await placed(town);
    expect(await shown(town, {}, aDeveloper({ devId: 'D2' }))).to.equal(false);
    expect(await shown(town, { platformOrderNo: undefined, bizOrderNo: 'B1' }, aDeveloper({ devId: 'D2' }))).to.equal(false);
    expect(await shown(town, {}, aDeveloper({ merchantNos: ['M2'] }))).to.equal(false);
  });

  it('says what has gone back of the payment that settled it, and nothing of repeat money', async () => {
    const town = await openTown({ payee: { repeatRefundByRule: true } });
    const order = await paidOrder(town);
    await requestedRefund(town);
    await town.pass(0);
    const attempt = only(town.attempts);
    await town.read(async ({ attempts }) => attempts.add({ ...attempt, attemptNo: `${attempt.attemptNo.slice(0, -1)}9`, state: 'open' }));
    await town.applyReport.run({ kind: 'paid', attemptNo: `${attempt.attemptNo.slice(0, -1)}9`, channelOrderNo: 'T2', amount: fen(12_000), paidAt: noon }, 'message');
    await town.pass(60_000);
    expect(town.refunds.map((refund) => refund.state)).to.deep.equal(['refunded', 'refunded']);
    const found = await town.showOrder.run(town.developer, { merchantNo: 'M1', bizOrderNo: 'B1', platformOrderNo: undefined, orderDate: order.orderDate });
    expect(typeof found === 'object' && [found.refunded, found.order.state]).to.deep.equal([1_000n, 'paid']);
  });
});

describe('listing the paid orders of a user', () => {
  async function threePaid(): Promise<Town> {
    const town = await openTown();
    for (const number of ['1', '2', '3']) {
      const result = await town.placeOrder.run(orderRequest(town, { bizOrderNo: `B${number}`, userId: 'U1' }));
      if (!result.ok) throw new Error(result.refusal.code);
      const { platformOrderNo, cashierToken } = result.value.order;
      const begun = await town.startPayment.run({ cashierToken, payChannel: 'alipay', terminal: 'pc', receivedAt: noon, address: '', requestId: '' });
      if (begun.ok) town.alipay.pay(begun.value.attemptNo);
      await town.pass(10_000);
      expect((await town.read(({ orders }) => orders.byNo(platformOrderNo)))?.state).to.equal('paid');
    }
    return town;
  }
  const query = { userId: 'U1', fromAt: undefined, toAt: undefined, before: undefined, merchantNo: undefined };

  it('goes page by page, newest first, to the end', async () => {
    const town = await threePaid();
    const first = await town.listPaidOrders.run(town.developer, { ...query, limit: 2 });
    expect(first.rows.map((row) => [row.order.bizOrderNo, row.payee?.payeeName, row.refunded])).to.deep.equal([['B3', '三明市不动产登记中心', 0n], ['B2', '三明市不动产登记中心', 0n]]);
    const second = await town.listPaidOrders.run(town.developer, { ...query, before: first.next, limit: 2 });
    expect([second.rows.map((row) => row.order.bizOrderNo), second.next]).to.deep.equal([['B1'], undefined]);
  });

  it('holds nothing of other users, developers or payees', async () => {
    const town = await threePaid();
    const rows = async (developer = town.developer, changes = {}) => (await town.listPaidOrders.run(developer, { ...query, limit: 10, ...changes })).rows.length;
    expect([await rows(), await rows(town.developer, { userId: 'U2' }), await rows(aDeveloper({ devId: 'D2' })), await rows(aDeveloper({ merchantNos: ['M2'] })), await rows(town.developer, { merchantNo: 'M2' }), await rows(town.developer, { merchantNo: 'M1' })])
      .to.deep.equal([3, 0, 0, 0, 0, 3]);
  });
});

describe('the cashier of an order', () => {
  it('shows what is to pay and where, without personal data', async () => {
    const town = await openTown();
    const order = await placed(town, { bizDiscountAmount: fen(500), returnUrl: 'https://biz.example/back', payer: { name: '张三', mobile: '13800138000', certNo: undefined } });
    const view = await town.openCashier.run(order.cashierToken, 'h5');
    expect(view).to.deep.include({ page: 'payable', payeeName: '三明市不动产登记中心', orderAmount: 12_000n, chargedAmount: 11_500n, channels: ['alipay', 'unionpay'], mayStart: true, pcOnly: false, now: noon, backUrl: 'https://biz.example/back?signed' });
    expect(Object.values(view ?? {}).join(' ')).to.not.match(/张三|13800138000/);
  });

  it('is nothing for a stranger’s token or a scanned code', async () => {
    const town = await openTown();
    const order = await placed(town, { terminal: 'bar' });
    expect([await town.openCashier.run('nobody', 'pc'), await town.openCashier.run(order.cashierToken, 'pc')]).to.deep.equal([undefined, undefined]);
  });

  it('shows only channels that are open for this kind of page', async () => {
    const town = await openTown();
    const order = await placed(town);
    await town.store.directoryEditor.savePayeeChannel(aPayeeChannel('alipay', { payMethods: ['pc'] }), system);
    expect((await town.openCashier.run(order.cashierToken, 'h5'))?.channels).to.deep.equal(['unionpay']);
    expect((await town.openCashier.run(order.cashierToken, 'pc'))?.channels).to.deep.equal(['alipay', 'unionpay']);
    await town.store.directoryEditor.saveChannelMerchant(aChannelMerchant('unionpay', { enabled: false }), system);
    expect((await town.openCashier.run(order.cashierToken, 'h5'))?.channels).to.deep.equal([]);
  });

  it('shows no channel in the last minute, and says expired after it', async () => {
    const town = await openTown();
    const order = await placed(town);
    const page = async (at: number) => {
      town.clock.at = at;
      const view = await town.openCashier.run(order.cashierToken, 'pc');
      return [view?.page, view?.mayStart, view?.channels.length];
    };
    expect(await page(order.expiresAt - 60_001)).to.deep.equal(['payable', true, 2]);
    expect(await page(order.expiresAt - 60_000)).to.deep.equal(['payable', false, 0]);
    expect(await page(order.expiresAt)).to.deep.equal(['expired', false, 0]);
  });

  it('shows nothing final while a channel is being asked, even after the end', async () => {
    const town = await openTown();
    const order = await placed(town);
    await started(town);
    expect((await town.openCashier.run(order.cashierToken, 'pc'))?.page).to.equal('asking');
    town.clock.at = order.expiresAt;
    expect((await town.openCashier.run(order.cashierToken, 'pc'))?.page).to.equal('asking');
  });

  it('tells paid, refused, expired and closed apart', async () => {
    const town = await openTown();
    const order = await placed(town);
    const pageOf = async (changes: object) => {
      const current = only(town.orders);
      await town.read(({ orders }) => orders.put({ ...current, ...changes }));
      return (await town.openCashier.run(order.cashierToken, 'pc'))?.page;
    };
    expect(await pageOf({ state: 'failed' })).to.equal('failed');
    expect(await pageOf({ state: 'closed', stateMsg: '支付超时' })).to.equal('expired');
    expect(await pageOf({ state: 'closed', stateMsg: '业务系统已关闭订单' })).to.equal('closed');
    expect(await pageOf({ state: 'paid' })).to.equal('paid');
  });
});
