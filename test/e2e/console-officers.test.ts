import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';
import { OperatorPage } from './console/operator-page.js';

/** What three officers do on their pages so that somebody may work, and what the third of them finds of it. */
describe('officers at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let people: Arriving;
  const pages = new Map<string, OperatorPage>();

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    people = new Arriving(life);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const at = (account: string): OperatorPage => pages.get(account) ?? expect.fail(`${account} has no page`);
  const proveAnew = (account: string): Promise<void> => at(account).proveAnew(people.code(account));
  const open = async (account: string, list: string): Promise<OperatorPage> => {
    await at(account).openList(list);
    return at(account);
  };
  /** The second factor is shown anew before it is asked for, past the page: what follows may take its time. */
  async function fresh(...accounts: readonly string[]): Promise<void> {
    for (const account of accounts) {
      const body = JSON.stringify({ code: people.code(account) });
      expect(await at(account).page.evaluate(`fetch('/console/api/step-up/code', { method: 'POST', headers: { 'x-console-request': '1', 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then(({ status }) => status)`)).to.equal(200);
    }
  }
  /** Officers have been here before: their browsers are signed in. */
  async function officer(account: string): Promise<void> {
    const client = await life.person(account);
    people.authenticators.set(account, client);
    pages.set(account, await OperatorPage.of(browser, life, client));
  }
  async function arrive(account: string, activationCode: string): Promise<OperatorPage> {
    pages.set(account, await OperatorPage.open(browser, life));
    await people.arrive(at(account).page, account, activationCode, password);
    return at(account);
  }
  async function signIn(account: string): Promise<void> {
    const { page } = at(account);
    await page.getByLabel('账号').fill(account);
    await page.getByLabel('口令', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  }
  async function showCode(account: string): Promise<void> {
    await at(account).page.getByLabel('动态口令', { exact: true }).fill(people.code(account));
    await at(account).page.keyboard.press('Enter');
  }
  /** The code that is shown this once. */
  async function shownCode(page: OperatorPage, heading: string): Promise<string> {
    const shown = page.dialog(heading);
    await shown.getByText('激活码只显示这一次，24 小时内有效').waitFor();
    const text = (await shown.locator('code').textContent() ?? '').trim();
    await page.look(heading);
    await page.page.keyboard.press('Escape');
    await shown.getByRole('button', { name: '已记下，关闭' }).click();
    await shown.waitFor({ state: 'hidden' });
    expect(await page.page.getByText(text).count()).to.equal(0);
    return text;
  }

  it('make a role and an account, ask for its rights and give them, and the new person sees that list and no other (1.1.6.3.1-b, -c, -f, 1.1.6.3.2-b, -c, -e)', async () => {
    await officer('sysadmin');
    await officer('secadmin');
    const security = await open('secadmin', 'operator-roles');
    await security.button('新增').click();
    await security.fill('新增角色', { 角色编码: 'Cashier', 角色名称: '对账员' });
    await security.dialog('新增角色').getByRole('checkbox', { name: '对账管理' }).check();
    await security.dialog('新增角色').getByRole('checkbox', { name: /短信记录/ }).check();
    await security.look('role');
    await security.confirm('新增', '新增角色');
    await security.faultAt('新增角色', '角色编码', '角色编码须为小写字母');
    await security.fill('新增角色', { 角色编码: 'reconciler' });
    await security.confirm('新增', '新增角色');
    await security.told('角色已新增');
    await security.button('新增').click();
    await security.fill('新增角色', { 角色编码: 'reconciler', 角色名称: '另一岗' });
    await security.confirm('新增', '新增角色');
    await security.faultAt('新增角色', '角色编码', '角色编码已被使用');
    await security.giveUp('新增角色');
    await security.choose('reconciler', '修改');
    expect(await security.dialog('修改角色').getByLabel('角色名称').inputValue()).to.equal('对账员');
    expect(await security.dialog('修改角色').getByRole('textbox', { name: '角色编码' }).count()).to.equal(0);
    await security.dialog('修改角色').getByRole('checkbox', { name: /短信记录/ }).uncheck();
    await security.confirm('修改', '修改角色');
    await security.told('角色已修改');

    const system = await open('sysadmin', 'operators');
    await system.button('新增').click();
    await system.confirm('新增', '新增操作员');
    await system.faultAt('新增操作员', '登录账号', '请填写登录账号');
    await system.fill('新增操作员', { 登录账号: 'secadmin', 操作员名称: '林晓宇', 手机号: '13800138000' });
    await system.confirm('新增', '新增操作员');
    await system.faultAt('新增操作员', '登录账号', '登录账号已被使用');
    await system.look('invite');
    await system.fill('新增操作员', { 登录账号: 'lin.xiaoyu' });
    await system.confirm('新增', '新增操作员');
    const activationCode = await shownCode(system, '操作员已新增');
    await system.rowOf('lin.xiaoyu').getByText('待激活').waitFor();
    await system.look('operators');
    await system.choose('lin.xiaoyu', '修改');
    expect(await system.dialog('修改操作员').getByLabel('操作员名称').inputValue()).to.equal('林晓宇');
    expect(await system.dialog('修改操作员').getByRole('textbox', { name: '登录账号' }).count()).to.equal(0);
    await system.dialog('修改操作员').getByText('已登记 138****8000；不填则不变').waitFor();
    await system.dialog('修改操作员').getByLabel('备注').fill('对账岗');
    await system.confirm('修改', '修改操作员');
    await system.told('操作员已修改');

    const lin = await arrive('lin.xiaoyu', activationCode);
    await lin.page.getByText('您的账号还没有可以使用的功能').waitFor();

    // Six minutes later the second factor is wanted anew.
    life.city.advance(6 * 60_000);
    await system.choose('lin.xiaoyu', '申请变更权限');
    await system.dialog('申请变更权限').getByRole('combobox').click();
    await system.page.getByTitle('对账员（reconciler）').click();
    await system.dialog('申请变更权限').getByLabel('备注').fill('新入职');
    await system.look('grant');
    await system.confirm('申请变更权限');
    await system.look('step-up');
    await proveAnew('sysadmin');
    await system.told('已申请，等待安全管理员审批');
    await open('sysadmin', 'grant-requests');
    await system.rowOf('lin.xiaoyu').getByText('待审批').waitFor();
    expect(await system.button('同意').count(), 'who asked decides nothing').to.equal(0);

    await open('secadmin', 'grant-requests');
    await security.choose('lin.xiaoyu', '同意');
    await security.dialog('同意').getByText('的权限由现有的全部权限改为：对账员').waitFor();
    await security.look('decide');
    await security.confirm('同意');
    await proveAnew('secadmin');
    await security.told('已同意，权限已变更');
    await security.rowOf('已同意').waitFor();
    expect(await security.button('同意').count()).to.equal(0);
    await security.look('grant-requests');

    await lin.page.reload();
    await signIn('lin.xiaoyu');
    await showCode('lin.xiaoyu');
    await lin.page.getByRole('link', { name: /日对账/ }).first().waitFor();
    await open('lin.xiaoyu', 'reconcile-days');
    await lin.goTo('lists/text-messages');
    await lin.page.getByText('没有权限').first().waitFor();
  });

  // The product deletes no operator: what was done with an account must lead to a person as long as the log is kept. In the place of 删除 stands 停用, which ends the same: nobody gets in by it any more.
  it('switch an account off instead of deleting it: asked first, not the own one, not the last of its office; whoever had it is out at once, and what was done stays theirs (1.1.6.3.2-d)', async () => {
    const [system, lin] = [await open('sysadmin', 'operators'), at('lin.xiaoyu')];
    await fresh('sysadmin');
    expect(await system.button('删除').count()).to.equal(0);
    const stateOf = async (account: string) => (await life.city.resources.unitOfWork.read(({ operators }) => operators.byAccount(account)))?.state;
    for (const [account, words] of [['sysadmin', '不能对自己的账号这样做'], ['auditor', '至少要保留一名在岗的同类管理员']] as const) {
      await system.choose(account, '停用');
      await system.confirm('停用');
      await system.faultAbove('停用', words);
      await system.look(`not-${account}`);
      await system.giveUp('停用');
    }
    await system.choose('lin.xiaoyu', '停用');
    await system.dialog('停用').getByText(/^停用后，林晓宇（lin\.xiaoyu） 当即退出登录，不能再登录。账号不删除，做过的操作仍可查到/).waitFor();
    await system.giveUp('停用');
    expect([await stateOf('sysadmin'), await stateOf('auditor'), await stateOf('lin.xiaoyu')]).to.deep.equal(['active', 'invited', 'active']);
    await open('lin.xiaoyu', 'reconcile-days');

    await system.deed('lin.xiaoyu', '停用', '操作员已停用');
    await system.rowOf('lin.xiaoyu').getByText('停用', { exact: true }).first().waitFor();
    await lin.page.reload();
    await lin.page.getByLabel('口令', { exact: true }).waitFor();
    await signIn('lin.xiaoyu');
    await lin.page.getByRole('alert').filter({ hasText: '账号、口令或验证码不正确，或账号暂不能登录' }).waitFor();
    await system.openList('operators', 'operatorAccount=lin.xiaoyu');
    await system.page.getByText('共 1 条', { exact: true }).waitFor();
    await system.look('switched-off');
    await system.deed('lin.xiaoyu', '启用', '操作员已启用');
    await signIn('lin.xiaoyu');
    await showCode('lin.xiaoyu');
    await open('lin.xiaoyu', 'reconcile-days');
  });

  it('reset an account, unlock it and end its sessions, each on its own side, and never for themselves', async () => {
    const [system, security, lin] = [await open('sysadmin', 'operators'), await open('secadmin', 'operators'), at('lin.xiaoyu')];
    await fresh('secadmin');
    expect(await security.button('新增').count()).to.equal(0);
    expect(await security.button('停用').count()).to.equal(0);
    expect(await system.button('重置口令').count()).to.equal(0);
    await security.choose('secadmin', '重置口令');
    await security.confirm('重置口令');
    await security.faultAbove('重置口令', '不能对自己的账号这样做');
    await security.giveUp('重置口令');
    for (const [action, words] of [['解除锁定', '已解除锁定'], ['结束登录', '已结束登录']] as const) {
      await security.deed('lin.xiaoyu', action, words);
    }
    await security.choose('lin.xiaoyu', '重置口令');
    await security.look('reset');
    await security.confirm('重置口令');
    const activationCode = await shownCode(security, '口令已重置');
    await people.setPassword(lin.page, 'lin.xiaoyu', activationCode, '秋天看银杏-Ginkgo88');
    await showCode('lin.xiaoyu');
    await lin.page.getByRole('link', { name: /日对账/ }).first().waitFor();
  });

  it('turn a request down with a reason, ask nothing for themselves, and add nothing to a role that somebody has', async () => {
    const system = await open('sysadmin', 'operators');
    await fresh('sysadmin', 'secadmin');
    const ask = async (account: string): Promise<void> => {
      await system.choose(account, '申请变更权限');
      await system.dialog('申请变更权限').getByRole('radio', { name: '审计员' }).check();
      // An officer holds no role.
      await system.dialog('申请变更权限').getByRole('combobox').waitFor({ state: 'detached' });
      await system.confirm('申请变更权限');
    };
    await ask('sysadmin');
    await system.faultAbove('申请变更权限', '不能变更自己的权限');
    await system.giveUp('申请变更权限');
    await ask('secadmin');
    await system.faultAt('申请变更权限', '权限类别', '三员之间不能互相兼任');
    await system.look('two-offices');
    await system.giveUp('申请变更权限');
    await ask('lin.xiaoyu');
    await system.told('已申请，等待安全管理员审批');
    const security = await open('secadmin', 'grant-requests');
    await security.rowOf('待审批').getByRole('button', { name: '驳回', exact: true }).click();
    await security.confirm('驳回');
    await security.faultAt('驳回', '驳回原因', '请填写驳回原因');
    await security.dialog('驳回').getByLabel('驳回原因').fill('不能兼任');
    await security.confirm('驳回');
    await security.told('已驳回');
    await security.rowOf('不能兼任').getByText('已驳回').waitFor();

    await open('secadmin', 'operator-roles');
    await security.choose('reconciler', '修改');
    await security.dialog('修改角色').getByText('此角色已有人使用').waitFor();
    await security.dialog('修改角色').getByRole('checkbox', { name: /短信记录/ }).check();
    await security.confirm('修改', '修改角色');
    await security.faultAt('修改角色', '角色权限', '角色已有人使用或正在申请授予，不能由一人增加权限');
    await security.look('role-in-use');
    await security.giveUp('修改角色');
  });

  it('find all of it in the operation log, by whom and in which words, and that nothing of it was changed (1.1.6.4, 1.1.6.4.2)', async () => {
    await officer('auditor');
    const audit = await open('auditor', 'audit-logs');
    const byWhom = [
      ['新增操作员角色', '安全管理员'], ['修改操作员角色', '安全管理员'], ['新增操作员', '系统管理员'], ['修改操作员', '系统管理员'], ['申请变更操作员权限', '系统管理员'], ['批准操作员权限变更', '安全管理员'], ['驳回操作员权限变更', '安全管理员'],
      ['停用操作员', '系统管理员'], ['启用操作员', '系统管理员'], ['解除登录锁定', '安全管理员'], ['结束操作员的登录', '安全管理员'], ['重置操作员口令', '安全管理员'],
      // Of an account that was switched off in between.
      ['绑定第二因素并登录', '林晓宇'], ['登录失败：账号不存在或不能登录', '林晓宇'],
    ] as const;
    for (const [words, name] of byWhom) {
      await audit.page.getByLabel('操作说明').fill(words);
      await audit.button('查询').click();
      await audit.page.getByRole('cell', { name: words, exact: true }).first().waitFor();
      await audit.rowOf(words).filter({ hasText: name }).first().waitFor();
      const found = await audit.page.locator('.list-table tbody tr.ant-table-row').allTextContents();
      expect(found.filter((row) => !row.includes(words)), words).to.deep.equal([]);
    }
    await audit.choose('登录失败', '详情');
    await audit.look('one-entry');
    await audit.page.keyboard.press('Escape');
    await audit.button('核验').click();
    await audit.look('whole');
    expect(await audit.verdict('审计日志完整')).to.match(/^审计日志共 [0-9]+ 条，逐条相连，未被改动；/);
    await life.city.resources.engine.writer('audit_entry').where({ action: 'operator.reset' }).update({ description: '什么也没有做' });
    await audit.button('核验').click();
    await audit.look('broken');
    expect(await audit.verdict('审计日志不完整，请立即按安全事件处置')).to.match(/^审计日志第 [0-9]+ 条起不符：记录被改动；/);
    for (const page of pages.values()) await page.leave();
  });
});
