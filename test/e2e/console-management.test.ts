import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { freshCode, orderData } from '../integration/gateway/outsider.js';
import type { City } from '../support/city.js';
import { browserIsHere, faintTexts, openBrowser, openPage, pc, type Watched } from './cashier-browser.js';

/** Home, alerts and the menu in a browser, in a city where something is paid and something went wrong. */
describe('the management of the platform in a browser', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let watched: Watched;
  const pictures = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'console-management-'));

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    const client = await life.person('demo');
    const bar = async (orderAmount: string) => life.city.rsa2.createBarOrder({ ...orderData(life.city, { barContent: freshCode('00'), orderAmount }) } as Parameters<City['rsa2']['createBarOrder']>[0]);
    for (const amount of ['65500', '1200', '990']) await bar(amount);
    await life.city.rsa2.createOrder(orderData(life.city, {}) as Parameters<City['rsa2']['createOrder']>[0]);
    for (let n = 1; n <= 3; n++) life.city.resources.journal.alarm('callback-given-up', { callbackId: 'C1', orderNo: 'P1', tries: n });
    life.city.resources.journal.alarm('audit-chain-broken', { seq: 7 });
    await life.city.until('both alerts', async () => (((await client.get('/lists/alerts')).body['totals'] as { count: number }).count >= 2 ? true : undefined));
    watched = await openPage(browser, pc);
    watched.page.setDefaultTimeout(15_000);
    const [name = '', value = ''] = (client.cookie ?? '').split('=');
    await watched.page.context().addCookies([{ name, value, url: life.baseUrl }]);
  });
  after(async () => {
    await browser?.close();
    if (browser !== undefined) await life.close();
  });
  afterEach(() => {
    if (browser !== undefined) expect(watched.complaints.filter((line) => !/^Failed to load resource: .* (403|409|422)\b/.test(line))).to.deep.equal([]);
  });
  const page = (): Page => watched.page;
  const dialog = (name: string) => page().getByRole('dialog', { name, exact: true });
  const rowOf = (words: string) => page().getByRole('row').filter({ hasText: words });
  const menu = () => page().getByRole('navigation', { name: '主菜单' });
  const look = async (name: string): Promise<void> => {
    await page().screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    expect(await page().evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
    const { faint } = await page().evaluate<{ faint: string[] }>(faintTexts);
    const disabled = await page().locator(':disabled').allTextContents();
    expect(faint.filter((line) => !line.endsWith(' 1.00') && !disabled.some((words) => words !== '' && line.startsWith(words))), name).to.deep.equal([]);
  };
  const figure = async (title: string): Promise<string> => (await page().locator('.ant-statistic').filter({ hasText: title }).locator('.ant-statistic-content').innerText()).trim();
  const countShown = async (): Promise<string> => (await page().getByText(/^共 [0-9,]+ 条$/).innerText()).replace(/\D/g, '');

  it('shows on the first page the figures that the lists show, with the way there', async () => {
    await page().goto(`${life.baseUrl}/console/`);
    await page().getByRole('region', { name: '今日数据' }).waitFor();
    const [placed, paid, amount, share] = [await figure('今日订单'), await figure('支付成功（笔）'), await figure('支付金额'), await figure('支付成功率')];
    expect([placed, paid, amount, share]).to.deep.equal(['4', '3', '676.90', '75.0%']);
    await look('home');
    const tasks = await page().getByRole('region', { name: '待办' }).getByRole('listitem').allInnerTexts();
    expect(tasks.map((text) => text.replace(/\s+/g, ' ')).filter((text) => !text.endsWith(' 0'))).to.deep.equal(['通知业务系统失败 1', '提醒待处理 2']);
    await page().goto(`${life.baseUrl}/console/lists/pay-orders`);
    await page().getByText(/^共/).waitFor();
    expect(await countShown()).to.equal(placed);
    await page().goto(`${life.baseUrl}/console/lists/pay-orders?orderState=2`);
    await page().getByText(/^共 3 条$/).waitFor();
    expect(await page().locator('.ant-table-summary').innerText()).to.include(amount);
  });

  it('leads from what waits to the list of it, where an alert is handled with a remark', async () => {
    await page().goto(`${life.baseUrl}/console/`);
    await page().getByRole('link', { name: /通知业务系统失败/ }).click();
    await rowOf('通知业务系统多次未成功').waitFor();
    expect(await countShown()).to.equal('1');
    await look('alerts');
    await rowOf('通知业务系统多次未成功').getByRole('button', { name: '处理', exact: true }).click();
    await dialog('处理提醒').getByRole('button', { name: '处理', exact: true }).click();
    await dialog('处理提醒').getByText('请填写处理说明').waitFor();
    await dialog('处理提醒').getByLabel('处理说明').fill('已联系业务系统');
    await look('handle');
    await dialog('处理提醒').getByRole('button', { name: '处理', exact: true }).click();
    await page().getByText('提醒已处理', { exact: true }).first().waitFor();
    await page().goto(`${life.baseUrl}/console/lists/alerts`);
    await rowOf('审计日志被修改').waitFor();
    await look('all-alerts');
    expect(await rowOf('已联系业务系统').getByRole('button', { name: '处理', exact: true }).count()).to.equal(0);
    await page().getByRole('button', { name: '全部标为已读', exact: true }).click();
    await dialog('全部标为已读').getByRole('button', { name: '全部标为已读', exact: true }).click();
    await page().getByText('已将 1 条提醒标为已读').waitFor();
  });

  it('shows the menu as a tree, moves an entry, and everybody sees it moved', async () => {
    await page().goto(`${life.baseUrl}/console/lists/menus`);
    await rowOf('支付订单').first().waitFor();
    expect(await page().getByText(/^共 [0-9]+ 条$/).count()).to.equal(0);
    const titles = async () => (await menu().locator('.ant-menu-submenu-title').allInnerTexts()).map((text) => text.trim());
    expect((await titles()).slice(0, 2)).to.deep.equal(['客户服务', '交易配置']);
    const first = page().getByRole('row').filter({ hasText: '目录' }).filter({ hasText: '客户服务' });
    expect(await first.getByRole('button', { name: '上移', exact: true }).count()).to.equal(0);
    await look('menus');
    await first.getByRole('button', { name: '下移', exact: true }).click();
    await dialog('下移').getByRole('button', { name: '下移', exact: true }).click();
    await page().getByText('菜单已下移', { exact: true }).first().waitFor();
    await life.city.until('the menu moved', async () => ((await titles())[0] === '交易配置' ? true : undefined));
    expect((await titles()).slice(0, 2)).to.deep.equal(['交易配置', '客户服务']);
    await look('menus-moved');
  });

  it('adds a directory and a link, which stand in the menu at once', async () => {
    await page().getByRole('button', { name: '新增', exact: true }).click();
    await dialog('新增菜单').getByLabel('菜单名称').fill('常用');
    await dialog('新增菜单').getByRole('button', { name: '新增', exact: true }).click();
    await page().getByText('菜单已新增', { exact: true }).first().waitFor();
    await rowOf('常用').waitFor();
    await page().getByRole('button', { name: '新增', exact: true }).click();
    await dialog('新增菜单').getByRole('radio', { name: '页面', exact: true }).check();
    await dialog('新增菜单').getByLabel('菜单名称').fill('每日对账');
    await dialog('新增菜单').getByLabel('上级菜单').click();
    await page().getByTitle('常用', { exact: true }).last().click();
    await dialog('新增菜单').getByLabel('打开的页面').click();
    await page().getByLabel('打开的页面').fill('日对账');
    await page().getByTitle('对账管理 / 日对账', { exact: true }).last().click();
    await look('menu-form');
    await dialog('新增菜单').getByRole('button', { name: '新增', exact: true }).click();
    await menu().getByText('常用', { exact: true }).waitFor();
    await menu().getByText('常用', { exact: true }).click();
    await menu().getByText('每日对账', { exact: true }).click();
    await page().getByRole('heading', { name: '日对账处理情况' }).waitFor();
  });

  it('shows lines of the log and finds them by their kind', async () => {
    await page().goto(`${life.baseUrl}/console/lists/platform-logs?logType=REQUEST`);
    await rowOf('gateway-answered').first().waitFor();
    await look('logs');
  });
});
