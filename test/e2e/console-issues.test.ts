import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { longTime } from '../../domain/kernel/china-time.js';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { aPng } from '../support/sample-files.js';
import { browserIsHere, openBrowser, openPage, pc } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';

/** Customer service at the pages of a running platform: from an order to a solved issue with its files. */
describe('an issue at the console, from an order to its solution', function suite() {
  this.timeout(180_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let people: Arriving;
  const folder = mkdtempSync(join(tmpdir(), 'console-issues-'));
  const [picture, page] = [join(folder, '扣款截图.png'), join(folder, 'page.png')];

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    people = new Arriving(life);
    writeFileSync(picture, aPng());
    writeFileSync(page, '<html><script>alert(1)</script>');
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const shot = (at: Page, name: string): Promise<unknown> => at.screenshot({ path: join(folder, `${name}.png`) });
  const dialog = (at: Page) => at.getByRole('dialog');
  const press = (at: Page, name: string): Promise<void> => dialog(at).getByRole('button', { name, exact: true }).click();

  it('is registered with a file, followed, solved, read with its file, and stands in the operation log', async () => {
    const time = longTime(life.city.now());
    const placed = await life.city.rsa2.createOrder({ merchantNo: 'M35040000001', bizOrderNo: 'ISSUE-E2E', orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费' });
    const { page: at, complaints } = await openPage(browser, pc);
    await people.arrive(at, 'demo', life.codes.get('demo') ?? '', password);

    await at.goto(`${life.baseUrl}/console/lists/pay-orders?bizOrderNo=ISSUE-E2E`);
    await at.getByText(placed.platformOrderNo).first().waitFor();
    await at.getByRole('button', { name: '问题登记' }).click();
    await dialog(at).getByText('支付问题').click();
    await dialog(at).getByLabel('问题描述信息').fill('银行已扣款，页面显示未支付');
    await dialog(at).getByLabel('联系电话').fill('13800138000');
    await at.locator('input[type=file]').setInputFiles([picture, page]);
    await dialog(at).getByText('文件内容与其扩展名不符').waitFor();
    await shot(at, 'registering');
    await press(at, '问题登记');
    await dialog(at).getByText('有附件还在上传或没有上传成功，请等待完成，或将其移除').waitFor();
    await dialog(at).locator('.ant-upload-list-item-error').hover();
    await dialog(at).locator('.ant-upload-list-item-error button').click();
    await press(at, '问题登记');
    await at.getByText('问题已登记，可在“问题管理”中跟踪').waitFor();

    await at.goto(`${life.baseUrl}/console/lists/issues`);
    await at.getByText('待解决').first().waitFor();
    await shot(at, 'list');
    await at.getByRole('button', { name: '跟踪问题' }).click();
    await dialog(at).getByLabel('问题描述').fill('已联系银行，等待回单');
    await press(at, '跟踪问题');
    await at.getByText('跟踪记录已添加').waitFor();
    await at.getByRole('button', { name: '解决问题' }).click();
    await press(at, '解决问题');
    await dialog(at).getByText('请填写解决办法').waitFor();
    await dialog(at).getByLabel('解决办法').fill('已补单，订单为支付成功');
    await press(at, '解决问题');
    await at.getByText('问题已解决').waitFor();
    await at.getByText('已解决').first().waitFor();
    expect(await at.getByRole('button', { name: '解决问题' }).count()).to.equal(0);

    await at.getByRole('button', { name: '详情' }).first().click();
    await dialog(at).getByText('已联系银行，等待回单').waitFor();
    await dialog(at).getByText('138****8000').waitFor();
    expect((await dialog(at).locator('.issue-step-head strong').allTextContents())).to.deep.equal(['登记', '跟踪', '解决']);
    await shot(at, 'detail');
    const [download] = await Promise.all([at.waitForEvent('download'), dialog(at).getByRole('button', { name: '下载附件 扣款截图.png' }).click()]);
    expect(download.suggestedFilename()).to.equal('扣款截图.png');
    expect(readFileSync(await download.path()).equals(aPng())).to.equal(true);
    await at.keyboard.press('Escape');
    expect(await at.evaluate('document.documentElement.scrollWidth - window.innerWidth')).to.be.at.most(0);
    const [exported] = await Promise.all([at.waitForEvent('download'), at.getByRole('button', { name: '导出 Excel' }).click()]);
    expect(exported.suggestedFilename()).to.match(/^问题管理-[0-9]{14}\.xlsx$/);
    expect(complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);

    const auditor = await openPage(browser, pc);
    await people.arrive(auditor.page, 'auditor', life.codes.get('auditor') ?? '', password);
    await auditor.page.goto(`${life.baseUrl}/console/lists/audit-logs`);
    for (const words of ['上传附件', '上传的附件被拒绝', '登记问题', '跟踪问题', '解决问题', '下载问题的附件']) await auditor.page.getByText(words, { exact: true }).first().waitFor();
    await shot(auditor.page, 'log');
    expect(await auditor.page.getByText(/银行已扣款|13800138000/).count()).to.equal(0);
  });

  it('can be begun with the keyboard alone', async () => {
    const { page: at } = await openPage(browser, pc);
    const again = await life.again(people.authenticators.get('demo') ?? life.browser(), 'demo');
    await at.context().addCookies([{ name: again.cookie?.split('=')[0] ?? '', value: again.cookie?.split('=')[1] ?? '', url: life.baseUrl }]);
    await at.goto(`${life.baseUrl}/console/lists/issues`);
    await at.getByRole('button', { name: '发起问题' }).focus();
    await at.keyboard.press('Enter');
    await dialog(at).getByLabel('关联订单号').focus();
    await at.keyboard.type('B-77');
    await at.keyboard.press('Tab');
    await at.keyboard.press('Space');
    await at.keyboard.press('Tab');
    await at.keyboard.type('窗口打印不了缴款书');
    await at.keyboard.press('Tab');
    await at.keyboard.press('Tab');
    expect(await at.evaluate('document.activeElement?.textContent')).to.contain('选择文件');
    await dialog(at).getByRole('button', { name: '发起问题', exact: true }).focus();
    await at.keyboard.press('Enter');
    await at.getByText('问题已登记，可在“问题管理”中跟踪').waitFor();
    await at.getByText('B-77').first().waitFor();
  });
});
