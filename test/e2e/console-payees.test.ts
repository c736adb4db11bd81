import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { browserIsHere, faintTexts, openBrowser, openPage, pc } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';

/** What an operator does on the pages of payees, their channels and institutions. */
describe('payees at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let people: Arriving;
  let page: Page;
  const complaints: string[] = [];
  const pictures = mkdtempSync(join(tmpdir(), 'console-payees-'));

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    const made = { enabled: true, remark: '', createdAt: life.city.now(), version: 1 };
    await life.city.resources.unitOfWork.run(async ({ directory }) => {
      await directory.regions.add({ regionCode: '350402', regionName: '三元区', parentRegionCode: undefined, adminOperatorNo: undefined, ...made });
      await directory.industries.add({ industryCode: 'ARCHIVE', industryName: '档案', ...made });
    });
    people = new Arriving(life);
    const watched = await openPage(browser, pc);
    page = watched.page;
    page.setDefaultTimeout(15_000);
    page.on('close', () => complaints.push(...watched.complaints));
    await people.arrive(page, 'demo', life.codes.get('demo') ?? '', password);
  });
  afterEach(async function pictureOfFailure() { if (this.currentTest?.state === 'failed') await page.screenshot({ path: join(pictures, 'failed.png') }); });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const rowOf = (words: string) => page.getByRole('row').filter({ hasText: words });
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
  const look = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
    const disabled = await page.locator(':disabled').allTextContents();
    const { faint } = await page.evaluate<{ faint: string[] }>(faintTexts);
    expect(faint.filter((line) => !line.endsWith(' 1.00') && !disabled.some((words) => words !== '' && line.startsWith(words))), name).to.deep.equal([]);
  };
  const open = async (list: string): Promise<void> => {
    await page.goto(`${life.baseUrl}/console/lists/${list}`);
    await page.getByText(/^共 [0-9]+ 条$/).waitFor();
  };
  const inMore = async (words: string, action: string): Promise<void> => {
    const shown = rowOf(words).getByRole('button', { name: action, exact: true });
    if (await shown.count() > 0) { await shown.click(); return; }
    await rowOf(words).getByRole('button', { name: /更多/ }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  };
  const confirm = (title: string, heading = title): Promise<void> => dialog(heading).getByRole('button', { name: title, exact: true }).click();
  const told = (words: string): Promise<void> => page.getByText(words, { exact: true }).first().waitFor();
  const pick = async (heading: string, label: string, option: string): Promise<void> => {
    // Up to five are seen at once, more are looked for in a list.
    if (await dialog(heading).getByRole('radio', { name: option }).count() > 0) { await dialog(heading).getByRole('radio', { name: option }).check(); return; }
    const field = dialog(heading).getByRole('combobox', { name: label });
    await field.click();
    await field.fill(option);
    await page.getByTitle(option, { exact: true }).last().click();
  };

  it('are added with their region and industry, and refused at the field', async () => {
    await open('payees');
    await button('新增').click();
    await confirm('新增', '新增收款单位');
    await dialog('新增收款单位').getByText('请填写收款单位编号').waitFor();
    await dialog('新增收款单位').getByLabel('收款单位编号').fill('M35040000001');
    await dialog('新增收款单位').getByLabel('收款单位名称').fill('市档案馆');
    await pick('新增收款单位', '所属区域', '三元区（350402）');
    await pick('新增收款单位', '所属行业', '档案（ARCHIVE）');
    await dialog('新增收款单位').getByLabel('支付后台通知地址').fill('http://169.254.169.254/latest');
    await dialog('新增收款单位').getByLabel('超过此金额的退款须审核').fill('十元');
    await confirm('新增', '新增收款单位');
    await dialog('新增收款单位').getByText('请填写金额，单位元，最多两位小数').waitFor();
    await look('add');
    await dialog('新增收款单位').getByLabel('超过此金额的退款须审核').fill('5,000.5');
    await confirm('新增', '新增收款单位');
    await dialog('新增收款单位').getByText('地址的来源（协议、域名、端口）须先由').waitFor();
    await dialog('新增收款单位').getByLabel('支付后台通知地址').fill(`${life.city.businessUrl}/callbacks`);
    await confirm('新增', '新增收款单位');
    await dialog('新增收款单位').getByText('收款单位编号已被使用').waitFor();
    await dialog('新增收款单位').getByLabel('收款单位编号').fill('M-ARCHIVE');
    await button('添加子商户').click();
    await dialog('新增收款单位').getByLabel('子商户号 1').fill('S1');
    await dialog('新增收款单位').getByLabel('子商户名称 1').fill('查档窗口');
    await button('添加子商户').click();
    await look('add-rows');
    await confirm('新增', '新增收款单位');
    await told('收款单位已新增');
    await rowOf('M-ARCHIVE').getByText('三元区').waitFor();
    expect((await life.city.resources.directory.payee('M-ARCHIVE'))).to.include({ refundReviewAbove: 500_050n, industryCode: 'ARCHIVE' });
    expect((await life.city.resources.directory.payee('M-ARCHIVE'))?.subMerchants).to.deep.equal([{ subMerchantNo: 'S1', subMerchantName: '查档窗口', enabled: true }]);
    await look('payees');
  });

  it('are linked to a channel', async () => {
    await open('payee-channels');
    await button('新增').click();
    await dialog('新增收款单位渠道商户').getByLabel('备注').waitFor();
    await pick('新增收款单位渠道商户', '收款单位', '市档案馆（M-ARCHIVE）');
    await pick('新增收款单位渠道商户', '渠道商户', '支付宝 · 三明市财政局支付宝商户（CM-ALIPAY-1）');
    await look('link');
    await confirm('新增', '新增收款单位渠道商户');
    await told('已关联');
    await rowOf('市档案馆').getByText('PC网关支付、H5支付、条码付').waitFor();
    await look('links');
  });

  it('are changed from what stands there, and a form that is too old is told so', async () => {
    await open('payees');
    await inMore('M-ARCHIVE', '修改');
    expect(await dialog('修改收款单位').getByLabel('收款单位名称').inputValue()).to.equal('市档案馆');
    expect(await dialog('修改收款单位').getByLabel('超过此金额的退款须审核').inputValue()).to.equal('5,000.50');
    expect(await dialog('修改收款单位').getByLabel('子商户号 1').isDisabled()).to.equal(true);
    await dialog('修改收款单位').getByLabel('子商户名称 1').fill('查档大厅');
    await dialog('修改收款单位').getByRole('switch', { name: '启用 1' }).click();
    await dialog('修改收款单位').getByLabel('备注').fill('一楼');
    await look('edit');
    const payee = await life.city.resources.unitOfWork.run(async ({ directory }) => directory.payees.one({ merchantNo: 'M-ARCHIVE' }));
    if (payee === undefined) throw new Error('no payee');
    await life.city.resources.unitOfWork.run(async ({ directory }) => directory.payees.put({ ...payee, remark: '别人改的' }));
    await confirm('修改', '修改收款单位');
    await dialog('修改收款单位').getByText('收款单位已被他人修改，请关闭后重新打开，核对后再改').waitFor();
    await dialog('修改收款单位').getByRole('button', { name: '取消' }).click();
    await button('刷新').click();
    await rowOf('M-ARCHIVE').getByText('别人改的').waitFor();
    await inMore('M-ARCHIVE', '修改');
    await dialog('修改收款单位').getByLabel('备注').fill('一楼');
    await dialog('修改收款单位').getByRole('switch', { name: '启用 1' }).click();
    await confirm('修改', '修改收款单位');
    await told('收款单位已修改');
    const after = await life.city.resources.directory.payee('M-ARCHIVE');
    expect([after?.remark, after?.subMerchants, after?.refundReviewAbove]).to.deep.equal(['一楼', [{ subMerchantNo: 'S1', subMerchantName: '查档窗口', enabled: false }], 500_050n]);
  });

  it('are switched off after the second factor was shown anew, and not deleted while they are linked', async () => {
    life.city.advance(6 * 60_000);
    await inMore('M-ARCHIVE', '停用');
    await dialog('停用').getByText('当即不能再下新订单').waitFor();
    await confirm('停用');
    await dialog('再次验证身份').getByLabel('动态口令').fill(people.code('demo'));
    await page.keyboard.press('Enter');
    await told('收款单位已停用');
    expect((await life.city.resources.directory.payee('M-ARCHIVE'))?.enabled).to.equal(false);
    await inMore('M-ARCHIVE', '删除');
    await confirm('删除');
    await dialog('删除').getByText('收款单位还有关联的渠道商户，请先删除关联').waitFor();
    await look('delete');
    await dialog('删除').getByRole('button', { name: '取消' }).click();
  });

  it('belong to an institution, whose administrator’s code is shown once', async () => {
    await open('institutions');
    await button('新增').click();
    await dialog('新增收款机构').getByLabel('机构编号').fill('I350402');
    await dialog('新增收款机构').getByLabel('机构名称').fill('三元区收费中心');
    await dialog('新增收款机构').getByLabel('机构管理员账号').fill('sanyuan.admin');
    await dialog('新增收款机构').getByLabel('联系人', { exact: true }).fill('林晓宇');
    await dialog('新增收款机构').getByLabel('联系人手机').fill('13800138000');
    await look('institution');
    await confirm('新增', '新增收款机构');
    await dialog('收款机构已新增').waitFor();
    await look('code');
    await dialog('收款机构已新增').getByRole('button', { name: '已记下，关闭' }).click();
    await inMore('I350402', '关联收款单位');
    await pick('关联收款单位', '收款单位', '市档案馆（M-ARCHIVE）');
    // The list of choices stays open before the buttons.
    await dialog('关联收款单位').getByText('选择属于 三元区收费中心').click();
    await look('payees-of-one');
    await confirm('关联收款单位');
    await told('已关联');
    expect((await life.city.resources.directory.payee('M-ARCHIVE'))?.institutionNo).to.equal('I350402');
    await look('institutions');
    expect(await page.getByText('13800138000').count()).to.equal(0);
    await page.close();
    expect(complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);
  });
});
