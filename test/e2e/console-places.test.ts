import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import type { ConsoleClient } from '../support/console-client.js';
import { browserIsHere, faintTexts, openBrowser, openPage, pc } from './cashier-browser.js';

/** What an operator does on the pages of channels, their accounts, regions and industries. */
describe('channels, accounts, regions and industries on their pages', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let page: Page;
  let demo: ConsoleClient;
  let complaints: readonly string[] = [];
  const pictures = process.env['CONSOLE_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'console-places-'));

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    demo = await life.person('demo');
    const watched = await openPage(browser, pc);
    [page, complaints] = [watched.page, watched.complaints];
    page.setDefaultTimeout(15_000);
    const [name = '', value = ''] = (demo.cookie ?? '').split('=');
    await page.context().addCookies([{ name, value, url: life.baseUrl }]);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });

  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
  const rowOf = (words: string) => page.getByRole('row').filter({ hasText: words });
  const told = (words: string): Promise<void> => page.getByText(words, { exact: true }).first().waitFor();
  const confirm = (title: string, heading = title): Promise<void> => dialog(heading).getByRole('button', { name: title, exact: true }).click();
  const open = async (list: string): Promise<void> => {
    await page.goto(`${life.baseUrl}/console/lists/${list}`);
    await page.getByText(/^共 [0-9]+ 条$/).waitFor();
  };
  const choose = async (words: string, action: string): Promise<void> => {
    const beside = rowOf(words).getByRole('button', { name: action, exact: true });
    if (await beside.count() > 0) return beside.click();
    await rowOf(words).getByRole('button', { name: /^更多/ }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  };
  const look = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
    const disabled = await page.locator(':disabled').allTextContents();
    const { faint } = await page.evaluate<{ faint: string[] }>(faintTexts);
    expect(faint.filter((line) => !line.endsWith(' 1.00') && !disabled.some((words) => words !== '' && line.startsWith(words))), name).to.deep.equal([]);
  };

  it('keep a tree of regions: what is wrong is said at its field, what is in use stays', async () => {
    await open('regions');
    await page.getByRole('button', { name: '新增', exact: true }).click();
    const form = dialog('新增区域');
    await form.getByLabel('区域编码').fill('350404');
    await form.getByLabel('区域名称').fill('永安市');
    await form.getByText('三明市（350400）').click();
    await confirm('新增', '新增区域');
    await form.getByText('区域编码已被使用').waitFor();
    await look('region-form');
    await form.getByLabel('区域编码').fill('350405');
    await confirm('新增', '新增区域');
    await told('区域已新增');
    await rowOf('350405').getByText('三明市').waitFor();
    await choose('350405', '修改');
    expect(await dialog('修改区域').getByLabel('区域名称').inputValue()).to.equal('永安市');
    await dialog('修改区域').getByLabel('备注').fill('县级市');
    await confirm('修改', '修改区域');
    await told('区域已修改');
    await choose('350404', '删除');
    await confirm('删除');
    await page.getByText('有收款单位属于此区域，不能删除').waitFor();
    await look('region-in-use');
    await page.keyboard.press('Escape');
    await choose('350404', '指定管理员');
    await dialog('指定区域管理员').getByText('还没有账号的数据范围是本区域').waitFor();
    await look('region-admin');
    await page.keyboard.press('Escape');
    await look('regions');
  });

  it('switch an industry off and on', async () => {
    await open('industries');
    await choose('HEALTH', '停用');
    await dialog('停用').getByText('当即不再接收新订单').waitFor();
    await confirm('停用');
    await told('行业已停用');
    await choose('HEALTH', '启用');
    await confirm('启用');
    await told('行业已启用');
    await look('industries');
  });

  it('set how a channel pays, reconciles and splits', async () => {
    await open('channels');
    await choose('UNIONPAY', '支付/对账属性');
    const form = dialog('支付/对账属性设置');
    expect(await form.getByLabel('账单获取时间').inputValue()).to.equal('09:05');
    await form.getByLabel('账单获取时间').fill('03:00');
    await look('channel-form');
    await confirm('支付/对账属性', '支付/对账属性设置');
    await form.getByText('账单获取时间须为 09:05 至 20:00，如 09:30').waitFor();
    await form.getByLabel('账单获取时间').fill('10:30');
    await confirm('支付/对账属性', '支付/对账属性设置');
    await told('支付与对账属性已设置');
    await rowOf('UNIONPAY').getByText('次日 10:30 起获取账单').waitFor();
    await choose('UNIONPAY', '分账属性');
    await dialog('分账属性设置').getByText('停用', { exact: true }).click();
    await confirm('分账属性', '分账属性设置');
    await told('分账属性已设置');
    await look('channels');
  });

  it('change an account whose keys are never shown, and try its connection', async () => {
    await open('channel-merchants');
    await choose('CM-ALIPAY-1', '修改');
    const form = dialog('修改渠道商户');
    await form.getByText('密钥库中已有此名称的密钥').waitFor();
    await form.getByText(/已登记 SM3 [0-9a-f]{32}；不填则不变/).waitFor();
    expect(await form.getByLabel('支付宝公钥').inputValue()).to.equal('');
    await look('account-form');
    await form.getByLabel('签名密钥名称').fill('nobody');
    await confirm('修改', '修改渠道商户');
    await form.getByText('密钥库中没有这个名称的签名密钥').waitFor();
    await form.getByLabel('签名密钥名称').fill('alipay.CM-ALIPAY-1');
    await form.getByLabel('备注').fill('市本级');
    await confirm('修改', '修改渠道商户');
    await told('渠道商户已修改');
    await choose('CM-ALIPAY-1', '测试连接');
    await confirm('测试连接');
    await dialog('连接正常').getByText('渠道已应答').waitFor();
    await look('account-tried');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '新增', exact: true }).click();
    await dialog('新增渠道商户').getByText('银联', { exact: true }).click();
    await dialog('新增渠道商户').getByLabel('根证书').waitFor();
    expect(await dialog('新增渠道商户').getByLabel('支付宝公钥').count()).to.equal(0);
    await look('account-new');
    await page.keyboard.press('Escape');
    await look('channel-merchants');
    // What the server refuses is a refusal to the browser too.
    expect(complaints.filter((line) => !line.includes('422'))).to.deep.equal([]);
  });
});
