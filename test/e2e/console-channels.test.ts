import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { Life } from '../integration/payments/life.js';
import type { ConsoleClient } from '../support/console-client.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues, staleWords } from './console/colleagues.js';
import { offeredNow } from './console/offered.js';
import { OperatorPage } from './console/operator-page.js';

/** What an operator does on the page of payment channels, and what the cashier makes of it. */
describe('payment channels on their page', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  let colleagues: Colleagues;
  let demo: ConsoleClient;
  let operator: OperatorPage;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    const desk = await ConsoleLife.in(life.city);
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

  const channel = (channelNo: string) => life.city.resources.unitOfWork.read(({ directory }) => directory.channels.one({ channelNo }));
  const lastDeeds = async (objectNo: string, count: number) => (await life.audited(objectNo)).slice(-count);
  const offered = (more?: Parameters<Life['place']>[0]) => offeredNow(life, more);

  it('set how a channel pays and reconciles (1.1.4.1.2-f)', async () => {
    const heading = '支付/对账属性设置';
    const form = operator.dialog(heading);
    const before = await channel('UNIONPAY');
    await operator.openList('channels');
    await operator.choose('UNIONPAY', '支付/对账属性');
    expect(await operator.wanted(heading)).to.deep.equal(['支付属性', '支付方式', '对账属性', '账单来源', '账单获取时间']);
    expect(await form.getByLabel('账单获取时间').inputValue()).to.equal('09:05');
    await operator.fill(heading, { 账单获取时间: '03:00' });
    await operator.look('channel-form');
    await operator.confirm('支付/对账属性', heading);
    await operator.faultAt(heading, '账单获取时间', '账单获取时间须为 09:05 至 20:00，如 09:30');
    for (const _method of before?.payMethods ?? []) await form.getByRole('combobox', { name: '支付方式' }).press('Backspace');
    await operator.confirm('支付/对账属性', heading);
    await operator.faultAt(heading, '支付方式', '请选择支付方式');
    expect(await channel('UNIONPAY')).to.deep.equal(before);
    await operator.pick(heading, '支付属性', '停用');
    await operator.pick(heading, '账单来源', '人工上传');
    await operator.fill(heading, { 账单获取时间: '10:30' });
    await operator.confirm('支付/对账属性', heading);
    await operator.told('支付与对账属性已设置');
    await operator.shows('UNIONPAY', '支付属性', '停用');
    await operator.shows('UNIONPAY', '对账属性', '启用（人工上传账单）');
    expect(await channel('UNIONPAY')).to.include({ payEnabled: false, reconcileEnabled: true, billSource: 'upload', billTime: '10:30' });
    expect(await offered()).to.deep.equal(['alipay']);
    for (const [methods, offers] of [['H5支付、条码付', ['alipay']], ['PC网关支付、H5支付、条码付', ['alipay', 'unionpay']]] as const) {
      await operator.choose('UNIONPAY', '支付/对账属性');
      await operator.pick(heading, '支付属性', '启用');
      // Takes it out, and in again.
      await operator.pick(heading, '支付方式', 'PC网关支付');
      await operator.pick(heading, '账单来源', '平台获取');
      await operator.confirm('支付/对账属性', heading);
      await operator.shows('UNIONPAY', '支付属性', `启用（${methods}）`);
      await operator.shows('UNIONPAY', '对账属性', '启用（次日 10:30 起获取账单）');
      expect(await offered(), methods).to.deep.equal(offers);
    }
    expect(await life.audited('UNIONPAY')).to.deep.equal(['channel.added', ...Array<string>(3).fill('channel.pay-reconcile-set')]);
  });

  it('set whether a channel splits: a combined order is not offered one that does not (1.1.4.1.2-g)', async () => {
    const heading = '分账属性设置';
    const combined = () => offered({
      merchantNo: 'M35040000004', orderAmount: '300', subMerchantOrder: [{ subMerchantNo: 'S350404001', bizSubOrderNo: life.number('S'), orderAmount: '100' }, { subMerchantNo: 'S350404002', bizSubOrderNo: life.number('S'), orderAmount: '200' }],
    });
    expect(await combined()).to.deep.equal(['alipay', 'unionpay']);
    await colleagues.act('/channels/edit', { channelNo: 'UNIONPAY' }, { channelName: '银联', remark: '收单' });
    await operator.choose('UNIONPAY', '分账属性');
    await operator.pick(heading, '分账属性', '停用');
    await operator.confirm('分账属性', heading);
    await operator.dialog(heading).getByRole('alert').getByText(staleWords).waitFor();
    expect(await channel('UNIONPAY')).to.include({ splitEnabled: true });
    await operator.giveUp(heading);
    await operator.button('刷新').click();
    await operator.shows('UNIONPAY', '备注', '收单');
    await operator.choose('UNIONPAY', '分账属性');
    await operator.pick(heading, '分账属性', '停用');
    await operator.confirm('分账属性', heading);
    await operator.told('分账属性已设置');
    await operator.shows('UNIONPAY', '分账属性', '停用');
    expect([await combined(), await offered()]).to.deep.equal([['alipay'], ['alipay', 'unionpay']]);
    expect(await lastDeeds('UNIONPAY', 1)).to.deep.equal(['channel.split-set']);
  });

  it('change the name of a channel and not its number (1.1.4.1.2-c), and switch it off and on', async () => {
    const heading = '修改支付渠道';
    const form = operator.dialog(heading);
    await operator.choose('UNIONPAY', '修改');
    expect([await form.getByLabel('渠道名称').inputValue(), await form.getByLabel('备注').inputValue()]).to.deep.equal(['银联', '收单']);
    await form.getByText('UNIONPAY', { exact: true }).waitFor();
    expect(await form.getByRole('textbox', { name: '渠道编号' }).count()).to.equal(0);
    await operator.fill(heading, { 渠道名称: '支付宝' });
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '渠道名称', '渠道名称已被使用');
    expect(await channel('UNIONPAY')).to.include({ channelName: '银联' });
    await operator.fill(heading, { 渠道名称: '中国银联' });
    await operator.confirm('修改', heading);
    await operator.told('支付渠道已修改');
    await operator.shows('UNIONPAY', '渠道名称', '中国银联');
    expect(await lastDeeds('UNIONPAY', 1)).to.deep.equal(['channel.edited']);

    await operator.deed('UNIONPAY', '停用', '支付渠道已停用');
    await operator.shows('UNIONPAY', '启用状态', '停用');
    expect(await offered()).to.deep.equal(['alipay']);
    await colleagues.act('/channels/enable', { channelNo: 'UNIONPAY' });
    await operator.refused('UNIONPAY', '启用', staleWords);
    await operator.shows('UNIONPAY', '启用状态', '启用');
    expect(await offered()).to.deep.equal(['alipay', 'unionpay']);
    await colleagues.act('/channels/disable', { channelNo: 'UNIONPAY' });
    await operator.refused('UNIONPAY', '停用', staleWords);
    await operator.shows('UNIONPAY', '启用状态', '停用');
    await operator.deed('UNIONPAY', '启用', '支付渠道已启用');
    await operator.shows('UNIONPAY', '启用状态', '启用');
    expect(await lastDeeds('UNIONPAY', 4)).to.deep.equal(['channel.disabled', 'channel.enabled', 'channel.disabled', 'channel.enabled']);
    await operator.look('channels');
  });

  it('delete a channel that no account is at, and none that has some (1.1.4.1.2-d)', async () => {
    const before = await channel('UNIONPAY');
    await operator.refused('UNIONPAY', '删除', '有渠道商户属于此渠道，不能删除');
    expect(await channel('UNIONPAY')).to.deep.equal(before).and.not.equal(undefined);
    await life.city.resources.unitOfWork.run(async ({ directory: { payeeChannels, channelMerchants } }) => {
      for (const link of await payeeChannels.where({ payChannel: 'unionpay' })) await payeeChannels.remove(link);
      for (const one of await channelMerchants.where({ payChannel: 'unionpay' })) await channelMerchants.remove(one);
    });
    await operator.choose('UNIONPAY', '删除');
    await operator.dialog('删除').getByText('删除支付渠道“中国银联”').waitFor();
    expect(await channel('UNIONPAY'), 'nothing is done before it is confirmed').to.not.equal(undefined);
    await operator.confirm('删除');
    await operator.told('支付渠道已删除');
    await operator.rowOf('UNIONPAY').waitFor({ state: 'detached' });
    expect(await channel('UNIONPAY')).to.equal(undefined);
    expect((await life.audited('UNIONPAY')).filter((action) => action === 'channel.removed')).to.have.length(1);
  });

  it('add a channel with one of the installed adapters, which has no other: whatever is wrong is said at its field (1.1.4.1.2-b)', async () => {
    const heading = '新增支付渠道';
    await operator.button('新增').click();
    expect(await operator.wanted(heading)).to.deep.equal(['渠道编号', '渠道名称', '接入程序', '支付属性', '支付方式', '对账属性', '账单来源', '账单获取时间', '分账属性']);
    await operator.confirm('新增', heading);
    for (const [label, words] of [['渠道编号', '请填写渠道编号'], ['渠道名称', '请填写渠道名称'], ['接入程序', '请选择接入程序']] as const) await operator.faultAt(heading, label, words);
    await operator.pick(heading, '接入程序', '支付宝');
    await operator.fill(heading, { 渠道编号: 'ALIPAY', 渠道名称: '支付宝' });
    await operator.confirm('新增', heading);
    await operator.faultAt(heading, '渠道名称', '渠道名称已被使用');
    await operator.fill(heading, { 渠道名称: '银联' });
    await operator.confirm('新增', heading);
    await operator.faultAt(heading, '接入程序', '此接入程序已有支付渠道');
    await operator.look('channel-new');
    await operator.pick(heading, '接入程序', '银联');
    await operator.confirm('新增', heading);
    await operator.faultAt(heading, '渠道编号', '渠道编号已被使用');
    expect(await life.audited('ALIPAY')).to.deep.equal(['channel.added']);
    await operator.fill(heading, { 渠道编号: 'CUP', 账单获取时间: '11:00' });
    await operator.confirm('新增', heading);
    await operator.told('支付渠道已新增');
    await operator.shows('CUP', '渠道名称', '银联');
    expect(await channel('CUP')).to.include({ payChannel: 'unionpay', payEnabled: true, reconcileEnabled: true, billSource: 'download', billTime: '11:00', splitEnabled: true, enabled: true });
    expect(await life.audited('CUP')).to.deep.equal(['channel.added']);
    await operator.leave();
  });
});
