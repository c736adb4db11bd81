import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { ConsoleClient, totpStepMs } from '../support/console-client.js';
import { browserIsHere, openBrowser, openPage, pc } from './cashier-browser.js';

/** The pages on the platform itself, as the first person of an installation meets them. */
describe('an operator at the console of a running platform', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  const pictures = mkdtempSync(join(tmpdir(), 'console-way-'));
  const authenticators = new Map<string, ConsoleClient>();

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  /** The code that the authenticator shows, of a step that was not used yet. */
  const code = (account: string): string => {
    const known = authenticators.get(account);
    if (known === undefined) throw new Error('no authenticator');
    life.city.advance(totpStepMs);
    return known.code(life.city.now());
  };

  async function arrive(page: Page, account: string): Promise<void> {
    await page.goto(`${life.baseUrl}/`);
    await page.getByText('激活账号').click();
    await page.getByLabel('账号').fill(account);
    await page.getByLabel('激活码').fill(life.codes.get(account) ?? '');
    await page.getByLabel('新口令', { exact: true }).fill(password);
    await page.getByLabel('再输一次', { exact: false }).fill(password);
    await page.keyboard.press('Enter');
    const secret = page.locator('code').first();
    await secret.waitFor();
    const authenticator = new ConsoleClient(life.baseUrl);
    authenticator.secret = (await secret.textContent() ?? '').replaceAll(/\s/g, '');
    authenticators.set(account, authenticator);
    await page.getByLabel('动态口令').fill(code(account));
    await page.keyboard.press('Enter');
    await page.getByText('退出').or(page.getByText('首页')).first().waitFor();
  }

  it('activates an account, sets the second factor up, reads a list and the operation log, and signs out', async () => {
    const { page, complaints, asked } = await openPage(browser, pc);
    await arrive(page, 'auditor');
    await page.screenshot({ path: join(pictures, 'home.png') });
    await page.goto(`${life.baseUrl}/console/lists/audit-logs`);
    await page.getByText('凭一次性激活码设置口令').first().waitFor();
    await page.screenshot({ path: join(pictures, 'audit-logs.png') });
    await page.goto(`${life.baseUrl}/console/lists/repeat-orders`);
    await page.getByText('没有权限').first().waitFor();
    expect(asked.filter((address) => !address.startsWith(life.baseUrl) && !/^(data|blob):/.test(address))).to.deep.equal([]);
    expect(complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);
  });

  it('is asked for the picture after wrong passwords, and gets in with it', async () => {
    const { page } = await openPage(browser, pc);
    await arrive(page, 'demo');
    await page.goto(`${life.baseUrl}/console/lists/repeat-orders`);
    await page.getByRole('heading', { name: '重缴订单' }).or(page.getByText('重缴订单')).first().waitFor();
    await page.screenshot({ path: join(pictures, 'repeat-orders.png') });
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).to.be.at.most(0);
    void button;
  });
});
