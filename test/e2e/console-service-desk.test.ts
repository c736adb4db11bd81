import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { Life } from '../integration/payments/life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { OperatorPage } from './console/operator-page.js';

const by = { kind: 'system', code: 'test', address: undefined } as const;
const court = { merchantNo: 'M35040000005' };

/** Customer service at work on a running platform: an order whose message was lost, a business system that has to be told again, one that is down. */
describe('the service desk in a browser', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  let at: OperatorPage;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    const desk = await ConsoleLife.in(life.city);
    at = await OperatorPage.of(browser, desk, await desk.person('demo'));
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const buttonsOf = (row: string): Promise<readonly string[]> => at.rowOf(row).getByRole('button').allTextContents();
  const callbackOf = async (condition: Readonly<Record<string, string>>) => (await life.rows('merchant_callback', condition))[0] ?? expect.fail('no callback');
  /** While neither the business system nor the payee has an address that is registered. */
  async function withoutAddress(devId: string, deed: () => Promise<void>): Promise<void> {
    const { directory, directoryEditor } = life.city.resources;
    const [developer, payee] = [await directory.developer(devId), await directory.payee('M35040000001')];
    if (developer === undefined || payee === undefined) expect.fail('nobody to be told');
    await directoryEditor.saveDeveloper({ ...developer, allowedOrigins: [] }, by);
    await life.editPayee('M35040000001', { payNotifyUrl: undefined });
    try {
      await deed();
    } finally {
      await directoryEditor.saveDeveloper(developer, by);
      await life.editPayee('M35040000001', { payNotifyUrl: payee.payNotifyUrl });
    }
  }
  /** Money that came after its order was closed and went back by rule: a closed order, and a refund of which nobody wanted to hear. */
  async function givenBack(): Promise<{ readonly platformOrderNo: string; readonly refundNo: string }> {
    await life.editPayee('M35040000001', { callbackOnFailedOrClosed: true });
    const { merchantNo, platformOrderNo, orderDate, ...placed } = await life.place();
    const attemptNo = await life.open({ merchantNo, platformOrderNo, orderDate, ...placed }, 'alipay');
    await life.client.closeOrder({ merchantNo, platformOrderNo, orderDate });
    await life.pay('alipay', attemptNo);
    const { refunds } = await life.stepUntil('the late money is back', platformOrderNo, ({ abnormal }) => abnormal[0]?.handleState === 'handled');
    await life.editPayee('M35040000001', { callbackOnFailedOrClosed: false });
    return { platformOrderNo, refundNo: refunds[0]?.platformRefundOrderNo ?? '' };
  }

  it('confirms the payment of an order by the channel alone, which starts the usual notice, and of one that is paid meanwhile nothing is asked (1.1.4.4.1-e)', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'alipay');
    await life.fault('alipay', 'notify', 'never');
    await at.openList('pay-orders', `bizOrderNo=${placed.bizOrderNo}`);
    await at.choose(placed.platformOrderNo, '确认支付');
    await at.look('confirm-asked');
    await at.confirm('确认支付');
    expect(await at.verdict('未确认支付')).to.match(/渠道没有这笔交易|等待付款/);
    expect((await life.query(placed)).orderState).to.not.equal('2');
    await life.pay('alipay', attemptNo);
    await at.choose(placed.platformOrderNo, '详情');
    const drawer = at.dialog('支付订单详情');
    await drawer.getByText('订单进度').waitFor();
    await drawer.getByText('支付订单通知记录').waitFor();
    await drawer.getByRole('button', { name: '确认支付', exact: true }).click();
    await at.dialog('确认支付').getByText('只有渠道确认已付款，订单才会变为支付成功').waitFor();
    await at.confirm('确认支付');
    expect(await at.verdict('已支付')).to.include('渠道确认已支付');
    await life.quiet();
    expect([(await life.query(placed)).orderState, life.ear.at(placed.path).length]).to.deep.equal(['2', 1]);
    expect((await life.audited(placed.platformOrderNo)).filter((action) => action === 'order.confirm-asked')).to.have.length(2);
    await drawer.getByText('支付成功', { exact: true }).first().waitFor();
    await drawer.getByRole('button', { name: '确认支付', exact: true }).waitFor({ state: 'detached' });
    await at.look('order-drawer');
    await life.sim('alipay', 'DELETE', 'faults');

    const other = await life.place();
    const tried = await life.open(other, 'alipay');
    await at.openList('pay-orders', `bizOrderNo=${other.bizOrderNo}`);
    await life.pay('alipay', tried);
    await life.state(other, '2');
    await life.quiet();
    await at.choose(other.platformOrderNo, '确认支付');
    await at.confirm('确认支付');
    await at.faultAbove('确认支付', '订单已支付成功，无需确认');
    expect([await life.audited(other.platformOrderNo), life.ear.at(other.path).length]).to.satisfy(([actions, told]: readonly [readonly string[], number]) => !actions.includes('order.confirm-asked') && told === 1);
    await at.openList('pay-orders', `bizOrderNo=${other.bizOrderNo}`);
    expect(await buttonsOf(other.platformOrderNo)).to.deep.equal(['详情', '通知收款单位', '问题登记', '付款人信息']);
  });

  it('tells the business system of a paid order again and shows what came of it, never of another order, and nowhere that is not registered any more (1.1.4.4.1-d)', async () => {
    const paid = await life.paid();
    await life.quiet();
    const { callback_id: callbackId, dev_id: devId } = await callbackOf({ platform_order_no: paid.platformOrderNo });
    await at.openList('pay-orders', `bizOrderNo=${paid.bizOrderNo}`);
    await at.choose(paid.platformOrderNo, '详情');
    await at.dialog('支付订单详情').getByRole('button', { name: '在页面中打开' }).click();
    await at.page.getByRole('heading', { name: '支付订单详情' }).waitFor();
    const press = async (): Promise<void> => {
      await at.button('通知收款单位').click();
      await at.confirm('通知收款单位');
    };
    await press();
    expect(await at.verdict('通知成功')).to.include('第 2 次');
    expect(life.ear.at(paid.path)).to.have.length(2);
    await at.page.getByRole('cell', { name: '通知成功' }).first().waitFor();
    await at.look('order-page');
    life.ear.answer(paid.path, () => ({ status: 500 }));
    await press();
    expect(await at.verdict('通知未成功')).to.equal('第 3 次通知没有被接受：http 500');
    expect(await life.audited(String(callbackId))).to.deep.equal(['callback.resend-asked', 'callback.resend-asked']);

    await withoutAddress(String(devId), async () => {
      await press();
      await at.faultAbove('通知收款单位', '保存的通知地址已不在登记的回调来源之内');
      await at.giveUp('通知收款单位');
    });
    await life.quiet();
    expect([life.ear.at(paid.path).length, (await callbackOf({ callback_id: String(callbackId) }))['tries'], (await life.audited(String(callbackId))).length]).to.deep.equal([3, 3, 2]);

    const { platformOrderNo } = await givenBack();
    await at.openList('pay-orders', `platformOrderNo=${platformOrderNo}`);
    await at.rowOf(platformOrderNo).getByText('已关闭').waitFor();
    expect(await buttonsOf(platformOrderNo)).to.deep.equal(['详情', '确认支付', '问题登记', '付款人信息']);
  });

  it('leads from a refund to its order, tells of a finished one again, of no other, and not where nobody wanted to hear (1.1.4.4.2-d)', async () => {
    const paid = await life.paid();
    const refund = await life.refund(paid, '300');
    await life.stepUntil('the refund is done', paid.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    await life.quiet();
    await at.openList('refund-orders', `platformRefundOrderNo=${refund.no}`);
    await at.choose(refund.no, '通知收款单位');
    await at.look('tell-of-refund');
    await at.confirm('通知收款单位');
    expect(await at.verdict('通知成功')).to.include('第 2 次');
    expect((await life.toldRefunds(refund.path)).map(({ refundState }) => refundState)).to.deep.equal(['2', '2']);
    expect(await life.audited(String((await callbackOf({ platform_refund_order_no: refund.no }))['callback_id']))).to.deep.equal(['callback.resend-asked']);
    await at.page.getByRole('link', { name: paid.platformOrderNo }).click();
    await at.page.getByRole('heading', { name: '支付订单详情' }).waitFor();
    await at.page.getByText('支付订单的退款').waitFor();
    await at.page.getByRole('link', { name: refund.no }).first().waitFor();
    await at.look('order-with-refund');

    const waiting = await life.refund(await life.paid('alipay', court), '100');
    await at.openList('refund-orders', `platformRefundOrderNo=${waiting.no}`);
    await at.rowOf(waiting.no).getByText('待退款').waitFor();
    expect(await buttonsOf(waiting.no)).to.deep.equal(['详情', '问题登记']);

    const { refundNo } = await givenBack();
    const known = (await life.rows('merchant_callback')).length;
    await at.openList('refund-orders', `platformRefundOrderNo=${refundNo}`);
    await at.choose(refundNo, '通知收款单位');
    await at.confirm('通知收款单位');
    await at.faultAbove('通知收款单位', '没有可以重新发送的通知：收款单位没有要求通知这一结果');
    await at.giveUp('通知收款单位');
    await life.quiet();
    expect([(await life.rows('merchant_callback')).length, (await life.rows('merchant_callback', { platform_refund_order_no: refundNo })).length]).to.deep.equal([known, 0]);
  });

  it('sees at the callback desk who is not reached, tests the address and sends again what was given up', async () => {
    const paid = await life.paid();
    await life.quiet();
    const { callback_id: callbackId, dev_id: devId } = await callbackOf({ platform_order_no: paid.platformOrderNo });
    await life.city.resources.unitOfWork.run(async ({ callbacks }) => {
      const known = await callbacks.byId(String(callbackId));
      if (known) await callbacks.put({ ...known, state: 'failed', tries: 6, lastAnswer: 'http 503', acceptedAt: undefined, nextTryAt: undefined });
    });
    life.city.advance(120_000);
    await at.goTo('pages/callback-desk');
    await at.page.getByRole('heading', { name: '通知监控' }).waitFor();
    const developer = at.rowOf(String(devId));
    await at.look('callback-desk');
    await developer.locator('span').filter({ hasText: life.ear.origin }).getByRole('button', { name: '测试此地址' }).click();
    await at.page.getByText(/已连通，对方应答 HTTP 200/).waitFor();
    await at.page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
    await developer.getByRole('button', { name: '批量重发' }).click();
    await at.page.getByRole('dialog').getByText('先逐条试发').waitFor();
    await at.look('resend-dialog');
    await at.button('开始重发').click();
    await at.page.getByText(/正在重发/).waitFor();
    await life.step(3_000);
    await at.page.getByText(/重发完成：对方已接受 1/).waitFor();
    await at.look('resent');
    expect(life.ear.at(paid.path)).to.have.length(2);
    await at.openList('callbacks', `platformOrderNo=${paid.platformOrderNo}`);
    await at.page.getByText('共 1 条').waitFor();
    await at.look('callbacks');
    await at.leave();
  });
});
