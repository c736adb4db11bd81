import { expect } from 'chai';
import type { DeskOrder } from '../../../adapters/simulators/shared/integrator/desk-order.js';
import { postForm } from '../../support/payer.js';
import { Life } from '../payments/life.js';

describe('a demo desk whose payer confirmed while the platform took the code back', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(async () => life.close());

  it('is told of the payment and of its return, books both, and may collect the fee again', async () => {
    const { city } = life;
    const base = city.realEstateUrl;
    const orders = async (): Promise<readonly DeskOrder[]> => ((await (await fetch(`${base}/sim/orders`)).json()) as { readonly orders: readonly DeskOrder[] }).orders;
    const caseUrl = (await postForm(`${base}/cases`, { owner: '蔡雅文', payerType: '1', place: '列东街', home: '1', certificates: '1', operator: '窗口01 王丽' })).location ?? expect.fail('no case');
    const cancelling = city.resources.channels.alipay.cancelling;
    const cancel = cancelling.cancel;
    cancelling.cancel = async (account, attempt, timeoutMs) => {
      await life.pay('alipay', attempt.attemptNo);
      await city.until('the payment is booked', async () => ((await life.kept(platformOrderNo)).order.state === 'paid' ? true : undefined));
      return cancel.call(cancelling, account, attempt, timeoutMs);
    };
    let platformOrderNo = '';
    const orderUrl = (await postForm(`${base}${caseUrl}/bar`, { barContent: '281234567890123402' })).location ?? expect.fail('no order');
    platformOrderNo = (await orders()).find(({ request }) => orderUrl.endsWith(request.bizOrderNo))?.platformOrderNo ?? expect.fail('not placed');
    try { await life.step(46_000); } finally { cancelling.cancel = cancel; }
    const order = await city.until('the return is booked', async () => {
      const found = (await orders()).find(({ request }) => orderUrl.endsWith(request.bizOrderNo));
      return found?.platformRefunds.length === 1 ? found : undefined;
    });
    expect([order.state, order.refunds, order.platformRefunds.map(({ state, refundAmount }) => [state, refundAmount])]).to.deep.equal(['2', [], [['2', '8000']]]);
    expect(order.platformRefunds[0]?.bizRefundOrderNo).to.match(/^CANCEL-[0-9]+$/);
    const { rejectedCallbacks } = await (await fetch(`${base}/sim/orders`)).json() as { readonly rejectedCallbacks: readonly object[] };
    expect(rejectedCallbacks).to.deep.equal([]);
    expect(await (await fetch(`${base}${orderUrl}`)).text()).to.include('平台退回 退款成功').and.not.include('申请退款');
    const casePage = await (await fetch(`${base}${caseUrl}`)).text();
    expect(casePage).to.include('已退费').and.include('平台退回').and.include('窗口扫码收款');
    await life.quiet();
    expect((await life.rows('merchant_callback')).map(({ state, tries }) => [state, tries]), 'each taken at the first try').to.deep.equal([['accepted', 1], ['accepted', 1]]);
  });
});
