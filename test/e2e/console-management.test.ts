import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { businessDay, dayMs, hourMs, minuteMs } from '../../domain/kernel/china-time.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { freshCode } from '../integration/gateway/outsider.js';
import { Life } from '../integration/payments/life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues } from './console/colleagues.js';
import { OperatorPage } from './console/operator-page.js';

/** Of an alert: what is raised, and the words that are shown of it. */
const [givenUp, broken, missing, failed] = ['通知业务系统多次未成功', '审计日志被修改', '渠道账单未到', '对账失败'] as const;

/** Home, alerts and log in a browser, in a city where something is paid and something went wrong. */
describe('the management of the platform in a browser', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  let colleagues: Colleagues;
  let operator: OperatorPage;

  const alarm = (event: string, fields: Readonly<Record<string, string | number>>): void => { life.city.resources.journal.alarm(event, fields); };
  const alerts = async () => (await colleagues.second.get('/lists/alerts?pageSize=100')).body['rows'] as readonly Readonly<Record<string, unknown>>[];
  const alertNo = async (words: string): Promise<string> => String((await alerts()).find(({ message }) => String(message).startsWith(words))?.['alertNo']);
  const figure = async (title: string): Promise<string> => (await operator.page.locator('.ant-statistic').filter({ hasText: title }).locator('.ant-statistic-content').innerText()).trim();
  const counted = (count: string | number): Promise<void> => operator.page.getByText(`共 ${count} 条`, { exact: true }).waitFor();

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    const desk = await ConsoleLife.in(life.city);
    colleagues = await Colleagues.arrive(desk);
    operator = await OperatorPage.of(browser, desk, await desk.person('demo'));
    for (const orderAmount of ['65500', '1200', '990']) await life.client.createBarOrder({ ...life.orderFacts({ orderAmount }), barContent: freshCode('00') });
    await life.place();
    for (let tries = 1; tries <= 3; tries++) alarm('callback-given-up', { callbackId: 'C1', orderNo: 'P1', tries });
    alarm('audit-chain-broken', { seq: 7 });
    await life.city.until('both alerts', async () => ((await alerts()).length >= 2 ? true : undefined));
  });
  after(async () => {
    await browser?.close();
    await life?.close();
  });

  it('shows on the first page the figures that the lists show, with the way there, and the menu of all that operators do (1.1.4)', async () => {
    await operator.goTo('');
    await operator.page.getByRole('region', { name: '今日数据' }).waitFor();
    const [placed, paid, amount, share] = [await figure('今日订单'), await figure('支付成功（笔）'), await figure('支付金额'), await figure('支付成功率')];
    expect([placed, paid, amount, share]).to.deep.equal(['4', '3', '676.90', '75.0%']);
    expect((await operator.page.getByRole('navigation', { name: '主菜单' }).locator('.ant-menu-submenu-title').allInnerTexts()).map((title) => title.trim())).to.deep.equal(['客户服务', '交易配置', '对账管理', '结算管理', '非税管理', '平台管理']);
    await operator.look('home-today');
    const tasks = await operator.page.getByRole('region', { name: '待办' }).getByRole('listitem').allInnerTexts();
    expect(tasks.map((text) => text.replace(/\s+/g, ' ')).filter((text) => !text.endsWith(' 0'))).to.deep.equal(['通知业务系统失败 1', '提醒待处理 2']);
    await operator.openList('pay-orders');
    await counted(placed);
    await operator.openList('pay-orders', 'orderState=2');
    await counted(3);
    await operator.page.locator('.ant-table-summary').filter({ hasText: amount }).waitFor();
  });

  it('leads from what waits to the list of it, where an alert is handled once, with a remark (PERF-3-b)', async () => {
    const heading = '处理提醒';
    await operator.goTo('');
    await operator.page.getByRole('link', { name: /通知业务系统失败/ }).click();
    await operator.rowOf(givenUp).waitFor();
    await counted(1);
    await operator.look('alerts');
    await operator.choose(givenUp, '处理');
    await operator.confirm('处理', heading);
    await operator.faultAt(heading, '处理说明', '请填写处理说明');
    await operator.fill(heading, { 处理说明: '已联系业务系统' });
    await operator.look('handle');
    await operator.confirm('处理', heading);
    await operator.told('提醒已处理');
    const handled = (await alerts()).find(({ message }) => String(message).startsWith(givenUp));
    expect(handled).to.include({ handleState: '2', remark: '已联系业务系统', handlerName: '演示操作员' });
    expect(await life.audited(String(handled?.['alertNo']))).to.deep.equal(['alert.handled']);
    await operator.openList('alerts');
    await operator.rowOf(broken).waitFor();
    await operator.look('all-alerts');
    expect(await operator.rowOf('已联系业务系统').getByRole('button', { name: '处理', exact: true }).count()).to.equal(0);
  });

  it('shows the alerts of the last seven days, unread ones first, and lets them be read (PERF-3-b)', async () => {
    alarm('bill-missing', { channelMerchantId: 'CM-ALIPAY-1', clearingDay: '20260101' });
    alarm('reconcile-failed', { channelMerchantId: 'CM-ALIPAY-1', clearingDay: '20260101' });
    await life.city.until('four alerts', async () => ((await alerts()).length >= 4 ? true : undefined));
    for (const [words, ageMs] of [[missing, 8 * dayMs], [failed, hourMs], [givenUp, minuteMs]] as const) await life.city.resources.engine.writer('console_alert').where({ alert_no: await alertNo(words) }).update({ last_at: life.city.now() - ageMs });
    await operator.openList('alerts');
    const order = async (): Promise<readonly string[]> => (await operator.page.locator('.ant-table-tbody').getByRole('row').allInnerTexts()).flatMap((text) => [givenUp, broken, missing, failed].filter((words) => text.includes(words)));
    await operator.rowOf(failed).waitFor();
    expect(await order()).to.deep.equal([broken, failed, givenUp]);
    const today = businessDay(life.city.now());
    const days = await operator.page.getByRole('search').locator('input[date-range]').evaluateAll((fields) => fields.map((field) => (field as unknown as { readonly value: string }).value.replaceAll('-', '')));
    expect(days).to.deep.equal([businessDay(life.city.now() - 6 * dayMs), today]);
    await operator.page.getByRole('combobox', { name: '每页条数' }).click();
    await operator.page.locator('.ant-select-item-option-selected').filter({ hasText: '20 条/页' }).waitFor();
    expect(await operator.page.locator('.ant-select-item-option').allInnerTexts()).to.deep.equal(['10 条/页', '20 条/页', '50 条/页', '100 条/页']);
    await operator.page.keyboard.press('Escape');

    await operator.deed(broken, '标为已读', '已标为已读');
    await operator.shows(broken, '阅读状态', '已读');
    expect([await order(), await life.audited(await alertNo(broken))]).to.deep.equal([[failed, broken, givenUp], ['alert.read']]);
    await colleagues.act('/alerts/read', { alertNo: await alertNo(failed) });
    await operator.refused(failed, '标为已读', '提醒已读或已处理');
    await operator.shows(failed, '阅读状态', '已读');
    await operator.choose(failed, '处理');
    await operator.fill('处理提醒', { 处理说明: '重新对账' });
    await colleagues.act('/alerts/handle', { alertNo: await alertNo(failed) }, { remark: '已重新对账' });
    await operator.confirm('处理', '处理提醒');
    await operator.dialog('处理提醒').getByRole('alert').getByText('提醒已处理').waitFor();
    await operator.giveUp('处理提醒');
    await operator.button('刷新').click();
    await operator.shows(failed, '备注', '已重新对账');
    expect(await life.audited(await alertNo(failed))).to.deep.equal(['alert.read', 'alert.handled']);
    await operator.button('全部标为已读').click();
    await operator.confirm('全部标为已读');
    await operator.told('已将 1 条提醒标为已读');
    await operator.button('全部标为已读').click();
    await operator.confirm('全部标为已读');
    await operator.told('没有未读的提醒');
    await operator.openList('alerts', `createDateFrom=${businessDay(life.city.now() - 9 * dayMs)}&createDateTo=${today}`);
    await operator.shows(missing, '阅读状态', '已读');
    expect(await life.audited('all')).to.deep.equal(['alert.read-all']);
  });

  it('finds lines of the log by order, request and kind, those that stand in the file as well (PERF-3-a)', async () => {
    const { platformOrderNo } = await life.place();
    const search = operator.page.getByRole('search');
    const ask = async (label: string, text: string): Promise<void> => {
      await search.getByLabel(label).fill(text);
      await operator.button('查询').click();
      // Nothing else is left.
      await operator.page.locator('.ant-table-tbody').getByRole('row').filter({ hasNotText: text }).first().waitFor({ state: 'detached' });
      await operator.rowOf('gateway-answered').waitFor();
    };
    await life.city.until('its line', async () => (((await colleagues.second.get(`/lists/platform-logs?relatedOrderNo=${platformOrderNo}&logType=REQUEST`)).body['rows'] as readonly object[]).length > 0 ? true : undefined));
    await operator.openList('platform-logs', 'logType=REQUEST');
    await operator.rowOf('gateway-answered').first().waitFor();
    await operator.look('logs');
    await ask('关联订单号', platformOrderNo);
    for (const [column, words] of [['日志类型', '请求'], ['级别', '信息'], ['关联订单号', platformOrderNo]] as const) await operator.shows('gateway-answered', column, words);
    const requestId = await (await operator.cell('gateway-answered', '请求号')).innerText();
    const inFile = life.city.log.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>).find((line) => line['event'] === 'gateway-answered' && line['requestId'] === requestId);
    expect(inFile).to.include({ level: 'info', orderNo: platformOrderNo, method: 'epay-trade-core.wap.order.create' });
    await operator.openList('platform-logs', 'logType=REQUEST');
    await ask('请求号', requestId);
    await search.getByRole('combobox', { name: '日志类型' }).click();
    await operator.page.getByTitle('系统', { exact: true }).last().click();
    await operator.button('查询').click();
    await operator.told('没有符合条件的记录');
    await operator.leave();
  });
});
