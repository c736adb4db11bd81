import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser, openPage, pc } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';

/** The pages on the platform itself, as the first person of an installation meets them. */
describe('an operator at the console of a running platform', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let people: Arriving;
  const pictures = mkdtempSync(join(tmpdir(), 'console-way-'));

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    people = new Arriving(life);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const arrive = (page: Page, account: string): Promise<void> => people.arrive(page, account, life.codes.get(account) ?? '', password);

  it('activates an account, sets the second factor up, reads a list and the operation log, and signs out (1.1.6.3.2-f)', async () => {
    const { page, complaints, asked } = await openPage(browser, pc);
    await arrive(page, 'auditor');
    await page.screenshot({ path: join(pictures, 'home.png') });
    await page.goto(`${life.baseUrl}/console/lists/audit-logs`);
    await page.getByText('凭一次性激活码设置口令').first().waitFor();
    await page.screenshot({ path: join(pictures, 'audit-logs.png') });
    await page.goto(`${life.baseUrl}/console/lists/repeat-orders`);
    await page.getByText('没有权限').first().waitFor();
    await page.getByText('审计员（审计员）').click();
    await page.getByText('退出登录').click();
    await page.getByLabel('口令', { exact: true }).waitFor();
    await page.goto(`${life.baseUrl}/console/lists/audit-logs`);
    await page.getByLabel('口令', { exact: true }).waitFor();
    expect(asked.filter((address) => !address.startsWith(life.baseUrl) && !/^(data|blob):/.test(address))).to.deep.equal([]);
    expect(complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);
  });

  it('reads and exports a list, is sent to the gate when the session ends, and comes back with the picture after wrong passwords', async () => {
    const { page } = await openPage(browser, pc);
    await arrive(page, 'demo');
    await page.goto(`${life.baseUrl}/console/lists/nontax-regions`);
    await page.getByText(/^共 [1-9][0-9]* 条$/).waitFor();
    await page.screenshot({ path: join(pictures, 'nontax-regions.png') });
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).to.be.at.most(0);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
    expect(download.suggestedFilename()).to.match(/^区域非税配置-[0-9]{14}\.xlsx$/);
    life.city.advance(16 * 60_000);
    await page.reload();
    for (let tries = 0; tries < 3; tries += 1) {
      await page.getByLabel('账号').fill('demo');
      await page.getByLabel('口令', { exact: true }).fill('Wrong-2026-Word');
      await Promise.all([page.waitForResponse((response) => response.url().endsWith('/sign-in')), page.keyboard.press('Enter')]);
    }
    await page.getByRole('img', { name: '图形验证码图片' }).waitFor();
    await page.screenshot({ path: join(pictures, 'picture.png') });
    // What stands in the picture is for people; the answer is taken from the store.
    const [asked] = await life.city.resources.engine.reader.table('sign_in_challenge').orderBy('made_at', 'desc').limit(1) as readonly { readonly challenge_no: string }[];
    const challenge = await life.city.resources.unitOfWork.read(({ operators }) => operators.challenge(asked?.challenge_no ?? ''));
    await page.getByLabel('口令', { exact: true }).fill(password);
    await page.getByRole('textbox', { name: '图形验证码' }).fill(challenge?.captcha ?? '');
    await page.keyboard.press('Enter');
    await page.getByLabel('动态口令', { exact: true }).fill(people.code('demo'));
    await page.keyboard.press('Enter');
    await page.getByText(/^共 [1-9][0-9]* 条$/).waitFor();
  });
});
