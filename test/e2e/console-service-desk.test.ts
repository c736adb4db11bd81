import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { Life } from '../integration/payments/life.js';
import { browserIsHere, openBrowser, openPage, pc } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';

/** Customer service at work on a running platform: an order whose message was lost, a business system that has to be told again, one that is down. */
describe('the service desk in a browser', function suite() {
  this.timeout(180_000);
  let browser: Browser | undefined;
  let life: Life;
  let desk: ConsoleLife;
  let page: Page;
  let complaints: readonly string[];
  const pictures = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'service-desk-'));
  const picture = (name: string): Promise<unknown> => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    desk = await ConsoleLife.in(life.city);
    const opened = await openPage(browser, pc);
    [page, complaints] = [opened.page, opened.complaints];
    await new Arriving(desk).arrive(page, 'demo', desk.codes.get('demo') ?? '', password);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const verdict = async (title: string): Promise<string> => {
    const dialog = page.getByRole('dialog').filter({ hasText: title });
    await dialog.getByRole('alert').waitFor();
    const words = await dialog.getByRole('alert').textContent() ?? '';
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    return words;
  };

  it('opens an order from its row, confirms its payment by the channel and tells the business system again', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'alipay');
    await life.fault('alipay', 'notify', 'never');
    await page.goto(`${desk.baseUrl}/console/lists/pay-orders?bizOrderNo=${placed.bizOrderNo}`);
    await page.getByText('共 1 条').waitFor();
    await page.getByRole('button', { name: '确认支付', exact: true }).click();
    await picture('confirm-asked');
    await page.getByRole('dialog').getByRole('button', { name: '确认支付', exact: true }).click();
    expect(await verdict('未确认支付')).to.match(/渠道没有这笔交易|等待付款/);
    expect((await life.query(placed)).orderState).to.not.equal('2');
    await life.pay('alipay', attemptNo);
    await page.getByRole('button', { name: '详情', exact: true }).click();
    const drawer = page.getByRole('dialog').filter({ hasText: '支付订单详情' });
    await drawer.getByText('订单进度').waitFor();
    await drawer.getByText('支付订单通知记录').waitFor();
    await drawer.getByRole('button', { name: '确认支付', exact: true }).click();
    await page.getByRole('dialog').filter({ hasText: '只有渠道确认' }).getByRole('button', { name: '确认支付', exact: true }).click();
    expect(await verdict('已支付')).to.include('渠道确认已支付');
    await life.quiet();
    await drawer.getByText('支付成功', { exact: true }).first().waitFor();
    await picture('order-drawer');
    await drawer.getByRole('button', { name: '在页面中打开' }).click();
    await page.getByRole('heading', { name: '支付订单详情' }).waitFor();
    await page.getByRole('button', { name: '通知收款单位', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '通知收款单位', exact: true }).click();
    expect(await verdict('通知成功')).to.include('第 2 次');
    expect(life.ear.at(placed.path)).to.have.length(2);
    await page.getByRole('cell', { name: '通知成功' }).first().waitFor();
    await picture('order-page');
  });

  it('leads from a refund to its order', async () => {
    const paid = await life.paid();
    const refund = await life.refund(paid, '300');
    await life.stepUntil('the refund is done', paid.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    await page.goto(`${desk.baseUrl}/console/lists/refund-orders?platformRefundOrderNo=${refund.no}`);
    await page.getByRole('link', { name: paid.platformOrderNo }).click();
    await page.getByRole('heading', { name: '支付订单详情' }).waitFor();
    await page.getByText('支付订单的退款').waitFor();
    await page.getByRole('link', { name: refund.no }).first().waitFor();
    await picture('order-with-refund');
  });

  it('sees at the callback desk who is not reached, tests the address and sends again what was given up', async () => {
    const paid = await life.paid();
    await life.quiet();
    const [row] = await life.rows('merchant_callback', { platform_order_no: paid.platformOrderNo });
    await life.city.resources.unitOfWork.run(async ({ callbacks }) => {
      const known = await callbacks.byId(String(row?.['callback_id']));
      if (known) await callbacks.put({ ...known, state: 'failed', tries: 6, lastAnswer: 'http 503', acceptedAt: undefined, nextTryAt: undefined });
    });
    life.city.advance(120_000);
    await page.goto(`${desk.baseUrl}/console/pages/callback-desk`);
    await page.getByRole('heading', { name: '通知监控' }).waitFor();
    const developer = page.getByRole('row').filter({ hasText: String(row?.['dev_id']) });
    await picture('callback-desk');
    await developer.locator('span').filter({ hasText: life.ear.origin }).getByRole('button', { name: '测试此地址' }).click();
    await page.getByText(/已连通，对方应答 HTTP 200/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
    await developer.getByRole('button', { name: '批量重发' }).click();
    await page.getByRole('dialog').getByText('先逐条试发').waitFor();
    await picture('resend-dialog');
    await page.getByRole('button', { name: '开始重发' }).click();
    await page.getByText(/正在重发/).waitFor();
    await life.step(3_000);
    await page.getByText(/重发完成：对方已接受 1/).waitFor();
    await picture('resent');
    expect(life.ear.at(paid.path)).to.have.length(2);
    await page.goto(`${desk.baseUrl}/console/lists/callbacks?platformOrderNo=${paid.platformOrderNo}`);
    await page.getByText('共 1 条').waitFor();
    await picture('callbacks');
    expect(complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);
  });

  it('asks for a note, and keeps it in the order of time', async () => {
    await life.editPayee('M35040000001', { repeatRefundByRule: false });
    const placed = await life.place();
    const [first, second] = [await life.open(placed, 'alipay'), await life.open(placed, 'unionpay')];
    await life.pay('alipay', first);
    await life.pay('unionpay', second);
    await life.stepUntil('it is paid twice', placed.platformOrderNo, ({ repeats }) => repeats.length === 1);
    await page.goto(`${desk.baseUrl}/console/lists/repeat-orders?platformOrderNo=${placed.platformOrderNo}`);
    await page.getByText('共 1 条').waitFor();
    for (const words of ['已联系缴款人', '缴款人要求退回']) {
      await page.getByRole('row').getByRole('button', { name: '跟踪', exact: true }).click();
      await page.getByLabel('处理说明').fill(words);
      await page.getByRole('dialog').getByRole('button', { name: '跟踪', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      life.city.advance(1_000);
    }
    await page.getByRole('button', { name: '详情', exact: true }).click();
    await page.getByText('缴款人要求退回').waitFor();
    await picture('repeat-order');
    const shown = await page.getByRole('dialog').getByRole('cell').filter({ hasText: /已联系缴款人|缴款人要求退回/ }).allTextContents();
    expect(shown).to.deep.equal(['已联系缴款人', '缴款人要求退回']);
  });
});
