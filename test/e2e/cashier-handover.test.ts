import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ok, refuse } from '../../domain/kernel/result.js';
import { aPaidView, aView, goodToken, openFakeCashier, type FakeCashier } from '../unit/cashier/fake-cashier.js';
import { browserIsHere, openBrowser, openPage, pc, phone, playChannel, type ArrivedForm } from './cashier-browser.js';

/** Values that a page with careless escaping changes on their way, and a signature with them (alipay.md 5.1). */
const nasty: Readonly<Record<string, string>> = {
  biz_content: '{"subject":"a &quot; b &amp; c &amp;quot; <i>\'x\'</i>","body":"缴费 + 100% ＆ 😀"}', entity: '&#39;&lt;&notin;&copy=1&lang', markup: '"><script>alert(1)</script><input value="',
  spaces: '  two  and\ttab ', plus: 'a+b=c&d=e;f', empty: '', quotes: '"\'`', submit: 'a field named like a method', '_x[0]"<': 'odd name',
};

describe('cashier in a browser: the way to the channel', function suite() {
  this.timeout(30_000);
  let browser: Browser | undefined;
  let fake: FakeCashier;
  const arrived: ArrivedForm[] = [];
  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    browser = await openBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    arrived.length = 0;
    fake = await openFakeCashier({}, playChannel(arrived));
    fake.answer = ok({ attemptNo: 'A1', handover: { action: `${fake.address}/channel?charset=utf-8&sign=a%2Bb`, fields: nasty } });
  });
  afterEach(async () => { for (const context of browser?.contexts() ?? []) await context.close(); await fake.close(); });

  it('carries every value to the channel unchanged, by itself, and complains of nothing', async () => {
    const { page, complaints, asked } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    await page.click('label[for=way-unionpay]');
    await page.click('#go');
    await page.waitForURL('**/channel?charset=utf-8&sign=a%2Bb');
    expect(arrived.map((form) => Object.fromEntries(form.fields))).to.deep.equal([nasty]);
    expect(fake.started.map((request) => [request.payChannel, request.terminal])).to.deep.equal([['unionpay', 'pc']]);
    expect(complaints).to.deep.equal([]);
    expect(asked.filter((url) => !url.startsWith(fake.address) && !url.startsWith('data:'))).to.deep.equal([]);
  });

  it('does the same by the visible button without script', async () => {
    const { page } = await openPage(browser, { ...phone, javaScriptEnabled: false });
    await page.goto(`${fake.address}/pay/${goodToken}`);
    await page.click('#go');
    expect(arrived).to.deep.equal([]);
    await page.click('text=前往支付宝付款');
    await page.waitForURL('**/channel?**');
    expect(Object.fromEntries(arrived[0]?.fields ?? [])).to.deep.equal(nasty);
    expect(fake.started.map((request) => request.terminal)).to.deep.equal(['h5']);
  });

  it('tells another site nothing of the token', async () => {
    const elsewhere = await openFakeCashier({}, playChannel(arrived));
    await fake.close();
    fake = await openFakeCashier({ channelOrigins: [elsewhere.address] });
    fake.answer = ok({ attemptNo: 'A1', handover: { action: `${elsewhere.address}/channel`, fields: { a: '1' } } });
    const { page } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    await page.click('#go');
    await page.waitForURL('**/channel');
    expect(arrived.map((form) => form.referer)).to.deep.equal([undefined]);
    await elsewhere.close();
  });

  it('brings the payer who presses "back" at the channel to the order, not into the hand-over again', async () => {
    const { page } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    await page.click('#go');
    await page.waitForURL('**/channel?**');
    fake.view = aView({ page: 'asking', payChannel: 'alipay' });
    await page.goBack();
    await page.waitForSelector('text=正在确认支付结果');
    expect(arrived).to.have.length(1);
    expect(fake.started).to.have.length(1);
  });

  it('starts once however often the payer clicks', async () => {
    const { page } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    await page.evaluate("for (var i = 0; i < 5; i++) document.getElementById('go').click()");
    await page.waitForURL('**/channel?**');
    expect(fake.started).to.have.length(1);
  });

  it('shows why nothing was started, and the browser runs nothing from the order\'s texts', async () => {
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    fake.view = aPaidView({ orderTitle: attack, payeeName: attack, backUrl: 'javascript:document.title=3' });
    const { page, complaints } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    expect(await page.locator('dd').allTextContents()).to.include(attack);
    expect(await page.title()).to.equal('支付成功 - 非税收入收缴公共平台收银台');
    expect(await page.locator('main img').count()).to.equal(0);
    expect(await page.locator('main a').count(), 'no way from here but 我的钱在哪').to.equal(1);
    expect(await page.locator('main a').getAttribute('href')).to.equal('/where');
    expect(complaints).to.deep.equal([]);
    fake.view = aView();
    await page.reload();
    fake.answer = refuse('still-asking');
    await page.click('#go');
    expect(await page.locator('[role=alert]').textContent()).to.contain('上一笔支付的结果尚未确认');
  });
});
