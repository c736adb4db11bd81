import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { Life } from '../integration/payments/life.js';
import type { ConsoleClient } from '../support/console-client.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues, staleWords } from './console/colleagues.js';
import { offeredNow } from './console/offered.js';
import { OperatorPage } from './console/operator-page.js';

const ownWords = '须由另一名操作员核对后启用';
/** An account that nobody uses yet, at Alipay as well. */
const fresh = { id: 'CM-NEW', no: '2088350400000009', appId: '2026350400000009', name: '三元区财政局支付宝商户' } as const;

/** What operators do on the page of the accounts at payment channels: what one of them has entered counts when another has looked at it. */
describe('accounts at payment channels on their page', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  let desk: ConsoleLife;
  let colleagues: Colleagues;
  let demo: ConsoleClient;
  let operator: OperatorPage;
  let alipayKey = '';

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    desk = await ConsoleLife.in(life.city);
    const appPublicKeyPem = await life.city.resources.signer.publicKeyPem('alipay.CM-ALIPAY-1');
    alipayKey = String((await life.sim('alipay', 'POST', 'apps', { appId: fresh.appId, sellerId: fresh.no, appPublicKeyPem }))['alipayPublicKeyPem']);
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

  const accounts = () => life.city.resources.unitOfWork.read(({ directory }) => directory.channelMerchants.all());
  const account = async (id: string) => (await accounts()).find(({ channelMerchantId }) => channelMerchantId === id);
  const lastDeeds = async (objectNo: string, count: number) => (await life.audited(objectNo)).slice(-count);
  const offered = () => offeredNow(life);

  it('add an account: whatever is wrong is said at its field, and nothing is stored before all is right (1.1.4.1.1-b)', async () => {
    const heading = '新增渠道商户';
    await operator.openList('channel-merchants');
    await operator.button('新增').click();
    expect(await operator.wanted(heading)).to.deep.equal(['平台内标识', '支付渠道', '渠道商户名称', '渠道商户编号', '环境', '签名密钥名称']);
    await operator.pick(heading, '支付渠道', '银联');
    await operator.dialog(heading).getByLabel('根证书').waitFor();
    expect(await operator.dialog(heading).getByLabel('支付宝公钥').count()).to.equal(0);
    await operator.look('account-new');
    await operator.pick(heading, '支付渠道', '支付宝');
    await operator.confirm('新增', heading);
    for (const label of ['平台内标识', '渠道商户名称', '渠道商户应用标识', '签名密钥名称', '支付宝公钥']) await operator.faultAt(heading, label, `请填写${label}`);
    await operator.faultAt(heading, '环境', '请选择环境');

    await operator.pick(heading, '环境', '模拟');
    await operator.fill(heading, {
      平台内标识: 'CM-UNIONPAY-1', 渠道商户名称: '三明市财政局支付宝商户', 渠道商户编号: '2088350400000001', 渠道商户应用标识: fresh.appId, 签名密钥名称: 'alipay.CM-ALIPAY-1', 网关地址: `${life.city.alipayUrl}/nowhere`, 支付宝公钥: alipayKey,
    });
    for (const [label, words, right] of [['渠道商户编号', '此渠道已有这个渠道商户编号', fresh.no], ['渠道商户名称', '渠道商户名称已被使用', fresh.name], ['平台内标识', '平台内标识已被使用', fresh.id]] as const) {
      await operator.confirm('新增', heading);
      await operator.faultAt(heading, label, words);
      expect(await accounts(), label).to.have.length(3);
      await operator.fill(heading, { [label]: right });
    }
    await operator.confirm('新增', heading);
    await operator.told('渠道商户已新增，须由另一名操作员核对后启用');
    await operator.shows(fresh.id, '启用状态', '停用');
    expect(await account(fresh.id)).to.include({ payChannel: 'alipay', channelMerchantNo: fresh.no, channelMerchantName: fresh.name, channelAppId: fresh.appId, environment: 'simulator', enabled: false });
    expect(await life.audited(fresh.id)).to.deep.equal(['channel-merchant.added']);
  });

  it('change an account whose keys are never shown and whose number stays, and try its connection (1.1.4.1.1-c)', async () => {
    const heading = '修改渠道商户';
    const form = operator.dialog(heading);
    const before = await account('CM-ALIPAY-1');
    await operator.choose('CM-ALIPAY-1', '修改');
    await form.getByText('密钥库中已有此名称的密钥').waitFor();
    await form.getByText(/已登记 SM3 [0-9a-f]{32}；不填则不变/).waitFor();
    expect(await form.getByLabel('支付宝公钥').inputValue()).to.equal('');
    const present = { 渠道商户名称: before?.channelMerchantName, 渠道商户应用标识: before?.channelAppId, 签名密钥名称: before?.keyName, 网关地址: before?.settings['gatewayUrl'], 备注: '' };
    for (const [label, text] of Object.entries(present)) expect(await form.getByLabel(label, { exact: true }).inputValue(), label).to.equal(text);
    await form.getByText('2088350400000001', { exact: true }).waitFor();
    expect(await form.getByRole('textbox', { name: /渠道商户编号|平台内标识/ }).count()).to.equal(0);
    await operator.look('account-form');
    await operator.fill(heading, { 签名密钥名称: 'nobody', 备注: '市本级' });
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '签名密钥名称', '密钥库中没有这个名称的签名密钥');
    await operator.fill(heading, { 签名密钥名称: 'alipay.CM-ALIPAY-1', 渠道商户名称: fresh.name });
    await operator.confirm('修改', heading);
    await operator.faultAt(heading, '渠道商户名称', '渠道商户名称已被使用');
    expect(await account('CM-ALIPAY-1')).to.deep.equal(before);
    await operator.fill(heading, { 渠道商户名称: before?.channelMerchantName ?? '' });
    await operator.confirm('修改', heading);
    await operator.told('渠道商户已修改');
    await operator.shows('CM-ALIPAY-1', '备注', '市本级');
    expect(await account('CM-ALIPAY-1')).to.deep.equal({ ...before, remark: '市本级', version: (before?.version ?? 0) + 1 });
    expect(await lastDeeds('CM-ALIPAY-1', 1)).to.deep.equal(['channel-merchant.edited']);

    await operator.choose('CM-ALIPAY-1', '测试连接');
    await operator.confirm('测试连接');
    await operator.dialog('连接正常').getByText('渠道已应答').waitFor();
    await operator.look('account-tried');
    await operator.page.keyboard.press('Escape');
    await operator.choose(fresh.id, '测试连接');
    await operator.confirm('测试连接');
    await operator.dialog('连接不正常').getByText('没有得到可信的应答').waitFor();
    await operator.page.keyboard.press('Escape');
  });

  it('switch an account on only when another has looked at what one has entered: the cashier offers it again at once (1.1.4.1.1-e)', async () => {
    await operator.openList('channel-merchants');
    await operator.refused(fresh.id, '启用', ownWords);
    const heading = '修改渠道商户';
    await operator.choose('CM-ALIPAY-1', '修改');
    await operator.fill(heading, { 网关地址: `${life.city.alipayUrl.replace('127.0.0.1', 'localhost')}/gateway.do` });
    await operator.confirm('修改', heading);
    await operator.told(/^渠道商户已修改，现为停用/);
    await operator.shows('CM-ALIPAY-1', '启用状态', '停用');
    expect(await offered()).to.deep.equal(['unionpay']);
    await operator.refused('CM-ALIPAY-1', '启用', ownWords);
    expect([(await account('CM-ALIPAY-1'))?.enabled, (await account(fresh.id))?.enabled, await offered()]).to.deep.equal([false, false, ['unionpay']]);
    expect(await life.audited('CM-ALIPAY-1')).to.not.include('channel-merchant.enabled');

    const other = await OperatorPage.of(browser, desk, colleagues.second);
    await other.openList('channel-merchants');
    await other.choose('CM-ALIPAY-1', '修改');
    await other.dialog(heading).getByText('待另一名操作员核对后启用').waitFor();
    await other.dialog(heading).getByText(/已登记 SM3 [0-9a-f]{32}/).waitFor();
    await other.giveUp(heading);
    await other.choose('CM-ALIPAY-1', '启用');
    await other.dialog('启用').getByText('请先核对指纹和地址').waitFor();
    await other.confirm('启用');
    await other.told('渠道商户已启用');
    await other.shows('CM-ALIPAY-1', '启用状态', '启用');
    expect(await offered()).to.deep.equal(['alipay', 'unionpay']);
    expect(await lastDeeds('CM-ALIPAY-1', 3)).to.deep.equal(['channel-merchant.edited', 'channel-merchant.enabled-refused', 'channel-merchant.enabled']);
    await other.leave();
  });

  it('switch an account off, which the cashier stops offering at once, and not one that somebody else has switched meanwhile (1.1.4.1.1-f)', async () => {
    const which = { channelMerchantId: 'CM-ALIPAY-1' };
    await operator.openList('channel-merchants');
    await operator.choose('CM-ALIPAY-1', '停用');
    await operator.dialog('停用').getByText('收银台当即不再使用渠道商户“三明市财政局支付宝商户”').waitFor();
    await operator.look('account-off');
    await operator.confirm('停用');
    await operator.told('渠道商户已停用');
    await operator.shows('CM-ALIPAY-1', '启用状态', '停用');
    expect(await offered()).to.deep.equal(['unionpay']);
    await colleagues.act('/channel-merchants/enable', which);
    await operator.refused('CM-ALIPAY-1', '启用', staleWords);
    await operator.shows('CM-ALIPAY-1', '启用状态', '启用');
    await colleagues.act('/channel-merchants/disable', which);
    await operator.refused('CM-ALIPAY-1', '停用', staleWords);
    await operator.shows('CM-ALIPAY-1', '启用状态', '停用');
    expect(await lastDeeds('CM-ALIPAY-1', 3)).to.deep.equal(['channel-merchant.disabled', 'channel-merchant.enabled', 'channel-merchant.disabled']);
    await operator.deed('CM-ALIPAY-1', '启用', '渠道商户已启用');
    await operator.shows('CM-ALIPAY-1', '启用状态', '启用');
    expect(await offered()).to.deep.equal(['alipay', 'unionpay']);
  });

  it('delete an account that nobody uses, and none that payees use (1.1.4.1.1-d)', async () => {
    await operator.refused('CM-ALIPAY-1', '删除', '有收款单位使用此渠道商户，不能删除');
    await operator.choose(fresh.id, '删除');
    await operator.dialog('删除').getByText(`删除渠道商户“${fresh.name}”`).waitFor();
    expect(await account(fresh.id), 'nothing is done before it is confirmed').to.not.equal(undefined);
    await operator.confirm('删除');
    await operator.told('渠道商户已删除');
    await operator.rowOf(fresh.id).waitFor({ state: 'detached' });
    expect((await accounts()).map(({ channelMerchantId }) => channelMerchantId)).to.deep.equal(['CM-ALIPAY-1', 'CM-UNIONPAY-1', 'CM-UNIONPAY-2']);
    expect(await lastDeeds(fresh.id, 1)).to.deep.equal(['channel-merchant.removed']);
    await operator.look('channel-merchants');
    await operator.leave();
  });
});
