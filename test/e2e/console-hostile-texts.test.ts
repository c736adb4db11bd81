import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { longTime } from '../../domain/kernel/china-time.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { OperatorPage } from './console/operator-page.js';

/** Marks that they were taken for more than text: by running, or by standing in the page as an element. */
const hostile = (name: string): string => `<img src=x class="${name}" onerror="window.hit='${name}'">`;
const hits = `JSON.stringify([window.hit ?? '', ...[...document.querySelectorAll('img[src="x"]')].map((one) => one.className)])`;

/** Texts of strangers on the pages of operators (XSS): a payer's title, a payee's name, what somebody wrote into an issue, a remark, an alert. */
describe('texts of strangers at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let operator: OperatorPage;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    operator = await OperatorPage.of(browser, life, await life.person('demo'));
    const time = longTime(life.city.now());
    await life.city.rsa2.createOrder({ merchantNo: 'M35040000001', bizOrderNo: 'HOSTILE-1', orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: hostile('title') });
    await life.city.resources.unitOfWork.run(async ({ directory }) => {
      const payee = await directory.payees.one({ merchantNo: 'M35040000001' }) ?? expect.fail('no payee');
      await directory.payees.put({ ...payee, payeeName: hostile('payee'), remark: hostile('remark') });
    });
    life.city.resources.journal.alarm('callback-given-up', { devId: hostile('alert'), tries: 6 });
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  /** Shown as it was written, and nothing came of it. */
  const isOnlyText = async (name: string): Promise<void> => {
    await operator.page.getByText(hostile(name)).first().waitFor();
    expect(await operator.page.evaluate(hits), name).to.equal('[""]');
  };

  it('are shown as they were written in lists, records, dialogs and forms, and do nothing', async () => {
    await operator.openList('pay-orders', 'bizOrderNo=HOSTILE-1');
    await isOnlyText('payee');
    await operator.button('详情').click();
    await isOnlyText('title');
    await operator.page.keyboard.press('Escape');

    await operator.choose('HOSTILE-1', '问题登记');
    const form = operator.dialog('问题登记');
    await form.getByText('支付问题').click();
    await form.getByLabel('问题描述信息').fill(hostile('issue'));
    await operator.confirm('问题登记');
    await operator.told('问题已登记，可在“问题管理”中跟踪');
    await operator.openList('issues');
    await operator.button('详情').first().click();
    await isOnlyText('issue');
    await operator.page.keyboard.press('Escape');

    await operator.openList('payees');
    await isOnlyText('payee');
    await operator.choose('M35040000001', '停用');
    await operator.dialog('停用').getByText(hostile('payee')).waitFor();
    await isOnlyText('payee');
    await operator.giveUp('停用');
    await operator.choose('M35040000001', '修改');
    expect(await operator.dialog('修改收款单位').getByLabel('备注').inputValue()).to.equal(hostile('remark'));
    await isOnlyText('payee');
    await operator.giveUp('修改收款单位');
  });

  it('do nothing in an alert, in the address bar and in a filter', async () => {
    await life.city.until('the alert', async () => (Number((await life.city.resources.engine.reader('console_alert').count({ count: '*' }))[0]?.['count'] ?? 0) > 0 ? true : undefined));
    await operator.openList('alerts');
    await operator.button('详情').first().click();
    expect(await operator.page.evaluate(hits)).to.equal('[""]');
    await operator.openList('pay-orders', `bizOrderNo=${encodeURIComponent(hostile('address'))}`);
    expect(await operator.page.getByLabel('商户订单号').inputValue()).to.equal(hostile('address'));
    expect(await operator.page.evaluate(hits)).to.equal('[""]');
    await operator.goTo(`lists/${encodeURIComponent(hostile('list'))}`);
    await operator.page.getByText(/没有|不存在|找不到/).first().waitFor();
    expect(await operator.page.evaluate(hits)).to.equal('[""]');
    await operator.leave();
  });
});
