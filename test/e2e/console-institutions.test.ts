import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { isWithin } from '../../domain/operators/within.js';
import type { Readers, Stores } from '../../application/ports/unit-of-work.js';
import { judgeActivation, type Credentials } from '../../domain/operators/credentials.js';
import type { Operator } from '../../domain/operators/operator.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { deedsOn } from './console/deeds.js';
import { OperatorPage } from './console/operator-page.js';
import { takePicture } from './pictures.js';

const there = <T>(found: T | undefined): T => found ?? expect.fail('it is not there');

/** What an operator does on the page of institutions, each once done and once refused. */
describe('institutions at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let demo: OperatorPage;
  let firstCode = '';

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    await write(async ({ directory }) => directory.institutions.add({
      institutionNo: 'I350499', institutionName: '市收费管理中心', adminOperatorNo: '9'.repeat(26), contactName: '陈明', contactMobile: undefined, enabled: true, remark: '', createdAt: life.city.now(), version: 1,
    }));
    demo = await OperatorPage.of(browser, life, await life.person('demo'));
  });
  afterEach(async function pictureOfFailure() { if (this.currentTest?.state === 'failed') await takePicture(demo.page, 'failed'); });
  after(async () => {
    await browser?.close();
    await life?.close();
  });
  const read = <T>(work: (readers: Readers) => Promise<T>): Promise<T> => life.city.resources.unitOfWork.read(work);
  const write = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => life.city.resources.unitOfWork.run(work);
  const payee = async (merchantNo: string) => read(({ directory }) => directory.payees.one({ merchantNo }));
  const institution = async (institutionNo: string) => read(({ directory }) => directory.institutions.one({ institutionNo }));
  const administrator = async (): Promise<readonly [Operator, Credentials]> => read(async ({ operators }) => {
    const operator = there(await operators.byAccount('sanyuan.admin'));
    return [operator, there(await operators.credentials(operator.operatorNo))];
  });
  const judged = async (code: string) => judgeActivation((await administrator())[1], life.city.resources.vault.secretMacs('activation-code', code), life.city.now());
  /** The one-time code, which is shown this once. */
  const shownCode = async (heading: string): Promise<string> => {
    const shown = demo.dialog(heading);
    await shown.getByText('激活码只显示这一次，24 小时内有效').waitFor();
    const text = (await shown.locator('code').textContent() ?? '').trim();
    await demo.look(heading);
    await demo.page.keyboard.press('Escape');
    await shown.getByRole('button', { name: '已记下，关闭' }).click();
    await demo.done(heading);
    expect(await demo.page.getByText(text).count()).to.equal(0);
    return text;
  };

  it('are added with the account of an administrator, whose code is shown once (1.1.4.1.5-b)', async () => {
    const form = '新增收款机构';
    const type = async (label: string, words: string): Promise<void> => demo.dialog(form).getByLabel(label, { exact: true }).fill(words);
    await demo.openList('institutions');
    await demo.button('新增').click();
    await demo.lacks('新增', form, ['机构编号', '机构名称', '机构管理员账号', '联系人']);
    for (const [label, words] of [['机构编号', 'I350499'], ['机构名称', '市收费管理中心'], ['机构管理员账号', 'sysadmin'], ['联系人', '林晓宇'], ['联系人手机', '110']] as const) await type(label, words);
    for (const [label, fault, mended] of [
      ['联系人手机', '手机号不正确', '13800138000'], ['机构编号', '机构编号已被使用', 'I350402'], ['机构名称', '机构名称已被使用', '三元区收费中心'], ['机构管理员账号', '账号已被使用', 'sanyuan.admin'],
    ] as const) {
      await demo.confirm('新增', form);
      await demo.faultAt(form, label, fault);
      expect(await read(({ directory }) => directory.institutions.all()), fault).to.have.length(1);
      await type(label, mended);
    }
    await demo.look('institution-form');
    await demo.confirm('新增', form);
    firstCode = await shownCode('收款机构已新增');
    for (const words of ['三元区收费中心', 'sanyuan.admin', '138****8000']) await demo.rowOf('I350402').getByText(words).waitFor();
    const [{ operatorNo, ...account }] = await administrator();
    expect(account).to.deep.include({ state: 'invited', roleCodes: [], scope: { kind: 'institution', institutionNo: 'I350402' } });
    expect([await judged(firstCode), (await institution('I350402'))?.adminOperatorNo]).to.deep.equal(['right', operatorNo]);
    expect([await deedsOn(life, 'institution', 'I350402'), await deedsOn(life, 'operator', operatorNo)]).to.deep.equal([['institution.added'], ['operator.invited']]);
    await demo.look('institutions');
    expect(await demo.page.getByText('13800138000').count()).to.equal(0);
  });

  it('are changed, and say which payees are theirs (1.1.4.1.5-c and -e)', async () => {
    const [form, choice] = ['修改收款机构', '关联收款单位'];
    await demo.choose('I350402', '修改');
    await demo.dialog(form).getByText('已登记 138****8000；不填则不变').waitFor();
    await demo.dialog(form).getByText('I350402', { exact: true }).waitFor();
    expect(await demo.dialog(form).getByRole('textbox', { name: '机构编号' }).count(), 'the number stays').to.equal(0);
    expect(await demo.dialog(form).getByLabel('联系人', { exact: true }).inputValue()).to.equal('林晓宇');
    await demo.dialog(form).getByLabel('联系人', { exact: true }).fill('王芳');
    await demo.dialog(form).getByLabel('机构名称').fill('市收费管理中心');
    await demo.confirm('修改', form);
    await demo.faultAt(form, '机构名称', '机构名称已被使用');
    expect((await institution('I350402'))?.contactName).to.equal('林晓宇');
    await demo.dialog(form).getByLabel('机构名称').fill('三元区收费中心');
    await demo.confirm('修改', form);
    await demo.told('收款机构已修改');
    expect(await institution('I350402')).to.include({ institutionName: '三元区收费中心', contactName: '王芳', contactMobile: '13800138000' });

    const seen = async (): Promise<readonly boolean[]> => {
      const [{ scope }] = await administrator();
      return Promise.all(['M35040000004', 'M35040000001', 'M35040000005'].map(async (merchantNo) => isWithin(scope, there(await life.city.resources.directory.payee(merchantNo)), [])));
    };
    await demo.choose('I350402', choice);
    await demo.pickSome(choice, '收款单位', '三元区政务服务大厅（M35040000004）', '三明市中级人民法院（M35040000005）');
    await demo.look('payees-of-one');
    await write(async ({ directory }) => directory.payees.put({ ...there(await directory.payees.one({ merchantNo: 'M35040000005' })), institutionNo: 'I350499' }));
    await demo.confirm(choice);
    await demo.faultAt(choice, '收款单位', '收款单位 M35040000005 已属于另一个机构，请先在那里取消关联');
    expect(await seen()).to.deep.equal([false, false, false]);
    await demo.pickSome(choice, '收款单位', '三明市中级人民法院（M35040000005）');
    await demo.confirm(choice);
    await demo.told('已关联');
    await demo.rowOf('I350402').getByRole('cell', { name: '1', exact: true }).waitFor();
    expect([await seen(), (await payee('M35040000005'))?.institutionNo]).to.deep.equal([[true, false, false], 'I350499']);
    expect(await deedsOn(life, 'institution', 'I350402')).to.deep.equal(['institution.added', 'institution.edited', 'institution.payees-linked']);
  });

  it('have an administrator who chooses another password once it was reset, and is shut out with them (1.1.4.1.5-f)', async () => {
    const heading = '重置机构管理员密码';
    const holds = async (changes: Partial<Credentials>): Promise<void> => {
      const [operator, credentials] = await administrator();
      await write(async ({ operators }) => { await operators.putCredentials({ ...credentials, ...changes }); await operators.put({ ...operator, state: 'active' }); });
    };
    await holds({ password: 'chosen by its holder', activation: undefined });
    await demo.choose('I350402', '重置密码');
    await demo.dialog(heading).getByText('的管理员 sanyuan.admin 当即退出登录，原口令作废；凭一次性激活码由本人重新设置口令。').waitFor();
    await demo.look('institution-reset');
    await demo.confirm('重置密码', heading);
    await demo.faultAbove(heading, '管理员已设置口令而没有绑定第二因素，重置等于取得他人的权限；请管理员本人先绑定');
    expect((await administrator())[1].password).to.equal('chosen by its holder');
    await demo.giveUp(heading);
    await holds({ factor: { kind: 'totp', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', lastStep: 1 } });
    await demo.choose('I350402', '重置密码');
    await demo.confirm('重置密码', heading);
    const fresh = await shownCode('密码已重置');
    const [{ state, operatorNo }, { password }] = await administrator();
    // No password lets anybody in before its holder has chosen one with that code.
    expect([state, password, await judged(fresh), await judged(firstCode)]).to.deep.equal(['invited', undefined, 'right', 'wrong']);
    expect([(await deedsOn(life, 'institution', 'I350402')).at(-1), (await deedsOn(life, 'operator', operatorNo)).at(-1)]).to.deep.equal(['institution.administrator-reset', 'operator.reset']);

    await write(async ({ directory }) => directory.institutions.put({ ...there(await directory.institutions.one({ institutionNo: 'I350402' })), remark: '别人改的' }));
    await demo.choose('I350402', '停用');
    await demo.confirm('停用');
    await demo.faultAbove('停用', '收款机构已被他人修改，请关闭后重新打开，核对后再改');
    await demo.giveUp('停用');
    await demo.rowOf('I350402').getByText('别人改的').waitFor();
    await demo.deed('I350402', '停用', '收款机构已停用');
    expect((await administrator())[0].state).to.equal('disabled');
    await demo.deed('I350402', '启用', '收款机构已启用');
    expect((await administrator())[0].state).to.equal('invited');
  });

  it('go when no payee is theirs any more and not before (1.1.4.1.5-d)', async () => {
    await demo.choose('I350402', '删除');
    await demo.dialog('删除').getByText('其管理员账号停用。还有关联的收款单位时不能删除。').waitFor();
    await demo.look('institution-delete');
    await demo.confirm('删除');
    await demo.faultAbove('删除', '收款机构还有关联的收款单位，请先取消关联');
    await demo.giveUp('删除');
    expect([(await institution('I350402'))?.enabled, (await administrator())[0].state]).to.deep.equal([true, 'invited']);
    await demo.choose('I350402', '关联收款单位');
    await demo.pickSome('关联收款单位', '收款单位', '三元区政务服务大厅（M35040000004）');
    await demo.confirm('关联收款单位');
    await demo.rowOf('I350402').getByRole('cell', { name: '0', exact: true }).waitFor();
    expect((await payee('M35040000004'))?.institutionNo).to.equal(undefined);
    await demo.deed('I350402', '删除', '收款机构已删除');
    await demo.rowOf('I350402').waitFor({ state: 'detached' });
    const [{ state, operatorNo }] = await administrator();
    expect([await institution('I350402'), state], 'the account stays: what it did is named after it').to.deep.equal([undefined, 'disabled']);
    expect((await deedsOn(life, 'institution', 'I350402')).slice(-2)).to.deep.equal(['institution.payees-linked', 'institution.removed']);
    expect((await deedsOn(life, 'operator', operatorNo)).at(-1)).to.equal('operator.disabled');
    await demo.leave();
  });
});
