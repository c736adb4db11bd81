import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { CashierView } from '../../application/payments/cashier-view.js';
import { fen } from '../../domain/kernel/money.js';
import { aPaidView, aView, goodToken, noon, openFakeCashier, type FakeCashier } from '../unit/cashier/fake-cashier.js';
import { browserIsHere, faintTexts, openBrowser, openPage, pc, phone } from './cashier-browser.js';

const large = fen(99_999_999_999n);
const screens: Readonly<Record<string, CashierView>> = {
  payable: aView({ orderAmount: fen(14_000), bizDiscountAmount: fen(2000) }), failed: aView({ page: 'failed', stateMsg: '银行卡余额不足' }),
  asking: aView({ page: 'asking', stateMsg: '处理中' }), paid: aPaidView(), expired: aView({ page: 'expired', stateMsg: '支付超时', channels: [], mayStart: false }),
  late: aView({ mayStart: false }), none: aView({ channels: [] }),
  long: aView({ orderAmount: large, chargedAmount: large, orderTitle: '土地出让金'.repeat(25), payeeName: '登记中心'.repeat(15), bizOrderNo: 'B'.repeat(128) }),
};
const devices: Readonly<Record<string, BrowserContextOptions>> = { pc, phone };

describe('cashier in a browser: what the payer sees', function suite() {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let fake: FakeCashier;
  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    browser = await openBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => { fake = await openFakeCashier({ demo: true }); });
  afterEach(async () => { for (const context of browser?.contexts() ?? []) await context.close(); await fake.close(); });

  for (const [device, options] of Object.entries(devices)) {
    for (const big of [false, true]) {
      it(`fits the ${device} in ${big ? '大字版' : 'normal type'}, with enough contrast (pictures in the temp folder)`, async () => {
        const { page, complaints } = await openPage(browser, options);
        const folder = mkdtempSync(join(tmpdir(), 'cashier-screens-'));
        for (const [name, view] of Object.entries(screens)) {
          fake.view = view;
          await page.goto(`${fake.address}/pay/${goodToken}?big=${big ? '1' : '0'}`);
          await page.screenshot({ path: join(folder, `${name}-${device}${big ? '-big' : ''}.png`), fullPage: true });
          const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
          expect(overflow, `${name} is too wide`).to.be.at.most(0);
          const contrast = await page.evaluate<{ faint: string[]; seen: number }>(faintTexts);
          expect(contrast.faint, name).to.deep.equal([]);
          expect(contrast.seen).to.be.greaterThan(5);
        }
        expect(complaints).to.deep.equal([]);
      });
    }
  }

  it('shows amount, both channels and the button on a phone without scrolling', async () => {
    const { page } = await openPage(browser, phone);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    for (const part of ['.amount', 'label[for=way-alipay]', 'label[for=way-unionpay]', '#go']) {
      const box = await page.locator(part).boundingBox();
      expect((box?.y ?? 1000) + (box?.height ?? 0), part).to.be.at.most(667);
      expect(part === '.amount' ? 44 : box?.height, part).to.be.at.least(44);
    }
  });

  it('is used by keyboard alone, with a visible focus', async () => {
    const { page } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    const seen: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate("(function(){var e=document.activeElement,s=e.type==='radio'?e.nextElementSibling:e;return (e.id||e.textContent)+' '+getComputedStyle(s).outlineStyle})()"));
    }
    expect(seen).to.deep.equal(['大字版 solid', 'way-alipay solid', 'go solid', '停止支付 solid']);
    await page.focus('#way-alipay');
    await page.keyboard.press('ArrowDown');
    expect(await page.isChecked('#way-unionpay')).to.equal(true);
  });

  it('names every control and announces changes of state', async () => {
    const { page } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    const radio = page.getByRole('radio', { name: /支付宝/ });
    expect(await radio.isChecked()).to.equal(true);
    expect(await page.getByRole('group', { name: '选择支付方式' }).count()).to.equal(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).to.equal(1);
    expect(await page.getByRole('img', { name: '手机支付二维码' }).count()).to.equal(1);
    expect(await page.locator('#live').getAttribute('aria-live')).to.equal('polite');
  });

  it('turns to the result by itself when the channel has answered', async () => {
    fake.view = aView({ page: 'asking', payChannel: 'alipay' });
    const { page, complaints } = await openPage(browser, pc);
    await page.goto(`${fake.address}/pay/${goodToken}?view=pc`);
    fake.view = aPaidView();
    await page.waitForSelector('h1:has-text("支付成功")', { timeout: 6000 });
    expect(page.url()).to.equal(`${fake.address}/pay/${goodToken}?view=pc`);
    expect(complaints).to.deep.equal([]);
  });

  it('turns to the result without script too', async () => {
    fake.view = aView({ page: 'asking', payChannel: 'alipay' });
    const { page } = await openPage(browser, { ...phone, javaScriptEnabled: false });
    await page.goto(`${fake.address}/pay/${goodToken}`);
    fake.view = aPaidView();
    await page.waitForSelector('h1:has-text("支付成功")', { timeout: 9000 });
  });

  it('counts down and fetches the page again when the time is over', async () => {
    fake.view = aView({ expiresAt: noon + 2500 });
    const { page } = await openPage(browser, phone);
    await page.goto(`${fake.address}/pay/${goodToken}`);
    expect(await page.locator('#left').textContent()).to.match(/^剩余 00:0[12]$/);
    fake.view = aView({ page: 'expired', stateMsg: '支付超时' });
    await page.waitForSelector('h1:has-text("支付超时")', { timeout: 8000 });
  });

  it('shows no empty countdown without script, and keeps 大字版 over the way to the channel', async () => {
    const { page } = await openPage(browser, { ...phone, javaScriptEnabled: false });
    await page.goto(`${fake.address}/pay/${goodToken}`);
    expect(await page.locator('#left').isVisible()).to.equal(false);
    await page.click('text=大字版');
    await page.goto(`${fake.address}/pay/${goodToken}/back`);
    expect(await page.locator('html.big').count()).to.equal(1);
    await page.click('text=标准字号');
    expect(await page.locator('html.big').count()).to.equal(0);
  });
});
