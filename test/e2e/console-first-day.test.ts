import { join } from 'node:path';
import { expect } from 'chai';
import libsql from 'libsql';
import type { Browser, Page } from 'playwright-core';
import { password } from '../integration/console/console-life.js';
import { Installation } from '../integration/processes/installation.js';
import { aPng } from '../support/sample-files.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';
import { OperatorPage } from './console/operator-page.js';

const picture = { name: '扣款截图.png', mimeType: 'image/png', buffer: aPng() };
/** What the first start says, this once: an account and its one-time code. */
const firstCode = (output: string, account: string): string => new RegExp(`^ +${account} +(\\S+) `, 'm').exec(output)?.[1] ?? expect.fail(`no code of ${account}`);

/**
 * The first day of an installation, as `docs/start.md` tells it: a process of its own as `npm start` makes it, the clock of the wall, and nothing between the person and the pages. Each step goes on where the one before ended.
 */
describe('the first day at the console of a platform that was just started', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let platform: Installation;
  let people: Arriving;
  let demo: OperatorPage;
  let orderNo = '';

  before(async function startOnce() {
    if (!browserIsHere()) this.skip();
    platform = new Installation();
    [browser] = [await openBrowser(), await platform.start({})];
    const baseUrl = platform.urlOf('CONSOLE_PORT');
    people = new Arriving({ baseUrl, city: { now: Date.now, advance: () => undefined } });
    demo = await OperatorPage.open(browser, { baseUrl });
  });
  after(async () => {
    await browser?.close();
    await platform?.remove();
  });

  /** At the fee window and the cashier, with a payment account that is nobody's. */
  async function pay(page: Page): Promise<string> {
    const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click();
    await page.goto(platform.urlOf('BUSINESS_PORT'));
    await press('去缴费');
    await page.locator('label', { hasText: '支付宝' }).click();
    for (const name of [/^立即支付/, '登录并付款', '确认付款', '返回商户', '返回业务系统']) await press(name);
    return await page.getByRole('link', { name: /^BDC\d{20}$/ }).textContent() ?? '';
  }
  /** How often the fee window was told what became of the order. */
  const timesTold = async (): Promise<number> => (await (await fetch(`${platform.urlOf('BUSINESS_PORT')}/orders/${orderNo}`)).text()).split('支付结果').length - 1;

  it('an operator activates the account with the code from the terminal, sets the second factor up and is at home (1.1.6.3.2-f)', async () => {
    await people.arrive(demo.page, 'demo', firstCode(platform.output, 'demo'), password);
    await demo.look('first-day-home');
  });

  it('opens a payee and sees through which channels it is paid (1.1.4.1.3-e)', async () => {
    await demo.openList('payees');
    await demo.choose('M35040000001', '详情');
    const drawer = demo.dialog('收款单位详情');
    await drawer.getByText('支付宝').first().waitFor();
    await drawer.getByText('银联').first().waitFor();
    await demo.look('first-day-payee');
  });

  it('looks an order up that somebody has just paid, and has the business system told of it again (1.1.4.4.1-d)', async () => {
    const payer = await (await browser?.newContext())?.newPage() ?? expect.fail('no browser');
    orderNo = await pay(payer);
    await payer.context().close();
    await platform.until('the fee window was told', async () => ((await timesTold()) > 0 ? true : undefined));
    const before = await timesTold();
    await demo.openList('pay-orders', `bizOrderNo=${orderNo}`);
    await demo.shows(orderNo, '订单状态', '支付成功');
    await demo.choose(orderNo, '通知收款单位');
    await demo.confirm('通知收款单位');
    expect(await demo.verdict('通知成功')).to.include('第 2 次');
    expect(await timesTold()).to.equal(before + 1);
  });

  it('registers a question about it with a picture, and solves it (1.1.4.4.1-c, 1.1.4.4.3-d)', async () => {
    await demo.choose(orderNo, '问题登记');
    const form = demo.dialog('问题登记');
    await demo.pick('问题登记', '问题类型', '支付问题');
    await demo.page.locator('input[type=file]').setInputFiles([picture]);
    await form.locator('.ant-upload-list-item-done').waitFor();
    await form.getByLabel('问题描述信息').fill('缴款人问何时到账');
    await demo.confirm('问题登记');
    await demo.told('问题已登记，可在“问题管理”中跟踪');
    await demo.openList('issues');
    await demo.choose('支付问题', '解决问题');
    await demo.dialog('解决问题').getByLabel('解决办法').fill('次日到账，已告知');
    await demo.confirm('解决问题');
    await demo.told('问题已解决');
    await demo.shows('支付问题', '状态', '已解决');
    await demo.look('first-day-issue');
    await demo.leave();
  });

  it('an auditor finds all of it in the operation log and verifies the chain; a row that is altered in the database is named (1.1.6.4.2, AUD-03)', async () => {
    const auditor = await OperatorPage.open(browser, { baseUrl: platform.urlOf('CONSOLE_PORT') });
    await people.arrive(auditor.page, 'auditor', firstCode(platform.output, 'auditor'), password);
    await auditor.openList('audit-logs', 'pageSize=100');
    for (const words of ['凭一次性激活码设置口令', '绑定第二因素并登录', '通知收款单位：重新发送通知', '上传附件', '登记问题', '解决问题']) await auditor.told(words);
    await auditor.button('核验').click();
    expect(await auditor.verdict('审计日志完整')).to.match(/^审计日志共 [0-9]+ 条，逐条相连，未被改动；/);
    await auditor.look('first-day-log');
    await auditor.leave();

    platform.signal('SIGTERM');
    expect(await platform.ended).to.equal('exit 0');
    const asked = async (): Promise<readonly [number | null, string]> => {
      const { code, output } = await platform.command('cli/verify-audit.js');
      return [code, output];
    };
    expect((await asked())[0]).to.equal(0);
    const database = new libsql(join(platform.folder, 'data', 'tongjiao.db'));
    database.exec("update audit_entry set description = '什么也没有' where seq = 5");
    database.close();
    const [code, output] = await asked();
    expect(code).to.equal(1);
    expect(output).to.include('审计日志第 5 条起不符');
  });
});
