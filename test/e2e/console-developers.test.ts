import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import type { Readers, Stores } from '../../application/ports/unit-of-work.js';
import type { Developer } from '../../domain/directory/developer.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { call, newParty, order, orderData, orderQuery, pemOf, type Fields } from '../integration/gateway/outsider.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { deedsOn } from './console/deeds.js';
import { OperatorPage } from './console/operator-page.js';
import { takePicture } from './pictures.js';

const there = <T>(found: T | undefined): T => found ?? expect.fail('it is not there');
/** What the gateway says: served, served and nothing found, no right to that, nobody we know. */
const [served, found, noRight, stranger] = ['10000', '40004', '40302', '40003'];
const [merchantNo, second] = ['M35040000001', 'M35040000002'];

/** An operator connects a business system on the pages of developers and their roles, each action once done and once refused; what was done is seen at the gateway. */
describe('developers and their roles at the console', function suite() {
  this.timeout(180_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let demo: OperatorPage;
  let party = newParty('to be given');
  let devId = '';

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    demo = await OperatorPage.of(browser, life, await life.person('demo'));
  });
  afterEach(async function pictureOfFailure() { if (this.currentTest?.state === 'failed') await takePicture(demo.page, 'failed'); });
  after(async () => {
    await browser?.close();
    await life?.close();
  });
  const read = <T>(work: (readers: Readers) => Promise<T>): Promise<T> => life.city.resources.unitOfWork.read(work);
  const write = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => life.city.resources.unitOfWork.run(work);
  const developer = async (): Promise<Developer> => there(await read(({ directory }) => directory.developers.one({ devId })));
  const role = async (roleCode: string) => read(({ directory }) => directory.developerRoles.one({ roleCode }));
  const queried = async (): Promise<string | undefined> => (await call(life.city, party, orderQuery, { merchantNo, bizOrderNo: 'NONE', orderDate: '20260508' })).code;
  const placed = async (changes: Fields = {}): Promise<string | undefined> => (await call(life.city, party, order, orderData(life.city, changes))).code;

  it('have roles, which are added under a code and a name of their own (1.1.6.2.2-b)', async () => {
    const form = '新增开发者角色';
    const type = async (label: string, words: string): Promise<void> => demo.dialog(form).getByLabel(label).fill(words);
    await demo.openList('developer-roles');
    await demo.button('新增').click();
    await demo.lacks('新增', form, ['角色编码', '角色名称']);
    await type('角色编码', 'Hall');
    await type('角色名称', '办事大厅');
    await type('备注', '市民办事');
    await demo.dialog(form).getByRole('checkbox', { name: /^订单查询/ }).check();
    await demo.confirm('新增', form);
    await demo.faultAt(form, '角色编码', '角色编码须为小写字母、数字或短横线，以字母开头');
    await demo.look('developer-role');
    await type('角色编码', 'hall');
    await demo.confirm('新增', form);
    await demo.told('开发者角色已新增');
    for (const words of ['办事大厅', '市民办事']) await demo.rowOf('hall').getByText(words, { exact: true }).waitFor();
    expect(await role('hall')).to.deep.include({ roleName: '办事大厅', methods: [orderQuery], merchantNos: [], remark: '市民办事' });

    await demo.button('新增').click();
    await type('角色编码', 'counter');
    await type('角色名称', '办事大厅');
    await demo.confirm('新增', form);
    await demo.faultAt(form, '角色名称', '角色名称已被使用');
    await type('角色编码', 'hall');
    await type('角色名称', '窗口');
    await demo.confirm('新增', form);
    await demo.faultAt(form, '角色编码', '角色编码已被使用');
    expect([await role('hall').then((one) => one?.roleName), await deedsOn(life, 'developer-role', 'hall')]).to.deep.equal(['办事大厅', ['developer-role.added']]);
    await type('角色编码', 'counter');
    await demo.confirm('新增', form);
    await demo.rowOf('counter').getByText('窗口', { exact: true }).waitFor();
  });

  it('are added under a number that the platform gives; what is wrong or taken is said at its field (1.1.6.2.1-b)', async () => {
    const form = '新增开发者';
    const type = async (label: string, words: string): Promise<void> => demo.dialog(form).getByLabel(label, { exact: true }).fill(words);
    const count = async (): Promise<number> => (await read(({ directory }) => directory.developers.all())).length;
    await demo.openList('developers');
    await demo.button('新增').click();
    await demo.dialog(form).getByLabel('开发者名称').waitFor();
    await demo.lacks('新增', form, ['开发者名称'], ['每秒请求数', '由平台向缴款人发送短信']);
    const before = await count();
    for (const [label, words] of [['开发者名称', '网上办事大厅'], ['联系人', '李建国'], ['联系人手机', '138'], ['来源地址', '10.0.0.1/8']] as const) await type(label, words);
    await demo.pickSome(form, '可代理的收款单位', `三明市不动产登记中心（${merchantNo}）`);
    for (const [label, fault, mended] of [
      ['联系人手机', '手机号不正确', '13800138000'], ['来源地址', '不是 IP 地址或网段：10.0.0.1/8', '127.0.0.0/8'], ['开发者名称', '开发者名称已被使用', '网上办事大厅系统'],
    ] as const) {
      await demo.confirm('新增', form);
      await demo.faultAt(form, label, fault);
      await demo.look('developer-refused');
      await type(label, mended);
    }
    expect(await count()).to.equal(before);
    await demo.confirm('新增', form);
    devId = /DEV[0-9]{26}/.exec(await demo.verdict('开发者已新增'))?.[0] ?? expect.fail('no number was given');
    party = { ...party, devId };
    for (const words of ['网上办事大厅系统', '138****8000']) await demo.rowOf(devId).getByText(words, { exact: true }).waitFor();
    expect(await developer()).to.deep.include({ developerName: '网上办事大厅系统', merchantNos: [merchantNo], allowedAddresses: ['127.0.0.0/8'], keys: [], allowedMethods: [], roleCodes: [], enabled: true });
    expect(await deedsOn(life, 'developer', devId)).to.deep.equal(['developer.added']);
    await demo.look('developers');
  });

  it('are given their roles, and none that is gone meanwhile (1.1.6.2.2-g)', async () => {
    const [heading, label] = ['分配开发者角色', '开发者角色'];
    const brief = { roleCode: 'brief', roleName: '短期', methods: [order], merchantNos: [], remark: '', createdAt: life.city.now(), version: 1 };
    await write(async ({ directory }) => directory.developerRoles.add(brief));
    await demo.choose(devId, '分配角色');
    await demo.pickSome(heading, label, '短期（brief）');
    await write(async ({ directory }) => directory.developerRoles.remove(there(await directory.developerRoles.one({ roleCode: 'brief' }))));
    await demo.confirm('分配角色', heading);
    await demo.faultAt(heading, label, '没有这个角色：brief');
    expect([(await developer()).roleCodes, await deedsOn(life, 'developer', devId)]).to.deep.equal([[], ['developer.added']]);
    await demo.pickSome(heading, label, '短期（brief）', '办事大厅（hall）');
    await demo.look('developer-roles-of-one');
    await demo.confirm('分配角色', heading);
    await demo.told('角色已分配');
    await demo.rowOf(devId).getByText('办事大厅', { exact: true }).waitFor();
    expect([(await developer()).roleCodes, await deedsOn(life, 'developer', devId)]).to.deep.equal([['hall'], ['developer.added', 'developer.roles-changed']]);
    await demo.choose(devId, '密钥设置');
    await demo.button('导入公钥').click();
    await demo.dialog('导入公钥').getByLabel('开发者公钥').fill(pemOf(party.publicKey));
    await demo.confirm('导入', '导入公钥');
    await demo.told('公钥已导入，立即生效');
    expect([await queried(), await placed()], 'as its role grants').to.deep.equal([found, noRight]);
  });

  it('have roles that are changed, and whose rights the next request has (1.1.6.2.2-c and -f)', async () => {
    const [edit, grant, payees] = ['修改开发者角色', '开发者角色授权', '角色权限：收款单位'];
    const placing = demo.dialog(grant).getByRole('checkbox', { name: /^下单（后端接口，PC 与 H5 自适应）/ });
    const querying = demo.dialog(grant).getByRole('checkbox', { name: /^订单查询/ });
    const save = async (): Promise<void> => { await demo.confirm('授权', grant); await demo.done(grant); };
    const short = { ...there(await read(({ directory }) => directory.payees.one({ merchantNo }))), merchantNo: 'M-SHORT', payeeName: '临时单位' };
    await write(async ({ directory }) => directory.payees.add(short));
    await demo.openList('developer-roles');
    await demo.choose('hall', '修改');
    await demo.dialog(edit).getByText('hall', { exact: true }).waitFor();
    expect(await demo.dialog(edit).getByRole('textbox', { name: '角色编码' }).count(), 'the code stays').to.equal(0);
    expect([await demo.dialog(edit).getByLabel('角色名称').inputValue(), await demo.dialog(edit).getByLabel('备注').inputValue()]).to.deep.equal(['办事大厅', '市民办事']);
    await demo.dialog(edit).getByLabel('角色名称').fill('窗口');
    await demo.confirm('修改', edit);
    await demo.faultAt(edit, '角色名称', '角色名称已被使用');
    await demo.look('developer-role-name-refused');
    expect([await role('hall').then((one) => one?.roleName), await deedsOn(life, 'developer-role', 'hall')]).to.deep.equal(['办事大厅', ['developer-role.added']]);
    await demo.dialog(edit).getByLabel('角色名称').fill('办事大厅（市）');
    await demo.confirm('修改', edit);
    await demo.told('开发者角色已修改');
    await demo.rowOf('hall').getByText('办事大厅（市）').waitFor();
    expect([await queried(), await placed()], 'a name gives and takes nothing').to.deep.equal([found, noRight]);

    await demo.choose('hall', '授权');
    await placing.waitFor();
    expect([await querying.isChecked(), await placing.isChecked()]).to.deep.equal([true, false]);
    await placing.check();
    await demo.pickSome(grant, payees, `三明市行政服务中心（${second}）`, '临时单位（M-SHORT）');
    await write(async ({ directory }) => directory.payees.remove(there(await directory.payees.one({ merchantNo: 'M-SHORT' }))));
    await demo.confirm('授权', grant);
    await demo.faultAt(grant, payees, '没有这个收款单位：M-SHORT');
    await demo.look('developer-role-refused');
    expect([await placed(), await deedsOn(life, 'developer-role', 'hall')]).to.deep.equal([noRight, ['developer-role.added', 'developer-role.edited']]);
    await demo.pickSome(grant, payees, '临时单位（M-SHORT）');
    await demo.confirm('授权', grant);
    await demo.told('开发者角色权限已修改');
    expect([await placed(), await placed({ merchantNo: second })], 'granted').to.deep.equal([served, served]);
    await demo.choose('hall', '授权');
    await querying.uncheck();
    await demo.pickSome(grant, payees, `三明市行政服务中心（${second}）`);
    await save();
    expect([await queried(), await placed(), await placed({ merchantNo: second })], 'taken').to.deep.equal([noRight, served, noRight]);
    expect(await deedsOn(life, 'developer-role', 'hall')).to.deep.equal(['developer-role.added', 'developer-role.edited', 'developer-role.edited', 'developer-role.edited']);
    await demo.choose('hall', '授权');
    await querying.check();
    await save();
  });

  it('are changed from what stands there, which counts for the next request (1.1.6.2.1-c)', async () => {
    const form = '修改开发者';
    const begin = async (): Promise<void> => { await demo.choose(devId, '修改'); await demo.dialog(form).getByText('已登记 138****8000；不填则不变').waitFor(); };
    const come = async (from: string): Promise<void> => { await demo.dialog(form).getByLabel('来源地址').fill(from); await demo.confirm('修改', form); await demo.done(form); };
    await demo.openList('developers');
    await begin();
    expect(await Promise.all(['开发者名称', '联系人', '来源地址', '每秒请求数'].map((label) => demo.dialog(form).getByLabel(label, { exact: true }).inputValue()))).to.deep.equal(['网上办事大厅系统', '李建国', '127.0.0.0/8', '100']);
    await demo.dialog(form).getByText(`三明市不动产登记中心（${merchantNo}）`).waitFor();
    expect(await demo.dialog(form).getByLabel('开发者编号').count(), 'the number stays').to.equal(0);
    await demo.look('developer-form');
    for (const [label, words, fault, mended] of [
      ['个人账单推送地址', 'https://elsewhere.example.gov.cn/push', '地址不在“密钥设置”登记的回调来源之内', ''], ['开发者名称', '网上办事大厅', '开发者名称已被使用', '办事大厅系统'],
    ] as const) {
      await demo.dialog(form).getByLabel(label).fill(words);
      await demo.confirm('修改', form);
      await demo.faultAt(form, label, fault);
      await demo.dialog(form).getByLabel(label).fill(mended);
    }
    expect(await developer()).to.include({ developerName: '网上办事大厅系统', personalBillUrl: undefined });
    await come('10.0.0.0/8');
    await demo.rowOf(devId).getByText('办事大厅系统', { exact: true }).waitFor();
    expect(await developer()).to.include({ developerName: '办事大厅系统', personalBillUrl: undefined, contactMobile: '138****8000' });
    expect(await queried(), 'from elsewhere').to.equal('40301');
    await begin();
    await come('127.0.0.0/8');
    expect([await queried(), (await deedsOn(life, 'developer', devId)).slice(-2)]).to.deep.equal([found, ['developer.edited', 'developer.edited']]);
  });

  it('are switched off, and are strangers to the gateway until they are switched on again (1.1.6.2.1-e)', async () => {
    await write(async ({ directory }) => directory.developers.put({ ...await developer(), enabled: false }));
    await demo.choose(devId, '停用');
    await demo.confirm('停用');
    await demo.faultAbove('停用', '已经是这个状态，请刷新');
    await demo.giveUp('停用');
    expect((await deedsOn(life, 'developer', devId)).at(-1)).to.equal('developer.edited');
    await demo.choose(devId, '启用');
    await demo.dialog('启用').getByText('可以用登记的密钥再次调用').waitFor();
    await demo.confirm('启用');
    await demo.told('开发者已启用');
    expect([await queried(), await placed()]).to.deep.equal([found, served]);
    await demo.choose(devId, '停用');
    await demo.dialog('停用').getByText('的全部请求立即被拒绝（40003），与陌生人相同').waitFor();
    await demo.look('developer-off');
    await demo.confirm('停用');
    await demo.told('开发者已停用');
    expect([await queried(), await placed()]).to.deep.equal([stranger, stranger]);
    expect((await deedsOn(life, 'developer', devId)).slice(-2)).to.deep.equal(['developer.enabled', 'developer.disabled']);
  });

  it('go, as their roles do, when nothing uses them and not before (1.1.6.2.1-d and 1.1.6.2.2-d)', async () => {
    const all = await deedsOn(life, 'developer', devId);
    await demo.choose(devId, '删除');
    await demo.dialog('删除').getByText('及其公钥，不能恢复。已有订单或缴款书的开发者不能删除。').waitFor();
    await demo.confirm('删除');
    await demo.faultAbove('删除', '已有订单或缴款书属于这个开发者，不能删除；可以保持停用');
    await demo.look('developer-in-use');
    await demo.giveUp('删除');
    expect([(await developer()).enabled, await deedsOn(life, 'developer', devId)]).to.deep.equal([false, all]);
    await demo.button('新增').click();
    await demo.dialog('新增开发者').getByLabel('开发者名称').fill('临时系统');
    await demo.confirm('新增', '新增开发者');
    const fresh = /DEV[0-9]{26}/.exec(await demo.verdict('开发者已新增'))?.[0] ?? expect.fail('no number was given');
    await demo.deed(fresh, '停用', '开发者已停用');
    await demo.deed(fresh, '删除', '开发者已删除');
    await demo.rowOf(fresh).waitFor({ state: 'detached' });
    expect(await read(({ directory }) => directory.developers.one({ devId: fresh }))).to.equal(undefined);
    expect(await deedsOn(life, 'developer', fresh)).to.deep.equal(['developer.added', 'developer.disabled', 'developer.removed']);

    await demo.openList('developer-roles');
    await demo.choose('hall', '删除');
    await demo.dialog('删除').getByText('还有开发者属于它时不能删除。').waitFor();
    await demo.confirm('删除');
    await demo.faultAbove('删除', '还有开发者属于这个角色，请先在开发者管理中调整其角色');
    await demo.giveUp('删除');
    expect((await role('hall'))?.roleName).to.equal('办事大厅（市）');
    await demo.deed('counter', '删除', '开发者角色已删除');
    await demo.rowOf('counter').waitFor({ state: 'detached' });
    expect([await role('counter'), await deedsOn(life, 'developer-role', 'counter')]).to.deep.equal([undefined, ['developer-role.added', 'developer-role.removed']]);
    await demo.leave();
  });
});
