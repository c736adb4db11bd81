import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { browserIsHere, faintTexts, openBrowser, openPage, pc } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';

/** What three officers do on their pages so that somebody may work, and what the third of them finds of it. */
describe('officers at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let people: Arriving;
  const pictures = mkdtempSync(join(tmpdir(), 'console-officers-'));
  const pages = new Map<string, Page>();
  const complaints: string[] = [];

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    people = new Arriving(life);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const rowOf = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words });
  const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
  const at = (account: string): Page => pages.get(account) as Page;
  const look = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
    const disabled = await page.locator(':disabled').allTextContents();
    const { faint } = await page.evaluate<{ faint: string[] }>(faintTexts);
    // What is only read out, such as what was chosen, has the colour of its ground.
    expect(faint.filter((line) => !line.endsWith(' 1.00') && !disabled.some((words) => words !== '' && line.startsWith(words))), name).to.deep.equal([]);
  };
  const proveAnew = async (account: string): Promise<void> => {
    await dialog(at(account), '再次验证身份').getByLabel('动态口令').fill(people.code(account));
    await at(account).keyboard.press('Enter');
    await dialog(at(account), '再次验证身份').waitFor({ state: 'hidden' });
  };
  const open = async (account: string, list: string): Promise<Page> => {
    await at(account).goto(`${life.baseUrl}/console/lists/${list}`);
    await at(account).getByText(/^共 [0-9]+ 条$/).waitFor();
    return at(account);
  };
  const choose = async (page: Page, words: string, action: string): Promise<void> => { await rowOf(page, words).getByRole('button', { name: action, exact: true }).click(); };
  const confirm = (page: Page, title: string, heading = title): Promise<void> => dialog(page, heading).getByRole('button', { name: title, exact: true }).click();
  const told = (page: Page, words: string): Promise<void> => page.getByText(words, { exact: true }).first().waitFor();

  async function pageOf(account: string): Promise<Page> {
    const watched = await openPage(browser, pc);
    watched.page.setDefaultTimeout(15_000);
    watched.page.on('close', () => complaints.push(...watched.complaints));
    pages.set(account, watched.page);
    return watched.page;
  }
  /** Officers have been here before: their browsers are signed in. */
  async function officer(account: string): Promise<void> {
    const client = await life.person(account);
    people.authenticators.set(account, client);
    const [name = '', value = ''] = (client.cookie ?? '').split('=');
    await (await pageOf(account)).context().addCookies([{ name, value, url: life.baseUrl }]);
  }
  async function arrive(account: string, activationCode: string): Promise<Page> {
    const page = await pageOf(account);
    await people.arrive(page, account, activationCode, password);
    return page;
  }
  /** The code that is shown this once. */
  async function shownCode(page: Page, title: string): Promise<string> {
    const shown = dialog(page, title);
    await shown.getByText('激活码只显示这一次，24 小时内有效').waitFor();
    const text = (await shown.locator('code').textContent() ?? '').trim();
    await look(page, title);
    await page.keyboard.press('Escape');
    await shown.getByRole('button', { name: '已记下，关闭' }).click();
    await shown.waitFor({ state: 'hidden' });
    expect(await page.getByText(text).count()).to.equal(0);
    return text;
  }

  it('make a role and an account, ask for its rights and give them, and the new person sees that list and no other (1.1.6.3.1-b, -c, -f, 1.1.6.3.2-b, -c, -e)', async () => {
    await officer('sysadmin');
    await officer('secadmin');
    const security = await open('secadmin', 'operator-roles');
    await button(security, '新增').click();
    await dialog(security, '新增角色').getByLabel('角色编码').fill('Cashier');
    await dialog(security, '新增角色').getByLabel('角色名称').fill('对账员');
    await dialog(security, '新增角色').getByRole('checkbox', { name: '对账管理' }).check();
    await dialog(security, '新增角色').getByRole('checkbox', { name: /短信记录/ }).check();
    await look(security, 'role');
    await confirm(security, '新增', '新增角色');
    await dialog(security, '新增角色').getByText('角色编码须为小写字母').waitFor();
    await dialog(security, '新增角色').getByLabel('角色编码').fill('reconciler');
    await confirm(security, '新增', '新增角色');
    await told(security, '角色已新增');
    await choose(security, 'reconciler', '修改');
    await dialog(security, '修改角色').getByRole('checkbox', { name: /短信记录/ }).uncheck();
    await confirm(security, '修改', '修改角色');
    await told(security, '角色已修改');

    const system = await open('sysadmin', 'operators');
    await button(system, '新增').click();
    await confirm(system, '新增', '新增操作员');
    await dialog(system, '新增操作员').getByText('请填写登录账号').waitFor();
    await dialog(system, '新增操作员').getByLabel('登录账号').fill('secadmin');
    await dialog(system, '新增操作员').getByLabel('操作员名称').fill('林晓宇');
    await dialog(system, '新增操作员').getByLabel('手机号').fill('13800138000');
    await confirm(system, '新增', '新增操作员');
    await dialog(system, '新增操作员').getByText('登录账号已被使用').waitFor();
    await look(system, 'invite');
    await dialog(system, '新增操作员').getByLabel('登录账号').fill('lin.xiaoyu');
    await confirm(system, '新增', '新增操作员');
    const activationCode = await shownCode(system, '操作员已新增');
    await rowOf(system, 'lin.xiaoyu').getByText('待激活').waitFor();
    await look(system, 'operators');
    await choose(system, 'lin.xiaoyu', '修改');
    expect(await dialog(system, '修改操作员').getByLabel('操作员名称').inputValue()).to.equal('林晓宇');
    await dialog(system, '修改操作员').getByText('已登记 138****8000；不填则不变').waitFor();
    await dialog(system, '修改操作员').getByLabel('备注').fill('对账岗');
    await confirm(system, '修改', '修改操作员');
    await told(system, '操作员已修改');

    const lin = await arrive('lin.xiaoyu', activationCode);
    await lin.getByText('您的账号还没有可以使用的功能').waitFor();

    // Six minutes later the second factor is wanted anew.
    life.city.advance(6 * 60_000);
    await choose(system, 'lin.xiaoyu', '申请变更权限');
    await dialog(system, '申请变更权限').getByRole('combobox').click();
    await system.getByTitle('对账员（reconciler）').click();
    await dialog(system, '申请变更权限').getByLabel('备注').fill('新入职');
    await look(system, 'grant');
    await confirm(system, '申请变更权限');
    await look(system, 'step-up');
    await proveAnew('sysadmin');
    await told(system, '已申请，等待安全管理员审批');
    await open('sysadmin', 'grant-requests');
    await rowOf(system, 'lin.xiaoyu').getByText('待审批').waitFor();
    expect(await button(system, '同意').count(), 'who asked decides nothing').to.equal(0);

    await open('secadmin', 'grant-requests');
    await choose(security, 'lin.xiaoyu', '同意');
    await dialog(security, '同意').getByText('的权限由现有的全部权限改为：对账员').waitFor();
    await look(security, 'decide');
    await confirm(security, '同意');
    await proveAnew('secadmin');
    await told(security, '已同意，权限已变更');
    await rowOf(security, '已同意').waitFor();
    expect(await button(security, '同意').count()).to.equal(0);
    await look(security, 'grant-requests');

    await lin.reload();
    await lin.getByLabel('账号').fill('lin.xiaoyu');
    await lin.getByLabel('口令', { exact: true }).fill(password);
    await lin.keyboard.press('Enter');
    await lin.getByLabel('动态口令', { exact: true }).fill(people.code('lin.xiaoyu'));
    await lin.keyboard.press('Enter');
    await lin.getByRole('link', { name: /日对账/ }).first().waitFor();
    await open('lin.xiaoyu', 'reconcile-days');
    await lin.goto(`${life.baseUrl}/console/lists/text-messages`);
    await lin.getByText('没有权限').first().waitFor();
  });

  it('switch an account off and on, reset it, and are refused what concerns themselves or the last of them', async () => {
    const [system, security, lin] = [await open('sysadmin', 'operators'), await open('secadmin', 'operators'), at('lin.xiaoyu')];
    expect(await button(security, '新增').count()).to.equal(0);
    expect(await button(security, '停用').count()).to.equal(0);
    expect(await button(system, '重置口令').count()).to.equal(0);

    await choose(system, 'sysadmin', '停用');
    await confirm(system, '停用');
    await dialog(system, '停用').getByText('不能对自己的账号这样做').waitFor();
    await look(system, 'own-account');
    await dialog(system, '停用').getByRole('button', { name: '取消' }).click();
    await choose(system, 'auditor', '停用');
    await confirm(system, '停用');
    await told(system, '至少要保留一名在岗的同类管理员');
    await dialog(system, '停用').getByRole('button', { name: '取消' }).click();
    await choose(system, 'lin.xiaoyu', '停用');
    await confirm(system, '停用');
    await told(system, '操作员已停用');
    await choose(system, 'lin.xiaoyu', '启用');
    await confirm(system, '启用');
    await told(system, '操作员已启用');

    await choose(security, 'secadmin', '重置口令');
    await confirm(security, '重置口令');
    await dialog(security, '重置口令').getByText('不能对自己的账号这样做').waitFor();
    await dialog(security, '重置口令').getByRole('button', { name: '取消' }).click();
    for (const [action, words] of [['解除锁定', '已解除锁定'], ['结束登录', '已结束登录']] as const) {
      await choose(security, 'lin.xiaoyu', action);
      await confirm(security, action);
      await told(security, words);
    }
    await choose(security, 'lin.xiaoyu', '重置口令');
    await look(security, 'reset');
    await confirm(security, '重置口令');
    const activationCode = await shownCode(security, '口令已重置');
    await people.setPassword(lin, 'lin.xiaoyu', activationCode, '秋天看银杏-Ginkgo88');
    await lin.getByLabel('动态口令', { exact: true }).fill(people.code('lin.xiaoyu'));
    await lin.keyboard.press('Enter');
    await lin.getByRole('link', { name: /日对账/ }).first().waitFor();
  });

  it('turn a request down with a reason, ask nothing for themselves, and add nothing to a role that somebody has', async () => {
    const system = await open('sysadmin', 'operators');
    const ask = async (account: string): Promise<void> => {
      await choose(system, account, '申请变更权限');
      await dialog(system, '申请变更权限').getByRole('radio', { name: '审计员' }).check();
      // An officer holds no role.
      await dialog(system, '申请变更权限').getByRole('combobox').waitFor({ state: 'detached' });
      await confirm(system, '申请变更权限');
    };
    await ask('sysadmin');
    await dialog(system, '申请变更权限').getByText('不能变更自己的权限').waitFor();
    await dialog(system, '申请变更权限').getByRole('button', { name: '取消' }).click();
    await ask('secadmin');
    await dialog(system, '申请变更权限').getByText('三员之间不能互相兼任').waitFor();
    await look(system, 'two-offices');
    await dialog(system, '申请变更权限').getByRole('button', { name: '取消' }).click();
    await ask('lin.xiaoyu');
    await told(system, '已申请，等待安全管理员审批');
    const security = await open('secadmin', 'grant-requests');
    await rowOf(security, '待审批').getByRole('button', { name: '驳回', exact: true }).click();
    await confirm(security, '驳回');
    await dialog(security, '驳回').getByText('请填写驳回原因').waitFor();
    await dialog(security, '驳回').getByLabel('驳回原因').fill('不能兼任');
    await confirm(security, '驳回');
    await told(security, '已驳回');
    await rowOf(security, '不能兼任').getByText('已驳回').waitFor();

    await open('secadmin', 'operator-roles');
    await choose(security, 'reconciler', '修改');
    await dialog(security, '修改角色').getByText('此角色已有人使用').waitFor();
    await dialog(security, '修改角色').getByRole('checkbox', { name: /短信记录/ }).check();
    await confirm(security, '修改', '修改角色');
    await dialog(security, '修改角色').getByText('角色已有人使用或正在申请授予，不能由一人增加权限').waitFor();
    await look(security, 'role-in-use');
  });

  it('find all of it in the operation log, which says whether it is whole', async () => {
    await officer('auditor');
    const audit = await open('auditor', 'audit-logs');
    for (const words of ['新增操作员角色', '修改操作员角色', '新增操作员', '修改操作员', '申请变更操作员权限', '批准操作员权限变更', '驳回操作员权限变更', '停用操作员', '启用操作员', '解除登录锁定', '结束操作员的登录', '重置操作员口令']) {
      await audit.getByLabel('操作说明').fill(words);
      await button(audit, '查询').click();
      await audit.getByRole('cell', { name: words, exact: true }).first().waitFor();
    }
    await button(audit, '核验').click();
    await dialog(audit, '审计日志完整').getByText(/^审计日志共 [0-9]+ 条，逐条相连，未被改动；/).waitFor();
    await look(audit, 'whole');
    await dialog(audit, '审计日志完整').getByRole('button', { name: '关闭' }).last().click();
    await life.city.resources.engine.writer('audit_entry').where({ action: 'operator.reset' }).update({ description: '什么也没有做' });
    await button(audit, '核验').click();
    const broken = dialog(audit, '审计日志不完整，请立即按安全事件处置');
    await broken.getByText(/^审计日志第 [0-9]+ 条起不符：记录被改动；/).waitFor();
    await look(audit, 'broken');
    for (const page of pages.values()) await page.close();
    expect(complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);
  });
});
