import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { Life, refusalOf } from '../integration/payments/life.js';
import type { ConsoleClient } from '../support/console-client.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues, staleWords } from './console/colleagues.js';
import { OperatorPage } from './console/operator-page.js';

/** What an operator does on the pages of regions and industries, and what becomes of the payees there. */
describe('regions and industries on their pages', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  let desk: ConsoleLife;
  let colleagues: Colleagues;
  let demo: ConsoleClient;
  let operator: OperatorPage;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    desk = await ConsoleLife.in(life.city);
    colleagues = await Colleagues.arrive(desk);
    demo = await desk.person('demo');
    operator = await OperatorPage.of(browser, desk, demo);
  });
  // However slow the machine, no page asks anew who is there.
  beforeEach(async () => {
    await colleagues.prove(demo);
    await operator.holds(demo);
  });
  after(async () => {
    await browser?.close();
    await life?.close();
  });

  const region = (regionCode: string) => life.city.resources.unitOfWork.read(({ directory }) => directory.regions.one({ regionCode }));
  const industry = (industryCode: string) => life.city.resources.unitOfWork.read(({ directory }) => directory.industries.one({ industryCode }));
  const counted = () => life.city.resources.unitOfWork.read(async ({ directory }) => [(await directory.regions.all()).length, (await directory.industries.all()).length]);
  const industryOf = async (merchantNo: string) => (await life.city.resources.directory.payee(merchantNo))?.industryCode;
  /** A new order; a hall takes it for one of those in it. */
  const place = (merchantNo: string) => life.place({ merchantNo, ...(merchantNo === 'M35040000004' && { subMerchantOrder: [{ subMerchantNo: 'S350404001', bizSubOrderNo: life.number('S'), orderAmount: '8000' }] }) });
  const refusedCode = async (merchantNo: string) => (await refusalOf(place(merchantNo))).code;

  /** Off and on: new orders of the payee are taken accordingly at once, and whoever looks at what was is told so. */
  async function switched(which: Readonly<Record<string, string>>, { list, kind, name, merchantNo }: { readonly list: 'regions' | 'industries'; readonly kind: '区域' | '行业'; readonly name: string; readonly merchantNo: string }): Promise<void> {
    const [no = ''] = Object.values(which);
    await place(merchantNo);
    await operator.choose(no, '停用');
    await operator.dialog('停用').getByText(`${kind}“${name}”`).waitFor();
    await operator.dialog('停用').getByText('当即不再接收新订单').waitFor();
    await operator.fill('停用', { 操作备注: '按财政局通知' });
    await operator.page.keyboard.press('Enter');
    await operator.told(`${kind}已停用`);
    await operator.shows(no, '启用状态', '停用');
    expect(await refusedCode(merchantNo)).to.equal('40302');
    await colleagues.act(`/${list}/enable`, which);
    await operator.refused(no, '启用', staleWords);
    await operator.shows(no, '启用状态', '启用');
    await place(merchantNo);
    await colleagues.act(`/${list}/disable`, which);
    await operator.refused(no, '停用', staleWords);
    await operator.shows(no, '启用状态', '停用');
    await operator.choose(no, '启用');
    await operator.dialog('启用').getByText('当即可以接收新订单').waitFor();
    expect(await refusedCode(merchantNo), 'nothing is done before it is confirmed').to.equal('40302');
    await operator.confirm('启用');
    await operator.told(`${kind}已启用`);
    await operator.shows(no, '启用状态', '启用');
    await place(merchantNo);
    expect((await life.rows('audit_entry', { object_no: no })).map((row) => row['description']).filter((words) => String(words).includes('备注'))).to.deep.equal([`停用${kind} ${name}；备注：按财政局通知`]);
    expect((await life.audited(no)).slice(-4).map((action) => action.split('.')[1])).to.deep.equal(['disabled', 'enabled', 'disabled', 'enabled']);
  }

  it('add a region under another: whatever is wrong is said at its field (1.1.6.1.2-b)', async () => {
    const heading = '新增区域';
    await operator.openList('regions');
    await operator.button('新增').click();
    expect(await operator.wanted(heading)).to.deep.equal(['区域编码', '区域名称']);
    await operator.confirm('新增', heading);
    for (const label of ['区域编码', '区域名称']) await operator.faultAt(heading, label, `请填写${label}`);
    await operator.fill(heading, { 区域编码: '3504', 区域名称: '三元区' });
    await operator.pick(heading, '上级区域', '三明市（350400）');
    for (const [label, words, right] of [['区域编码', '区域编码须为 6 至 12 位数字', '350404'], ['区域名称', '区域名称已被使用', '永安市'], ['区域编码', '区域编码已被使用', '350405']] as const) {
      await operator.confirm('新增', heading);
      await operator.faultAt(heading, label, words);
      if (right === '350405') await operator.look('region-form');
      await operator.fill(heading, { [label]: right });
    }
    expect(await counted()).to.deep.equal([2, 6]);
    await operator.confirm('新增', heading);
    await operator.told('区域已新增');
    await operator.shows('350405', '上级区域', '三明市');
    expect(await region('350405')).to.include({ regionName: '永安市', parentRegionCode: '350400', enabled: true });
    expect(await life.audited('350405')).to.deep.equal(['region.added']);
  });

  it('change a region and not its code, and read all that is known of it (1.1.6.1.2-c and -e)', async () => {
    const heading = '修改区域';
    const form = operator.dialog(heading);
    await operator.choose('350400', '修改');
    await operator.pick(heading, '上级区域', '永安市（350405）');
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '上级区域', '上级区域不能是本区域或其下级');
    expect((await region('350400'))?.parentRegionCode).to.equal(undefined);
    await operator.giveUp(heading);

    await operator.choose('350405', '修改');
    expect([await form.getByLabel('区域名称').inputValue(), await form.getByLabel('备注').inputValue(), await form.getByRole('radio', { name: '三明市（350400）' }).isChecked()]).to.deep.equal(['永安市', '', true]);
    await form.getByText('350405', { exact: true }).waitFor();
    expect(await form.getByRole('textbox', { name: '区域编码' }).count()).to.equal(0);
    await operator.fill(heading, { 区域名称: '三元区', 备注: '县级市' });
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '区域名称', '区域名称已被使用');
    await operator.fill(heading, { 区域名称: '永安市' });
    await operator.confirm('修改', heading);
    await operator.told('区域已修改');
    await operator.shows('350405', '备注', '县级市');
    expect(await life.audited('350405')).to.deep.equal(['region.added', 'region.edited']);
    expect(await operator.details('350405')).to.include({ 区域编码: '350405', 区域名称: '永安市', 上级区域: '三明市', 区域管理员: '–', 启用状态: '启用', 备注: '县级市' });
  });

  it('name the one administrator of a region, who sees what is in it and nothing else (1.1.6.1.2-i)', async () => {
    const heading = '指定区域管理员';
    const scope = { kind: 'region', regionCode: '350404' };
    await operator.choose('350405', '指定管理员');
    await operator.dialog(heading).getByText('还没有账号的数据范围是本区域').waitFor();
    await operator.look('region-admin');
    await operator.confirm('指定管理员', heading);
    await operator.faultAt(heading, '区域管理员', '请选择区域管理员');
    await operator.giveUp(heading);
    const [first, next] = [await colleagues.made('yuan', '袁区管', scope), await colleagues.made('jiang', '江区管', scope)];
    for (const name of ['袁区管', '江区管']) {
      await operator.choose('350404', '指定管理员');
      await operator.pick(heading, '区域管理员', name === '袁区管' ? '袁区管（yuan）' : '江区管（jiang）');
      await operator.confirm('指定管理员', heading);
      await operator.told('区域管理员已指定');
      await operator.shows('350404', '区域管理员', name);
    }
    expect(await operator.details('350404')).to.include({ 区域编码: '350404', 区域名称: '三元区', 上级区域: '三明市', 区域管理员: '江区管' });
    expect([(await region('350404'))?.adminOperatorNo, (await life.audited('350404')).slice(-2)]).to.deep.equal([next.operatorNo, ['region.admin-named', 'region.admin-named']]);
    // The region would be without one.
    expect((await colleagues.bySysadmin('/grants/ask', { operatorNo: next.operatorNo, roleCodes: [], scope: { kind: 'all' }, remark: '' })).body).to.include({ code: 'REFUSED', field: 'scope' });

    await operator.choose('350404', '指定管理员');
    await operator.pick(heading, '区域管理员', '袁区管（yuan）');
    expect((await colleagues.bySysadmin('/operators/disable', { operatorNo: first.operatorNo })).status).to.equal(200);
    await operator.confirm('指定管理员', heading);
    await operator.faultAt(heading, '区域管理员', '没有这个操作员，或已停用');
    await operator.giveUp(heading);
    expect((await region('350404'))?.adminOperatorNo).to.equal(next.operatorNo);

    const limited = await OperatorPage.of(browser, desk, await desk.person('jiang', next.activationCode));
    await limited.openList('payees');
    await limited.rowOf('三元区政务服务大厅').waitFor();
    expect(await limited.rowOf('M3504').count()).to.equal(1);
    await limited.leave();
  });

  it('switch a region off and on (1.1.6.1.2-f and -g)', async () => switched({ regionCode: '350404' }, { list: 'regions', kind: '区域', name: '三元区', merchantNo: 'M35040000004' }));

  it('delete a region that nothing is in, and none that is in use (1.1.6.1.2-d)', async () => {
    await operator.refused('350404', '删除', '有收款单位属于此区域，不能删除');
    await operator.refused('350400', '删除', '有下级区域，不能删除');
    expect(await counted()).to.deep.equal([3, 6]);
    await operator.choose('350405', '删除');
    await operator.dialog('删除').getByText('删除区域“永安市”').waitFor();
    await operator.look('region-delete');
    expect(await region('350405'), 'nothing is done before it is confirmed').to.not.equal(undefined);
    await operator.confirm('删除');
    await operator.told('区域已删除');
    await operator.rowOf('350405').waitFor({ state: 'detached' });
    expect([await region('350405'), (await life.audited('350405')).at(-1), await counted()]).to.deep.equal([undefined, 'region.removed', [2, 6]]);
    await operator.look('regions');
  });

  it('add an industry: whatever is wrong is said at its field (1.1.6.1.3-b)', async () => {
    const heading = '新增行业';
    await operator.openList('industries');
    await operator.button('新增').click();
    expect(await operator.wanted(heading)).to.deep.equal(['行业编码', '行业名称']);
    await operator.confirm('新增', heading);
    for (const label of ['行业编码', '行业名称']) await operator.faultAt(heading, label, `请填写${label}`);
    await operator.fill(heading, { 行业编码: 'W', 行业名称: '教育' });
    for (const [label, words, right] of [['行业编码', '行业编码须为 2 至 32 位字母、数字、下划线或短横线', 'EDU'], ['行业名称', '行业名称已被使用', '水务'], ['行业编码', '行业编码已被使用', 'WATER']] as const) {
      await operator.confirm('新增', heading);
      await operator.faultAt(heading, label, words);
      await operator.fill(heading, { [label]: right });
    }
    expect(await counted()).to.deep.equal([2, 6]);
    await operator.confirm('新增', heading);
    await operator.told('行业已新增');
    await operator.shows('WATER', '行业名称', '水务');
    expect(await industry('WATER')).to.include({ industryName: '水务', enabled: true });
    expect(await life.audited('WATER')).to.deep.equal(['industry.added']);
  });

  it('change an industry and not its code, and read all that is known of it (1.1.6.1.3-c and -e)', async () => {
    const heading = '修改行业';
    const form = operator.dialog(heading);
    await operator.choose('WATER', '修改');
    expect([await form.getByLabel('行业名称').inputValue(), await form.getByLabel('备注').inputValue()]).to.deep.equal(['水务', '']);
    await form.getByText('WATER', { exact: true }).waitFor();
    expect(await form.getByRole('textbox', { name: '行业编码' }).count()).to.equal(0);
    await operator.fill(heading, { 行业名称: '交通', 备注: '供水、排水' });
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '行业名称', '行业名称已被使用');
    expect(await industry('WATER')).to.include({ industryName: '水务', remark: '' });
    await operator.fill(heading, { 行业名称: '水利水务' });
    await operator.confirm('修改', heading);
    await operator.told('行业已修改');
    await operator.shows('WATER', '行业名称', '水利水务');
    expect(await operator.details('WATER')).to.include({ 行业编码: 'WATER', 行业名称: '水利水务', 启用状态: '启用', 备注: '供水、排水' });
    expect(await life.audited('WATER')).to.deep.equal(['industry.added', 'industry.edited']);
  });

  it('give a payee its one industry, which another takes the place of (1.1.6.1.3-i)', async () => {
    const [heading, merchantNo] = ['修改收款单位', 'M35040000002'];
    await operator.openList('payees');
    await operator.choose(merchantNo, '修改');
    expect(await operator.wanted(heading)).to.include('所属行业');
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '所属行业', '请选择所属行业');
    expect(await industryOf(merchantNo)).to.equal(undefined);
    await operator.pick(heading, '所属行业', '教育（EDU）');
    await operator.pick(heading, '所属行业', '医疗卫生（HEALTH）');
    await operator.confirm('修改', heading);
    await operator.told('收款单位已修改');
    await operator.shows(merchantNo, '所属行业', '医疗卫生');
    expect(await industryOf(merchantNo)).to.equal('HEALTH');
  });

  it('switch an industry off and on (1.1.6.1.3-f and -g)', async () => {
    await operator.openList('industries');
    await switched({ industryCode: 'HEALTH' }, { list: 'industries', kind: '行业', name: '医疗卫生', merchantNo: 'M35040000002' });
  });

  it('delete an industry that no payee is of, and none that one is of (1.1.6.1.3-d)', async () => {
    await operator.refused('HEALTH', '删除', '有收款单位属于此行业，不能删除');
    expect(await counted()).to.deep.equal([2, 7]);
    await operator.choose('WATER', '删除');
    await operator.dialog('删除').getByText('删除行业“水利水务”').waitFor();
    expect(await industry('WATER'), 'nothing is done before it is confirmed').to.not.equal(undefined);
    await operator.confirm('删除');
    await operator.told('行业已删除');
    await operator.rowOf('WATER').waitFor({ state: 'detached' });
    expect([await industry('WATER'), (await life.audited('WATER')).at(-1), await counted()]).to.deep.equal([undefined, 'industry.removed', [2, 6]]);
    await operator.look('industries');
    await operator.leave();
  });
});
