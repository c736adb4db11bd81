import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { fen } from '../../domain/kernel/money.js';
import { startCity, type City } from '../support/city.js';
import { browserIsHere, openBrowser, openPage, pc, phone } from './cashier-browser.js';

describe('票据查验 in a browser', function suite() {
  this.timeout(60_000);
  let city: City;
  let browser: Browser;
  let numbers: { readonly eBillCode: string; readonly eBillNo: string; readonly checkCode: string };
  before(async function prepare() {
    if (!browserIsHere()) { this.skip(); return; }
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
    const issued = await city.resources.outside.billIssuers.get('35')?.issuing.issue({
      busNo: 'OTHER1', paidAt: city.now(), amount: fen(8_000), payCode: undefined, remark: undefined, payer: { payerType: 'person', name: '测试', certNo: undefined, mobile: undefined, email: undefined },
      items: [{ itemCode: 'X', itemName: '费', price: fen(8_000), quantity: '1', unit: undefined, amount: fen(8_000) }],
    });
    if (issued?.kind !== 'issued') throw new Error('no bill');
    numbers = issued.bill;
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  for (const [device, options] of [['a PC', pc], ['a phone', phone], ['a browser without script', { ...pc, javaScriptEnabled: false }]] as const) {
    it(`goes from the form over a mistake to the result on ${device}, and the browser complains of nothing`, async () => {
      const { page, complaints, asked } = await openPage(browser, options);
      await page.goto(`${city.baseUrl}/bills/verify`);
      const fill = async (amount: string): Promise<void> => {
        await page.getByLabel('票据代码').fill(numbers.eBillCode);
        await page.getByLabel('票据号码').fill(numbers.eBillNo);
        await page.getByLabel('校验码').fill(numbers.checkCode);
        await page.getByLabel('金额').fill(amount);
        await page.getByRole('button', { name: '查验' }).click();
      };
      await fill('80.01');
      expect(await page.getByRole('alert').innerText()).to.include('未查到与所填内容一致的票据');
      expect(await page.getByLabel('票据号码').inputValue()).to.equal(numbers.eBillNo);
      expect(await page.getByLabel('校验码').inputValue()).to.equal('');
      await fill('80.00');
      expect(await page.getByRole('status').innerText()).to.include('票据真实有效').and.include(numbers.eBillNo);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).to.equal(true);
      expect(asked.every((address) => address.startsWith(city.baseUrl) || address.startsWith('data:')), asked.join()).to.equal(true);
      expect(complaints).to.deep.equal([]);
      // Each address may try five times at once.
      await new Promise((resolve) => { setTimeout(resolve, 4_500); });
    });
  }
});
