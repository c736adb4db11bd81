import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { SoftKey } from '../support/console-client.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { OperatorPage } from './console/operator-page.js';

/** AUTH-03 on the pages, against the real server: a UKey is handed in, agreed to, used and reported lost. */
describe('UKeys on their pages', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
  });
  after(async () => {
    await browser?.close();
    await life?.close();
  });

  it('are handed in by their holder, agreed to by the security officer, and open the console from then on, until one is reported lost', async () => {
    const key = new SoftKey();
    const [system, security, demo] = [await life.person('sysadmin'), await life.person('secadmin'), await life.person('demo')];
    const holder = await OperatorPage.of(browser, life, demo);
    const { page } = holder;
    const shownText = async (use: string): Promise<string> => {
      const shown = page.getByText(new RegExp(`^${use}\\|demo\\|`));
      await shown.waitFor();
      return (await shown.textContent() ?? '').trim();
    };
    const signIt = async (use: string): Promise<void> => page.getByLabel('签名', { exact: true }).fill(key.sign(await shownText(use)));

    await holder.goTo('');
    await page.getByRole('button', { name: /^演示操作员/ }).click();
    await page.getByRole('menuitem', { name: '登记 UKey', exact: true }).click();
    await page.getByLabel('公钥', { exact: true }).fill('04ab');
    await signIt('register');
    await holder.button('提交登记').click();
    await page.getByText('公钥为 04 开头的 130 位十六进制').waitFor();
    await page.getByLabel('公钥', { exact: true }).fill(new SoftKey().publicKey);
    const refusedText = await shownText('register');
    await holder.button('提交登记').click();
    await page.getByText('签名与公钥或待签名文本不符').waitFor();
    await holder.look('ukey-refused');
    // A question is good for one answer: after a refused one there is another, and the signature is asked for anew.
    await page.getByText(refusedText, { exact: true }).waitFor({ state: 'hidden' });
    await page.getByLabel('公钥', { exact: true }).fill(key.publicKey.toUpperCase());
    await signIt('register');
    await holder.button('提交登记').click();
    await page.getByText(/公钥指纹（SM3）[0-9a-f]{8}…[0-9a-f]{8}。/).waitFor();
    await holder.look('ukey-handed-in');
    await holder.button('知道了').click();

    const officer = await OperatorPage.of(browser, life, security);
    await officer.openList('operator-keys');
    await officer.choose('演示操作员', '同意');
    await officer.dialog('同意登记 UKey').getByText('请当面核对指纹与本人的 UKey 一致').waitFor();
    await officer.look('ukey-to-agree');
    await officer.confirm('同意', '同意登记 UKey');
    await officer.told('已同意，UKey 生效');
    await officer.rowOf('演示操作员').getByText('使用中').waitFor();

    await holder.goTo('');
    await page.getByRole('textbox', { name: '账号' }).fill('demo');
    await page.getByLabel('口令', { exact: true }).fill(password);
    await holder.button('登录').click();
    await signIt('sign-in');
    await holder.button('提交签名').click();
    await page.getByRole('button', { name: /^演示操作员/ }).waitFor();
    life.city.advance(6 * 60_000);
    await holder.goTo('register-key');
    await holder.dialog('再次验证身份').getByLabel('签名', { exact: true }).fill(key.sign(await shownText('step-up')));
    await holder.dialog('再次验证身份').getByRole('button', { name: '提交签名' }).click();
    await shownText('register');

    life.city.advance(30_000);
    expect((await system.post('/step-up/code', { code: system.code(life.city.now()) })).status).to.equal(200);
    const reporter = await OperatorPage.of(browser, life, system);
    await reporter.openList('operator-keys');
    await reporter.choose('演示操作员', '挂失');
    await reporter.dialog('挂失 UKey').getByLabel('原因').fill('在外丢失');
    await reporter.confirm('挂失', '挂失 UKey');
    await reporter.told('已挂失，等待安全管理员审批');
    await holder.goTo('');
    await holder.button('登录').waitFor();
    for (const one of [holder, officer, reporter]) await one.leave();
  });
});
