import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import type { Readers, Stores } from '../../application/ports/unit-of-work.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { orderData } from '../integration/gateway/outsider.js';
import type { City } from '../support/city.js';
import { totpStepMs, type ConsoleClient } from '../support/console-client.js';
import { choose } from '../support/payer.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { deedsOn } from './console/deeds.js';
import { OperatorPage } from './console/operator-page.js';
import { takePicture } from './pictures.js';

const there = <T>(found: T | undefined): T => found ?? expect.fail('it is not there');

/** What an operator does on the pages of payees and their channels, each once done and once refused. */
describe('payees and their channels at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let client: ConsoleClient;
  let demo: OperatorPage;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    const made = { enabled: true, remark: '', createdAt: life.city.now(), version: 1 };
    await write(async ({ directory }) => {
      await directory.regions.add({ regionCode: '350402', regionName: '三元区', parentRegionCode: undefined, adminOperatorNo: undefined, ...made });
      await directory.industries.add({ industryCode: 'ARCHIVE', industryName: '档案', ...made });
      await directory.institutions.add({ institutionNo: 'I350400', institutionName: '市收费管理中心', adminOperatorNo: '9'.repeat(26), contactName: '陈明', contactMobile: undefined, ...made });
    });
    client = await life.person('demo');
    demo = await OperatorPage.of(browser, life, client);
  });
  afterEach(async function pictureOfFailure() { if (this.currentTest?.state === 'failed') await takePicture(demo.page, 'failed'); });
  after(async () => {
    await browser?.close();
    await life?.close();
  });
  const read = <T>(work: (readers: Readers) => Promise<T>): Promise<T> => life.city.resources.unitOfWork.read(work);
  const write = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => life.city.resources.unitOfWork.run(work);
  const payee = async (merchantNo: string) => read(({ directory }) => directory.payees.one({ merchantNo }));
  const link = async (merchantNo: string, channelMerchantId: string) => read(({ directory }) => directory.payeeChannels.one({ merchantNo, channelMerchantId }));
  /** The code of an authenticator, of a step that was not used yet. */
  const code = (): string => { life.city.advance(totpStepMs); return client.code(life.city.now()); };

  it('are added with their region and industry; what is missing, wrong or taken is said at its field (1.1.4.1.3-b)', async () => {
    const form = '新增收款单位';
    await demo.openList('payees');
    await demo.button('新增').click();
    await demo.lacks('新增', form, ['收款单位编号', '收款单位名称', '所属区域', '所属行业']);
    await demo.dialog(form).getByLabel('收款单位编号').fill('M35040000001');
    await demo.dialog(form).getByLabel('收款单位名称').fill('三明市行政服务中心');
    await demo.pick(form, '所属区域', '三元区（350402）');
    await demo.pick(form, '所属行业', '档案（ARCHIVE）');
    await demo.dialog(form).getByLabel('支付后台通知地址').fill('http://169.254.169.254/latest');
    await demo.dialog(form).getByLabel('超过此金额的退款须审核').fill('十元');
    await demo.confirm('新增', form);
    await demo.faultAt(form, '超过此金额的退款须审核', '请填写金额，单位元，最多两位小数');
    await demo.look('payee-form');
    await demo.dialog(form).getByLabel('超过此金额的退款须审核').fill('5,000.5');
    await demo.confirm('新增', form);
    await demo.faultAt(form, '收款单位名称', '收款单位名称已被使用');
    await demo.dialog(form).getByLabel('收款单位名称').fill('市档案馆');
    await demo.confirm('新增', form);
    await demo.faultAt(form, '支付后台通知地址', '地址的来源（协议、域名、端口）须先由办理此收款单位业务的开发者登记');
    await demo.dialog(form).getByLabel('支付后台通知地址').fill(`${life.city.businessUrl}/callbacks`);
    await demo.confirm('新增', form);
    await demo.faultAt(form, '收款单位编号', '收款单位编号已被使用');
    expect((await read(({ directory }) => directory.payees.all())).map(({ payeeName }) => payeeName)).to.have.length(5).and.not.include('市档案馆');
    await demo.dialog(form).getByLabel('收款单位编号').fill('M-ARCHIVE');
    await demo.button('添加子商户').click();
    await demo.dialog(form).getByLabel('子商户号 1').fill('S1');
    await demo.dialog(form).getByLabel('子商户名称 1').fill('查档窗口');
    await demo.button('添加子商户').click();
    await demo.look('payee-form-rows');
    await demo.confirm('新增', form);
    await demo.told('收款单位已新增');
    for (const words of ['市档案馆', '三元区', '档案']) await demo.rowOf('M-ARCHIVE').getByText(words, { exact: true }).waitFor();
    expect(await payee('M-ARCHIVE')).to.include({ payeeName: '市档案馆', regionCode: '350402', industryCode: 'ARCHIVE', refundReviewAbove: 500_050n, enabled: true });
    expect((await payee('M-ARCHIVE'))?.subMerchants).to.deep.equal([{ subMerchantNo: 'S1', subMerchantName: '查档窗口', enabled: true }]);
    expect([await deedsOn(life, 'payee', 'M-ARCHIVE'), await deedsOn(life, 'payee', 'M35040000001')]).to.deep.equal([['payee.added'], []]);
    await demo.look('payees');
  });

  it('are linked to a channel once, and to no second account for the same payments (1.1.4.1.4-b)', async () => {
    const form = '新增收款单位渠道商户';
    const begin = async (): Promise<void> => { await demo.button('新增').click(); await demo.dialog(form).getByLabel('备注').waitFor(); };
    const unionpay = '银联 · 三明市财政局银联商户（CM-UNIONPAY-1）';
    await demo.openList('payee-channels');
    await begin();
    await demo.lacks('新增', form, ['收款单位', '渠道商户'], ['支付方式']);
    await demo.pick(form, '收款单位', '三明市行政服务中心（M35040000002）');
    await demo.pick(form, '渠道商户', '支付宝 · 三明市财政局支付宝商户（CM-ALIPAY-1）');
    await demo.confirm('新增', form);
    await demo.faultAt(form, '渠道商户', '收款单位已关联这个渠道商户');
    await demo.pick(form, '渠道商户', unionpay);
    await demo.confirm('新增', form);
    await demo.faultAt(form, '支付方式', '同一渠道的这种支付方式已由另一个启用中的渠道商户收款，请先停用那一个');
    await demo.look('link-refused');
    expect([await link('M35040000002', 'CM-UNIONPAY-1'), await deedsOn(life, 'payee-channel', 'M35040000002/CM-ALIPAY-1')]).to.deep.equal([undefined, []]);
    await demo.pick(form, '收款单位', '市档案馆（M-ARCHIVE）');
    await demo.pick(form, '渠道商户', '支付宝 · 三明市财政局支付宝商户（CM-ALIPAY-1）');
    await demo.dialog(form).getByLabel('备注').fill('查档收费');
    await demo.confirm('新增', form);
    await demo.told('已关联');
    await demo.rowOf('市档案馆').getByText('PC网关支付、H5支付、条码付').waitFor();
    expect(await link('M-ARCHIVE', 'CM-ALIPAY-1')).to.deep.include({ payChannel: 'alipay', payMethods: ['pc', 'h5', 'bar'], enabled: true });
    expect(await deedsOn(life, 'payee-channel', 'M-ARCHIVE/CM-ALIPAY-1')).to.deep.equal(['payee-channel.added']);
    await begin();
    await demo.pick(form, '收款单位', '三明市行政服务中心（M35040000002）');
    await demo.pick(form, '渠道商户', unionpay);
    await demo.dialog(form).getByRole('switch', { name: '启用' }).click();
    await demo.dialog(form).getByLabel('备注').fill('备用');
    await demo.confirm('新增', form);
    await demo.rowOf('备用').waitFor();
    await demo.look('links');
  });

  it('have links that are changed and switched on where no other takes the same payments (1.1.4.1.4-c)', async () => {
    const [form, spare, taken] = ['修改收款单位渠道商户', '备用', '同一渠道的这种支付方式已由另一个启用中的渠道商户收款，请先停用那一个'];
    const methods = async (): Promise<readonly string[] | undefined> => (await link('M35040000002', 'CM-UNIONPAY-1'))?.payMethods;
    const edit = async (row: string | RegExp, ...turned: readonly string[]): Promise<void> => { await demo.choose(row, '修改'); await demo.pickSome(form, '支付方式', ...turned); await demo.confirm('修改', form); };
    await demo.choose(spare, '启用');
    await demo.confirm('启用');
    await demo.faultAbove('启用', taken);
    await demo.giveUp('启用');
    await demo.choose(spare, '修改');
    for (const shown of ['M35040000002', 'CM-UNIONPAY-1', 'PC网关支付', 'H5支付', '条码付']) await demo.dialog(form).getByText(shown, { exact: true }).first().waitFor();
    expect(await demo.dialog(form).getByLabel('备注').inputValue()).to.equal('备用');
    expect(await demo.dialog(form).getByRole('textbox').count(), 'neither number can be typed').to.equal(1);
    await demo.look('link-form');
    await demo.giveUp(form);
    await edit(spare, '条码付');
    await demo.told('关联已修改');
    await demo.rowOf(spare).getByText('PC网关支付、H5支付', { exact: true }).waitFor();
    await edit(/M35040000002.*（国密）/, 'PC网关支付', 'H5支付');
    await demo.rowOf(/M35040000002.*（国密）/).getByText('条码付', { exact: true }).waitFor();
    await demo.deed(spare, '启用', '关联已启用');
    await edit(spare, '条码付');
    await demo.faultAt(form, '支付方式', taken);
    expect(await methods(), 'as it was').to.deep.equal(['pc', 'h5']);
    await demo.giveUp(form);
    await demo.deed(spare, '停用', '关联已停用');
    expect(await deedsOn(life, 'payee-channel', 'M35040000002/CM-UNIONPAY-1')).to.deep.equal(['payee-channel.added', 'payee-channel.edited', 'payee-channel.enabled', 'payee-channel.disabled']);
  });

  it('have links that are read in full, as they stand at that moment (1.1.4.1.4-e)', async () => {
    const drawer = demo.dialog('收款单位渠道商户详情');
    await demo.openList('payee-channels');
    await demo.choose('市档案馆', '详情');
    await drawer.getByText('查档收费').waitFor();
    const texts = async (part: 'label' | 'content'): Promise<readonly string[]> => (await drawer.locator(`.ant-descriptions-item-${part}`).allTextContents()).map((text) => text.trim());
    expect(await texts('label')).to.deep.equal(['收款单位编号', '收款单位名称', '支付渠道', '渠道商户名称', '支付方式', '启用状态', '创建时间', '备注']);
    const said = await texts('content');
    expect(said[6]).to.match(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
    expect(said.toSpliced(6, 1)).to.deep.equal(['M-ARCHIVE', '市档案馆', '支付宝', '三明市财政局支付宝商户', 'PC网关支付、H5支付、条码付', '启用', '查档收费']);
    await demo.look('link-detail');
    // What is done there is seen in the list behind it.
    await drawer.getByRole('button', { name: '停用', exact: true }).click();
    await demo.confirm('停用');
    await drawer.getByRole('button', { name: '启用', exact: true }).waitFor();
    await demo.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await demo.deed('市档案馆', '启用', '关联已启用');
    await write(async ({ directory }) => directory.payeeChannels.remove(there(await directory.payeeChannels.one({ merchantNo: 'M35040000003', channelMerchantId: 'CM-ALIPAY-1' }))));
    await demo.choose('M35040000003', '详情');
    await drawer.getByText('没有这条记录').waitFor();
  });

  it('are changed from what stands there, and a form that is too old is told so (1.1.4.1.3-c)', async () => {
    const form = '修改收款单位';
    await demo.openList('payees');
    await demo.choose('M-ARCHIVE', '修改');
    for (const shown of ['M-ARCHIVE', '档案（ARCHIVE）']) await demo.dialog(form).getByText(shown, { exact: true }).first().waitFor();
    expect(await demo.dialog(form).getByRole('textbox', { name: '收款单位编号' }).count(), 'the number stays').to.equal(0);
    expect(await demo.dialog(form).getByLabel('收款单位名称').inputValue()).to.equal('市档案馆');
    expect(await demo.dialog(form).getByRole('radio', { name: '三元区（350402）' }).isChecked()).to.equal(true);
    expect(await demo.dialog(form).getByLabel('超过此金额的退款须审核').inputValue()).to.equal('5,000.50');
    expect(await demo.dialog(form).getByLabel('支付后台通知地址').inputValue()).to.equal(`${life.city.businessUrl}/callbacks`);
    expect(await demo.dialog(form).getByLabel('子商户号 1').isDisabled()).to.equal(true);
    await demo.dialog(form).getByLabel('子商户名称 1').fill('查档大厅');
    await demo.dialog(form).getByRole('switch', { name: '启用 1' }).click();
    await demo.dialog(form).getByLabel('备注').fill('一楼');
    await demo.look('payee-edit');
    await write(async ({ directory }) => directory.payees.put({ ...there(await directory.payees.one({ merchantNo: 'M-ARCHIVE' })), remark: '别人改的' }));
    await demo.confirm('修改', form);
    await demo.faultAbove(form, '收款单位已被他人修改，请关闭后重新打开，核对后再改');
    expect((await payee('M-ARCHIVE'))?.subMerchants).to.deep.equal([{ subMerchantNo: 'S1', subMerchantName: '查档窗口', enabled: true }]);
    await demo.giveUp(form);
    // Read again by itself: whoever opens the form anew has seen it.
    await demo.rowOf('M-ARCHIVE').getByText('别人改的').waitFor();
    await demo.choose('M-ARCHIVE', '修改');
    await demo.dialog(form).getByLabel('备注').fill('一楼');
    await demo.dialog(form).getByRole('switch', { name: '启用 1' }).click();
    await demo.confirm('修改', form);
    await demo.told('收款单位已修改');
    await demo.rowOf('M-ARCHIVE').getByText('一楼').waitFor();
    const { remark, subMerchants, refundReviewAbove } = there(await payee('M-ARCHIVE'));
    expect([remark, subMerchants, refundReviewAbove]).to.deep.equal(['一楼', [{ subMerchantNo: 'S1', subMerchantName: '查档窗口', enabled: false }], 500_050n]);
    expect(await deedsOn(life, 'payee', 'M-ARCHIVE')).to.deep.equal(['payee.added', 'payee.edited']);
  });

  it('are switched off and on after the second factor was shown anew, as they were last seen', async () => {
    await write(async ({ directory }) => directory.payees.put({ ...there(await directory.payees.one({ merchantNo: 'M-ARCHIVE' })), remark: '二楼' }));
    life.city.advance(6 * 60_000);
    await demo.choose('M-ARCHIVE', '停用');
    await demo.dialog('停用').getByText('当即不能再下新订单').waitFor();
    await demo.confirm('停用');
    await demo.proveAnew(code());
    await demo.faultAbove('停用', '收款单位已被他人修改，请关闭后重新打开，核对后再改');
    expect((await payee('M-ARCHIVE'))?.enabled).to.equal(true);
    await demo.giveUp('停用');
    await demo.rowOf('M-ARCHIVE').getByText('二楼').waitFor();
    await demo.deed('M-ARCHIVE', '停用', '收款单位已停用');
    expect((await payee('M-ARCHIVE'))?.enabled).to.equal(false);
    await demo.deed('M-ARCHIVE', '启用', '收款单位已启用');
    expect((await payee('M-ARCHIVE'))?.enabled).to.equal(true);
  });

  it('go, as their links do, when nothing uses them any more and not before (1.1.4.1.3-d and 1.1.4.1.4-d)', async () => {
    const [payeeWords, linkWords] = ['有过订单的不能删除，只能停用', '有支付经过的不能删除，只能停用'];
    const stays = async (row: string | RegExp, told: string, why: string): Promise<void> => {
      await demo.choose(row, '删除');
      await demo.dialog('删除').getByText(told).waitFor();
      await demo.confirm('删除');
      await demo.faultAbove('删除', why);
      await demo.giveUp('删除');
    };
    const { cashierUrl } = await life.city.rsa2.createOrder(orderData(life.city) as Parameters<City['rsa2']['createOrder']>[0]);
    await choose(life.city, cashierUrl, 'alipay');
    await stays('M35040000001', payeeWords, '收款单位已有订单，不能删除，请停用');
    await stays('M-ARCHIVE', payeeWords, '收款单位还有关联的渠道商户，请先删除关联');
    await demo.look('payees-in-use');
    await demo.openList('payee-channels');
    await stays(/M35040000001.*支付宝/, linkWords, '已有支付经过这个关联：可能还有款项到账、退款须原路退回、对账单要等其账单，不能删除，请停用');
    expect([await link('M35040000001', 'CM-ALIPAY-1'), await payee('M35040000001')]).to.not.include(undefined);
    await demo.deed('市档案馆', '删除', '关联已删除');
    await demo.rowOf('市档案馆').waitFor({ state: 'detached' });
    await write(async ({ directory }) => directory.payees.put({ ...there(await directory.payees.one({ merchantNo: 'M-ARCHIVE' })), institutionNo: 'I350400' }));
    await demo.openList('payees');
    await stays('M-ARCHIVE', payeeWords, '收款单位属于收款机构，请先在收款机构管理中取消关联');
    await write(async ({ directory }) => directory.payees.put({ ...there(await directory.payees.one({ merchantNo: 'M-ARCHIVE' })), institutionNo: undefined, remark: '空置' }));
    await demo.button('刷新').click();
    await demo.rowOf('M-ARCHIVE').getByText('空置').waitFor();
    await demo.deed('M-ARCHIVE', '删除', '收款单位已删除');
    await demo.rowOf('M-ARCHIVE').waitFor({ state: 'detached' });
    expect([await link('M-ARCHIVE', 'CM-ALIPAY-1'), await payee('M-ARCHIVE')]).to.deep.equal([undefined, undefined]);
    expect([(await deedsOn(life, 'payee-channel', 'M-ARCHIVE/CM-ALIPAY-1')).at(-1), (await deedsOn(life, 'payee', 'M-ARCHIVE')).at(-1)]).to.deep.equal(['payee-channel.removed', 'payee.removed']);
    expect([await deedsOn(life, 'payee-channel', 'M35040000001/CM-ALIPAY-1'), await deedsOn(life, 'payee', 'M35040000001')]).to.deep.equal([[], []]);
    await demo.leave();
  });
});
