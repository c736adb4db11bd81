import { expect } from 'chai';
import type { Browser, Locator } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { Life } from '../integration/payments/life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues } from './console/colleagues.js';
import { OperatorPage } from './console/operator-page.js';

/** An entry is moved and switched as it stands, whoever changed its name meanwhile: no version goes with that. */
const asItStands = { version: undefined };

/** Rows of the menu: a directory has no address, a page has. */
const directory = (name: string): RegExp => new RegExp(`^${name}–目录`);
const pageRow = (name: string): RegExp => new RegExp(`^${name}/(lists|pages)/`);

/** The menu as one operator keeps it and another sees it. */
describe('the menu on its page', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  let colleagues: Colleagues;
  let operator: OperatorPage;
  let other: OperatorPage;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    const desk = await ConsoleLife.in(life.city);
    colleagues = await Colleagues.arrive(desk);
    operator = await OperatorPage.of(browser, desk, await desk.person('demo'));
    other = await OperatorPage.of(browser, desk, colleagues.second);
  });
  after(async () => {
    await browser?.close();
    await life?.close();
  });

  const entry = (menuName: string) => life.city.resources.unitOfWork.read(async ({ directory: { menus } }) => (await menus.all()).find((one) => one.menuName === menuName));
  const menuOf = ({ page }: OperatorPage): Locator => page.getByRole('navigation', { name: '主菜单' });
  const titles = async (whose = operator): Promise<readonly string[]> => (await menuOf(whose).locator('.ant-menu-submenu-title').allInnerTexts()).map((text) => text.trim());
  /** Whether the other one's menu has it in the first directory. */
  const isSeen = async (name: string): Promise<boolean> => {
    await other.goTo('lists/refund-orders');
    await menuOf(other).getByText('退款订单', { exact: true }).waitFor();
    return await menuOf(other).getByText(name, { exact: true }).count() > 0;
  };

  it('shows the menu as a tree, and moves an entry up and down among its siblings, for everybody (1.1.6.1.1-h and -i)', async () => {
    const [desks, nontax, last] = [directory('客户服务'), directory('非税管理'), directory('平台管理')];
    await operator.openList('menus');
    expect(await operator.page.getByText(/^共 [0-9]+ 条$/).count()).to.equal(0);
    // The first one cannot move up, the last one not down.
    for (const [row, action] of [[desks, '上移'], [last, '下移']] as const) {
      await operator.rowOf(row).waitFor();
      expect(await operator.rowOf(row).getByRole('button', { name: action, exact: true }).count(), action).to.equal(0);
    }
    await operator.look('menus');
    await operator.choose(desks, '下移');
    await operator.dialog('下移').getByText('将“客户服务”下移一位，所有操作员都会看到').waitFor();
    await operator.confirm('下移');
    await operator.told('菜单已下移');
    await operator.shows(desks, '排序', '2');
    await menuOf(operator).locator('.ant-menu-submenu-title').first().getByText('交易配置').waitFor();
    await other.goTo('');
    await other.told('常用功能');
    expect((await titles(other)).slice(0, 2)).to.deep.equal(['交易配置', '客户服务']);
    await operator.look('menus-moved');
    await colleagues.act('/menus/move-up', { menuKey: 'd.service-desk' }, asItStands);
    await operator.refused(desks, '上移', '已经是第一个，不能上移');
    await operator.shows(desks, '排序', '1');
    await colleagues.act('/menus/move-down', { menuKey: 'd.nontax' }, asItStands);
    await operator.refused(nontax, '下移', '已经是最后一个，不能下移');
    await operator.shows(nontax, '排序', '6');
    await operator.choose(nontax, '上移');
    await operator.confirm('上移');
    await operator.told('菜单已上移');
    await operator.shows(nontax, '排序', '5');
    await operator.goTo('lists/menus');
    await operator.rowOf(desks).waitFor();
    expect(await titles()).to.deep.equal(['客户服务', '交易配置', '对账管理', '结算管理', '非税管理', '平台管理']);
    expect([await life.audited('d.service-desk'), await life.audited('d.nontax')]).to.deep.equal([['menu.moved-down', 'menu.moved-up'], ['menu.moved-down', 'menu.moved-up']]);
  });

  it('adds a directory and a link, which stand in the menu at once (1.1.6.1.1-b)', async () => {
    const heading = '新增菜单';
    await operator.button('新增').click();
    expect(await operator.wanted(heading)).to.deep.equal(['菜单类型', '菜单名称']);
    await operator.confirm('新增', heading);
    await operator.faultAt(heading, '菜单名称', '请填写菜单名称');
    await operator.fill(heading, { 菜单名称: '客户服务' });
    await operator.confirm('新增', heading);
    await operator.faultAt(heading, '菜单名称', '同一上级下已有同名菜单');
    expect((await titles()).length).to.equal(6);
    await operator.fill(heading, { 菜单名称: '常用' });
    await operator.confirm('新增', heading);
    await operator.told('菜单已新增');
    await operator.rowOf(directory('常用')).waitFor();
    await operator.button('新增').click();
    await operator.pick(heading, '菜单类型', '页面');
    await operator.fill(heading, { 菜单名称: '每日对账' });
    await operator.confirm('新增', heading);
    for (const label of ['上级菜单', '打开的页面']) await operator.faultAt(heading, label, `请选择${label}`);
    await operator.pick(heading, '上级菜单', '常用');
    await operator.pick(heading, '打开的页面', '对账管理 / 日对账');
    await operator.look('menu-form');
    await operator.confirm('新增', heading);
    await menuOf(operator).getByText('常用', { exact: true }).click();
    await menuOf(operator).getByText('每日对账', { exact: true }).click();
    await operator.page.getByRole('heading', { name: '日对账处理情况' }).waitFor();
    for (const name of ['常用', '每日对账']) expect(await life.audited((await entry(name))?.menuKey ?? '')).to.deep.equal(['menu.added']);
  });

  it('changes the name of an entry and not what it opens, and shows all that is known of it (1.1.6.1.1-c and -e)', async () => {
    const [heading, row] = ['修改菜单', pageRow('支付订单')];
    const form = operator.dialog(heading);
    await operator.openList('menus');
    await operator.choose(row, '修改');
    expect(await operator.wanted(heading)).to.deep.equal(['菜单名称', '上级菜单']);
    expect([await form.getByLabel('菜单名称').inputValue(), await form.getByTitle('客户服务').count(), await form.getByLabel('打开的页面').count()]).to.deep.equal(['支付订单', 1, 0]);
    await operator.fill(heading, { 菜单名称: '退款订单', 备注: '按订单号查' });
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '菜单名称', '同一上级下已有同名菜单');
    expect((await entry('支付订单'))?.remark).to.equal('');
    await operator.fill(heading, { 菜单名称: '订单查询' });
    await operator.confirm('修改', heading);
    await operator.told('菜单已修改');
    await operator.shows(pageRow('订单查询'), '菜单路径', '/lists/pay-orders');
    expect(await operator.details(pageRow('订单查询'))).to.include({ 菜单名称: '订单查询', 菜单路径: '/lists/pay-orders', 菜单类型: '页面', 上级菜单: '客户服务', 排序: '1', 启用状态: '启用', 备注: '按订单号查' });
    expect(await life.audited('p.pay-orders')).to.deep.equal(['menu.edited']);
  });

  it('switches an entry off, which vanishes for everybody, and on again; the page that does it stays (1.1.6.1.1-f and -g)', async () => {
    const [row, which] = [pageRow('订单查询'), { menuKey: 'p.pay-orders' }];
    await operator.refused(pageRow('菜单管理'), '停用', '菜单管理及其所在目录不能停用');
    expect(await entry('菜单管理')).to.include({ enabled: true, version: 1 });
    expect(await isSeen('订单查询')).to.equal(true);
    await operator.choose(row, '停用');
    await operator.dialog('停用').getByText('停用后，所有操作员都看不到“订单查询”').waitFor();
    await operator.confirm('停用');
    await operator.told('菜单已停用');
    await operator.shows(row, '启用状态', '停用');
    expect(await isSeen('订单查询')).to.equal(false);
    await colleagues.act('/menus/enable', which, asItStands);
    await operator.refused(row, '启用', '菜单已启用');
    await operator.shows(row, '启用状态', '启用');
    await colleagues.act('/menus/disable', which, asItStands);
    await operator.button('刷新').click();
    await operator.shows(row, '启用状态', '停用');
    await operator.choose(row, '启用');
    await operator.dialog('启用').getByText('启用“订单查询”，有权限的操作员即可看到').waitFor();
    expect(await isSeen('订单查询'), 'nothing is done before it is confirmed').to.equal(false);
    await operator.confirm('启用');
    await operator.told('菜单已启用');
    await operator.shows(row, '启用状态', '启用');
    expect(await isSeen('订单查询')).to.equal(true);
    expect((await life.audited('p.pay-orders')).slice(-4)).to.deep.equal(['menu.disabled', 'menu.enabled', 'menu.disabled', 'menu.enabled']);
  });

  it('deletes what somebody has added, and no directory with something in it (1.1.6.1.1-d)', async () => {
    const [own, page] = [await entry('常用'), await entry('每日对账')];
    expect(await operator.rowOf(directory('客户服务')).getByRole('button').filter({ hasText: /./ }).allInnerTexts(), 'what the product brings stays').to.deep.equal(['详情', '下移', '修改', '停用']);
    await operator.refused(directory('常用'), '删除', '目录下还有菜单，不能删除');
    expect(await entry('常用')).to.deep.equal(own);
    for (const [row, name] of [[pageRow('每日对账'), '每日对账'], [directory('常用'), '常用']] as const) {
      await operator.choose(row, '删除');
      await operator.dialog('删除').getByText(`删除“${name}”，不能恢复`).waitFor();
      expect(await entry(name), 'nothing is done before it is confirmed').to.not.equal(undefined);
      await operator.confirm('删除');
      await operator.rowOf(row).waitFor({ state: 'detached' });
      expect(await entry(name)).to.equal(undefined);
    }
    await menuOf(operator).getByText('常用', { exact: true }).waitFor({ state: 'detached' });
    for (const one of [own, page]) expect(await life.audited(one?.menuKey ?? '')).to.deep.equal(['menu.added', 'menu.removed']);
    await operator.leave();
    await other.leave();
  });
});
