import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { deedsOn } from './console/deeds.js';
import { OperatorPage } from './console/operator-page.js';
import { takePicture } from './pictures.js';

/** Numbers of people who work with the platform, seen whole from the detail of a row: each kind once done and once refused (ENC-04, PRV-02). */
describe('numbers in clear at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let [operatorNo, devId] = ['', ''];
  const pages = new Map<string, OperatorPage>();

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    for (const account of ['sysadmin', 'secadmin', 'demo'] as const) {
      const client = await life.person(account);
      if (account === 'sysadmin') operatorNo = String((await client.post('/operators/invite', { account: 'chen.wei', name: '陈伟', mobile: '13800138001', remark: '' })).body['operatorNo']);
      if (account === 'demo') {
        await client.post('/institutions/add', { institutionNo: 'I350402', institutionName: '三元区收费中心', adminAccount: 'sanyuan.admin', contactName: '林晓宇', contactMobile: '13800138002', remark: '' });
        const facts = { contactName: '李建国', allowedAddresses: [], requestsPerSecond: 100, textsPayers: true, merchantNos: [] };
        devId = String((await client.post('/developers/add', { ...facts, developerName: '办事大厅', contactMobile: '13800138003' })).body['devId']);
        await client.post('/developers/add', { ...facts, developerName: '没有留号码' });
      }
      pages.set(account, await OperatorPage.of(browser, life, client));
    }
  });
  afterEach(async function pictureOfFailure() { if (this.currentTest?.state === 'failed') for (const { page } of pages.values()) await takePicture(page, 'failed'); });
  after(async () => {
    await browser?.close();
    await life?.close();
  });
  const at = (account: string): OperatorPage => pages.get(account) ?? expect.fail(`${account} has no page`);
  const drawer = (account: string) => at(account).page.locator('.ant-drawer');
  async function openDetail(account: string, list: string, row: string): Promise<void> {
    await at(account).openList(list);
    await at(account).rowOf(row).getByRole('button', { name: '详情', exact: true }).click();
    await drawer(account).locator('.ant-descriptions-item-label').first().waitFor();
  }
  /** From the detail of a row, with a reason, and read in the dialog that shows it. */
  async function seen(account: string, button: string, heading: string, number: string): Promise<void> {
    const page = at(account);
    await drawer(account).getByRole('button', { name: button, exact: true }).click();
    await page.dialog(heading).getByText('谁、何时、因何查看都会记入审计日志').waitFor();
    await page.confirm(button, heading);
    await page.faultAt(heading, '查看原因', '请填写查看原因');
    await page.fill(heading, { 查看原因: '系统割接，通知本人' });
    await page.look(heading);
    await page.confirm(button, heading);
    await page.dialog(button).getByText(number, { exact: true }).waitFor();
    await page.look(`${button}-${number}`);
    await page.dialog(button).getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.done(button);
    expect(await page.page.getByText(number).count(), 'it goes with the dialog').to.equal(0);
  }

  it('are an operator\'s for the system officer, and for no other office', async () => {
    await openDetail('sysadmin', 'operators', 'chen.wei');
    await seen('sysadmin', '完整手机号', '查看完整手机号', '13800138001');
    expect(await deedsOn(life, 'operator', operatorNo)).to.deep.equal(['operator.invited', 'personal-data.seen']);
    await openDetail('secadmin', 'operators', 'chen.wei');
    expect(await drawer('secadmin').getByRole('button', { name: '完整手机号' }).count()).to.equal(0);
    const body = JSON.stringify({ operatorNo, reason: '通知本人' });
    expect(await at('secadmin').page.evaluate(`fetch('/console/api/operators/contact', { method: 'POST', headers: { 'x-console-request': '1', 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then(({ status }) => status)`)).to.equal(403);
    // An officer of the first days left no number.
    await openDetail('sysadmin', 'operators', 'secadmin');
    expect(await drawer('sysadmin').getByRole('button', { name: '完整手机号' }).count()).to.equal(0);
    expect(await deedsOn(life, 'operator', operatorNo)).to.deep.equal(['operator.invited', 'personal-data.seen']);
  });

  it('are those of contacts of institutions and developers for whoever keeps in touch with them, one at a time and not fast', async () => {
    await openDetail('demo', 'institutions', 'I350402');
    await seen('demo', '联系人手机', '查看联系人手机', '13800138002');
    await openDetail('demo', 'developers', '没有留号码');
    expect(await drawer('demo').getByRole('button', { name: '联系人手机' }).count()).to.equal(0);
    await openDetail('demo', 'developers', devId);
    await seen('demo', '联系人手机', '查看联系人手机', '13800138003');
    expect([await deedsOn(life, 'institution', 'I350402'), await deedsOn(life, 'developer', devId)]).to.deep.equal([['institution.added', 'personal-data.seen'], ['developer.added', 'personal-data.seen']]);
  });

  it('are asked for with the second factor anew when it was shown long ago, and not without the right', async () => {
    life.city.advance(6 * 60_000);
    await openDetail('demo', 'institutions', 'I350402');
    await drawer('demo').getByRole('button', { name: '联系人手机', exact: true }).click();
    await at('demo').fill('查看联系人手机', { 查看原因: '通知本人' });
    await at('demo').confirm('联系人手机', '查看联系人手机');
    await at('demo').dialog('再次验证身份').waitFor();
    await at('demo').look('contact-step-up');
    expect(await deedsOn(life, 'institution', 'I350402')).to.deep.equal(['institution.added', 'personal-data.seen']);
    await life.city.resources.unitOfWork.run(async ({ operators }) => {
      for (const role of await operators.roles()) if (role.roleCode === 'demo-business') await operators.putRole({ ...role, permissions: role.permissions.filter((right) => !right.endsWith('.contact')) });
    });
    await at('demo').goTo('');
    for (const [list, row] of [['institutions', 'I350402'], ['developers', devId]] as const) {
      await openDetail('demo', list, row);
      expect(await drawer('demo').getByRole('button', { name: '联系人手机' }).count(), list).to.equal(0);
    }
  });
});
