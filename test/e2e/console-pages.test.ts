import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { browserIsHere, faintTexts, openBrowser, openPage, pc, type Watched } from './cashier-browser.js';
import { takePicture } from './pictures.js';
import { openFakeConsole, otpAddress, theAccount, type FakeConsole } from './console/fake-console.js';
import { qrReads } from './qr-reader.js';

describe('the console in a browser', function suite() {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let fake: FakeConsole;
  let watched: Watched;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    browser = await openBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    fake = await openFakeConsole();
    watched = await openPage(browser, pc);
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    await fake.close();
    // Refusals are answers; the browser mentions each. Anything else that it says is a fault of the pages, as is a question to another place.
    expect(watched.complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);
    expect(fake.faults).to.deep.equal([]);
    const origin = new URL(fake.address).origin;
    expect(watched.asked.filter((address) => !address.startsWith(origin) && !/^(data|blob):/.test(address))).to.deep.equal([]);
    expect(watched.asked.join()).to.not.include(theAccount.password);
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const look = async (page: Page, name: string): Promise<void> => {
    await takePicture(page, name);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
    const disabled = await page.locator(':disabled').allTextContents();
    const { faint } = await page.evaluate<{ faint: string[] }>(faintTexts);
    expect(faint.filter((line) => !disabled.some((words) => words !== '' && line.startsWith(words))), name).to.deep.equal([]);
  };
  const typePassword = async (page: Page, password: string): Promise<void> => {
    await page.getByLabel('账号').fill(theAccount.account);
    await page.getByLabel('口令', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  };
  const openInside = async (path = ''): Promise<Page> => {
    fake.isInside = true;
    await watched.page.goto(`${fake.address}${path}`);
    return watched.page;
  };
  const holding = (page: Page, rules: number): Promise<void> => page.getByText(/个字符|至少三种|倒写/).filter({ has: page.getByLabel('已满足') }).nth(rules - 1).waitFor();
  const asked = (part: string): readonly string[] => fake.asked.filter((line) => line.includes(part));

  it('lets somebody in by keyboard alone: password, picture after a failure, second factor, home', async () => {
    const { page } = watched;
    await page.goto(`${fake.address}lists/repeat-orders?handleState=1`);
    await page.getByLabel('账号').waitFor();
    await look(page, 'sign-in');
    await page.keyboard.type(theAccount.account);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Wrong-2026-Word');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '账号、口令或验证码不正确' }).waitFor();
    await page.getByRole('img', { name: '图形验证码图片' }).waitFor();
    await page.getByLabel('口令', { exact: true }).and(page.locator(':focus')).waitFor();
    await look(page, 'sign-in-picture');
    await page.keyboard.type(theAccount.password);
    await page.getByRole('textbox', { name: '图形验证码' }).fill('7K4P');
    await page.keyboard.press('Enter');
    await page.getByLabel('动态口令').waitFor();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '动态口令或 UKey 验证不通过' }).waitFor();
    await page.getByLabel('动态口令').fill(theAccount.code);
    await page.keyboard.press('Enter');
    // Back where they wanted to be.
    await page.getByText('共 15 条').waitFor();
    expect(fake.passwords).to.deep.equal(['Wrong-2026-Word', theAccount.password]);
    await page.getByRole('link', { name: '三明市非税收入收缴公共平台' }).click();
    await page.getByText('常用功能').waitFor();
    await page.getByText('口令还有 6 天到期').waitFor();
    await look(page, 'home');
  });

  it('binds an authenticator by a picture drawn in the page, and has a password changed that must be', async () => {
    const { page } = watched;
    fake.next = ['enrol', 'change-password', 'home'];
    await page.goto(fake.address);
    await typePassword(page, theAccount.password);
    const qr = page.getByRole('img', { name: '动态口令二维码' });
    await qr.waitFor();
    expect(qrReads(await qr.innerHTML(), otpAddress)).to.equal(true);
    await page.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP').waitFor();
    await look(page, 'enrolment');
    await page.getByLabel('动态口令', { exact: true }).fill(theAccount.code);
    await page.keyboard.press('Enter');
    await page.getByLabel('当前口令').fill(theAccount.password);
    await page.getByLabel('新口令', { exact: true }).fill('Nanshan');
    await holding(page, 1);
    await page.getByLabel('再次输入新口令').fill('Nanshan-2027');
    await button(page, '更换口令').click();
    await page.getByText('新口令还不符合下面的要求').waitFor();
    await page.getByText('两次输入的新口令不一致').waitFor();
    await look(page, 'forced-change');
    await page.getByLabel('新口令', { exact: true }).fill('Nanshan-2027-Qing');
    await holding(page, 3);
    await page.getByLabel('再次输入新口令').fill('Nanshan-2027-Qing');
    await button(page, '更换口令').click();
    await page.getByText('常用功能').waitFor();
    expect(fake.passwords).to.deep.equal([theAccount.password, theAccount.password, 'Nanshan-2027-Qing']);
  });

  it('activates an account by a one-time code, and takes the signature of a UKey', async () => {
    const { page } = watched;
    fake.next = ['ukey', 'home'];
    await page.goto(fake.address);
    await button(page, '用激活码激活账号').click();
    await page.getByRole('textbox', { name: '账号' }).fill('lihua');
    await page.getByLabel('激活码').fill('Ab3_kq-90Zx');
    await page.getByLabel('新口令', { exact: true }).fill('Nanshan-2027-Qing');
    await page.getByLabel('再次输入新口令').fill('Nanshan-2027-Qing');
    await button(page, '激活账号').click();
    await page.getByText(/^sign-in\|zhangmin\|/).waitFor();
    await page.getByLabel('签名', { exact: true }).fill('AB'.repeat(64));
    await look(page, 'ukey');
    await button(page, '提交签名').click();
    await page.getByText('常用功能').waitFor();
  });

  it('shows the rows before they are counted, and where they cannot be counted; they are counted anew on demand, not by turning the page', async () => {
    fake.totalsFail = true;
    const page = await openInside('desk/abnormal-orders');
    await page.getByText('bizOrderNo-001').waitFor();
    await page.getByText('条数和合计没有统计出来').waitFor();
    expect(await page.getByRole('row').filter({ hasText: '合计' }).count()).to.equal(0);
    await look(page, 'not-counted');
    await button(page, '下一页').click();
    await page.getByText('bizOrderNo-021').waitFor();
    await page.getByText('第 2 页', { exact: true }).waitFor();
    expect(asked('/totals')).to.have.length(1);
    fake.totalsFail = false;
    await button(page, '再统计').click();
    await page.getByText('第 2 / 3 页').waitFor();
    expect(await page.getByRole('row').filter({ hasText: '合计' }).textContent()).to.include('55,555,555.05');
    fake.totalsFail = true;
    await page.getByLabel('处理状态').click();
    await page.getByTitle('已处理').last().click();
    await button(page, '查询').click();
    await page.getByText('条数和合计没有统计出来').waitFor();
    expect(await page.getByText('共 45 条').count(), 'what was counted for another question').to.equal(0);
  });

  it('keeps filters and pages in the address, so that reloading and going back find them', async () => {
    const page = await openInside();
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '异常订单' }).first().click();
    await page.getByText('共 45 条').waitFor();
    expect(page.url()).to.equal(`${fake.address}desk/abnormal-orders`);
    await page.getByText('-80.00').waitFor();
    expect(await page.getByRole('row').filter({ hasText: '合计' }).textContent()).to.include('55,555,555.05');
    await look(page, 'list');
    await button(page, '下一页').click();
    await page.getByText('第 2 / 3 页').waitFor();
    await button(page, '下一页').click();
    await page.getByText('第 3 / 3 页').waitFor();
    await page.getByText('bizOrderNo-041').waitFor();
    expect(await button(page, '下一页').isDisabled()).to.equal(true);
    await button(page, '上一页').click();
    await page.getByText('bizOrderNo-021').waitFor();
    await page.reload();
    await page.getByText('第 2 / 3 页').waitFor();
    await page.getByText('bizOrderNo-021').waitFor();
    await page.getByLabel('处理状态').click();
    await page.getByTitle('已处理').last().click();
    await page.getByLabel('商户订单号').fill(' BDC1 ');
    await page.keyboard.press('Enter');
    await page.getByText('共 15 条').waitFor();
    expect(new URL(page.url()).search).to.equal('?bizOrderNo=BDC1&handleState=2');
    await page.getByRole('columnheader', { name: '订单时间' }).click();
    await page.waitForURL(/sort=orderTime%3Aasc/);
    await page.reload();
    await page.getByText('共 15 条').waitFor();
    expect(await page.getByLabel('商户订单号').inputValue()).to.equal('BDC1');
    expect(await page.getByRole('columnheader', { name: '订单时间' }).getAttribute('aria-sort')).to.equal('ascending');
    expect(asked('/lists/abnormal-orders?').at(-1)).to.equal('GET /lists/abnormal-orders?bizOrderNo=BDC1&handleState=2&sort=orderTime%3Aasc&pageSize=20');
    await page.goBack();
    await page.goBack();
    await page.getByText('第 2 / 3 页').waitFor();
    expect(await page.getByLabel('商户订单号').inputValue()).to.equal('');
    expect(asked('/lists/abnormal-orders?').at(-1)).to.equal('GET /lists/abnormal-orders?sort=orderTime%3Adesc&pageSize=20&cursor=after-20');
    await page.getByLabel('每页条数').click();
    await page.getByTitle('50 条/页').click();
    await page.getByText('第 1 / 1 页').waitFor();
  });

  it('shows all of a row, hides columns for this browser, and says why there is nothing', async () => {
    const page = await openInside('lists/repeat-orders');
    await page.getByText('共 45 条').waitFor();
    await button(page, '详情').first().press('Enter');
    await page.getByRole('dialog').getByText('bizOrderNo-001').waitFor();
    expect(await page.getByRole('dialog').textContent()).to.not.include('attemptNo-001');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '列设置' }).click();
    await page.getByLabel('渠道订单号', { exact: true }).and(page.getByRole('checkbox')).uncheck();
    await page.goto(`${fake.address}lists/repeat-orders?bizOrderNo=NONE`);
    await page.getByText('没有符合条件的记录').waitFor();
    expect(await page.getByRole('columnheader', { name: '商户订单号' }).count()).to.equal(1);
    expect(await page.getByRole('columnheader', { name: '渠道订单号' }).count()).to.equal(0);
    await page.getByRole('link', { name: '系统参数' }).first().click();
    await page.getByText('系统参数尚未开放').waitFor();
    await page.getByRole('link', { name: '异常订单详情' }).first().click();
    await page.getByText('请先填写异常标识，再查询').waitFor();
    expect(asked('/lists/abnormal-order?')).to.deep.equal([]);
    await page.getByLabel('异常标识').fill('A1');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '订单进度' }).waitFor();
    await page.getByText('2026-11-23 13:01:01').waitFor();
    await look(page, 'record');
    await page.goto(`${fake.address}lists/nothing-like-it`);
    await page.getByRole('alert').filter({ hasText: '没有找到' }).waitFor();
  });

  it('exports what was asked for after a second proof, shows how far it is, and gives it up when somebody leaves', async () => {
    const page = await openInside('lists/repeat-orders?handleState=2');
    await page.getByText('共 15 条').waitFor();
    fake.wantsStepUp = true;
    fake.exportStates = [{ state: 'running', written: 7 }, { state: 'done', written: 15, fileNo: 'F1', fileName: '重缴订单-20261123.xlsx' }];
    await page.getByRole('button', { name: '导出 Excel' }).click();
    await page.getByText('此操作须再次验证身份').waitFor();
    await page.getByLabel('动态口令').fill(theAccount.code);
    await page.keyboard.press('Enter');
    const arrives = page.waitForEvent('download');
    await page.getByText('已写入 7 / 15 行').waitFor();
    const file = await arrives;
    expect(file.suggestedFilename()).to.equal('重缴订单-20261123.xlsx');
    expect(readFileSync(await file.path(), 'utf8')).to.equal('PK-played');
    await page.getByText('已导出 重缴订单-20261123.xlsx').waitFor();
    expect(asked('/exports/').every((line) => line.endsWith('(background)'))).to.equal(true);
    fake.exportStates = Array.from({ length: 50 }, () => ({ state: 'running' as const, written: 1 }));
    await page.getByRole('button', { name: '导出 Excel' }).click();
    await page.getByText('已写入 1 / 15 行').waitFor();
    await page.getByRole('link', { name: '短信记录' }).first().click();
    await page.getByText('共 45 条').waitFor();
    const looks = asked('/exports/').length;
    await page.waitForTimeout(1_300);
    expect(asked('/exports/').length).to.equal(looks);
  });

  it('asks whoever has a UKey for a signature before it goes on, and gives the work up with them', async () => {
    fake.me = { ...fake.me, factor: 'ukey' };
    const page = await openInside('lists/repeat-orders?handleState=2');
    await page.getByText('共 15 条').waitFor();
    fake.wantsStepUp = true;
    fake.exportStates = [{ state: 'done', written: 15, fileNo: 'F1', fileName: '重缴订单-20261123.xlsx' }];
    await page.getByRole('button', { name: '导出 Excel' }).click();
    await page.getByText(/^step-up\|zhangmin/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('导出失败：此操作须再次验证身份').waitFor();
    await page.getByRole('button', { name: '导出 Excel' }).click();
    await page.getByLabel('签名', { exact: true }).fill('ab'.repeat(64));
    await look(page, 'step-up-key');
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, '提交签名').click()]);
    expect(file.suggestedFilename()).to.equal('重缴订单-20261123.xlsx');
  });

  it('goes back to the gate with the reason when the session is over', async () => {
    const page = await openInside('lists/repeat-orders');
    await page.getByText('共 45 条').waitFor();
    fake.refusal = 'KICKED';
    await page.getByRole('button', { name: '刷新' }).click();
    await page.getByRole('alert').filter({ hasText: '账号已在别处登录' }).waitFor();
    fake.refusal = undefined;
    fake.next = ['home'];
    await typePassword(page, theAccount.password);
    await page.getByText('共 45 条').waitFor();
    await page.getByRole('button', { name: /张敏/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByText('您已退出登录').waitFor();
    expect(asked('/sign-out')).to.deep.equal(['POST /sign-out']);
  });

  it('warns who does nothing, lets them stay, and signs them out when nobody is there', async () => {
    await watched.page.clock.install();
    const page = await openInside();
    await page.getByText('常用功能').waitFor();
    await page.clock.fastForward('13:30');
    await page.getByRole('dialog', { name: '登录即将结束' }).waitFor();
    await look(page, 'idle');
    const before = asked('/me').length;
    await button(page, '继续使用').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(asked('/me').length).to.equal(before + 1);
    await page.clock.fastForward('15:05');
    await page.getByText('长时间未操作，登录已结束').waitFor();
    expect(asked('/sign-out')).to.deep.equal(['POST /sign-out (background)']);
  });

  it('is served without a map of its sources, and needs little before the gate is shown', () => {
    const built = 'dist/adapters/web/console';
    const first = [...readFileSync(`${built}/index.html`, 'utf8').matchAll(/"\/console\/(assets\/[^"]+)"/g)].map(([, file = '']) => `${built}/${file}`);
    const bytes = first.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    expect(first.length).to.be.greaterThan(2);
    expect(bytes).to.be.lessThan(240_000);
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('.map'))).to.deep.equal([]);
    for (const file of files.filter((name) => name.endsWith('.js'))) expect(readFileSync(`${built}/${file}`, 'utf8'), file).to.not.include('sourceMappingURL');
  });
});
