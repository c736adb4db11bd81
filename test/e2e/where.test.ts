import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { codesOf } from '../integration/where/visitor.js';
import { startCity } from '../support/city.js';
import { attemptNoOf, choose, openChannel, payAtChannel, wireTime } from '../support/payer.js';
import { aShownPayment, openFakeWhere, type FakeWhere } from '../unit/where/fake-where.js';
import { browserIsHere, faintTexts, openBrowser, openPage, pc, phone } from './cashier-browser.js';

const devices: Readonly<Record<string, BrowserContextOptions>> = { pc, phone };

describe('我的钱在哪 in a browser', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let fake: FakeWhere | undefined;
  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    browser = await openBrowser();
  });
  after(() => browser?.close());
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    await fake?.close();
    fake = undefined;
  });

  for (const [device, options] of Object.entries(devices)) {
    for (const big of [false, true]) {
      it(`fits the ${device} in ${big ? '大字版' : 'normal type'}, with enough contrast (pictures in the temp folder)`, async () => {
        const where = await openFakeWhere({ demo: true });
        fake = where;
        where.payments = [aShownPayment(), aShownPayment({ platformOrderNo: '20261123140000123001000018', orderTitle: '土地出让金'.repeat(25), bizOrderNo: 'B'.repeat(128), payeeName: '登记中心'.repeat(15) })];
        const { page, complaints } = await openPage(browser, options);
        const folder = mkdtempSync(join(tmpdir(), 'where-screens-'));
        const look = async (name: string): Promise<void> => {
          await page.screenshot({ path: join(folder, `${name}-${device}${big ? '-big' : ''}.png`), fullPage: true });
          expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
          const contrast = await page.evaluate<{ faint: string[]; seen: number }>(faintTexts);
          expect(contrast.faint, name).to.deep.equal([]);
          expect(contrast.seen).to.be.greaterThan(5);
        };
        await page.goto(`${where.address}/where?big=${big ? '1' : '0'}`);
        await look('ask');
        await page.getByLabel('订单号或缴款码').fill('BDC20261123000018');
        await page.getByLabel('手机号').fill('13800138000');
        await page.getByRole('button', { name: '获取验证码' }).click();
        await look('code');
        await page.getByLabel('验证码').fill('123456');
        await page.getByRole('button', { name: '查看' }).click();
        await look('choice');
        await page.goto(`${where.address}/where/order/2`);
        await look('long');
        await page.goto(`${where.address}/where/order/1`);
        await look('payment');
        await page.getByRole('button', { name: '结束查询' }).click();
        expect(page.url()).to.equal(`${where.address}/where`);
        await page.goto(`${where.address}/where/else`);
        await look('missing');
        expect(complaints.filter((line) => !line.includes('404'))).to.deep.equal([]);
      });
    }
  }

  it('is walked through on a phone without script, with the code from the phone, to the e-bill', async () => {
    const city = await startCity();
    try {
      const time = wireTime(city);
      const item = { itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' };
      const placed = await city.rsa2.createOrder({
        merchantNo: 'M35040000001', bizOrderNo: `W${time}`, orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费', payerName: '张三', payerMobile: '13800138000',
        nontaxInfo: { eBillWanted: '1', payerType: '1', items: [item] },
      });
      const handover = await choose(city, placed.cashierUrl, 'alipay', 'h5');
      await openChannel(handover);
      await payAtChannel(city, 'alipay', attemptNoOf(handover));
      await city.until('the e-bill', async () => ((await city.resources.unitOfWork.read(({ eBills }) => eBills.ofOrder(placed.platformOrderNo)))[0]?.state === 'issued' ? true : undefined), 20_000);
      const { page, complaints, asked } = await openPage(browser, { ...phone, javaScriptEnabled: false });
      await page.goto(placed.cashierUrl);
      await page.getByRole('link', { name: /我的钱在哪/ }).click();
      await page.getByLabel('订单号或缴款码').fill(placed.platformOrderNo);
      await page.getByLabel('手机号').fill('138 0013 8000');
      await page.getByRole('button', { name: '获取验证码' }).click();
      const code = await city.until('the code', async () => (await codesOf(city, '13800138000'))[0]);
      await page.getByLabel('验证码').fill(code);
      await page.getByRole('button', { name: '查看' }).click();
      expect(await page.getByRole('listitem').allTextContents()).to.satisfy((lines: string[]) => ['订单已提交', '支付宝：支付成功', '省级非税系统已确认入账', '电子票据已开具'].every((words) => lines.some((line) => line.includes(words))));
      await page.screenshot({ path: join(mkdtempSync(join(tmpdir(), 'where-story-')), 'story.png'), fullPage: true });
      await page.getByRole('link', { name: '查看电子票据' }).click();
      expect(await page.locator('h1').textContent()).to.equal('电子票据');
      expect(complaints).to.deep.equal([]);
      for (const address of asked) expect(address).to.not.match(/13800138000|138%20|张三/).and.not.include(code);
    } finally {
      await city.close();
    }
  });
});
