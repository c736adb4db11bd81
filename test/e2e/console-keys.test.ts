import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import type { Developer } from '../../domain/directory/developer.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { call, enrol, newParty, order, orderData, orderQuery, pemOf, signatureOf, textToSign, type Parameters, type Party } from '../integration/gateway/outsider.js';
import { totpStepMs, type ConsoleClient } from '../support/console-client.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { deedsOn } from './console/deeds.js';
import { OperatorPage } from './console/operator-page.js';
import { takePicture } from './pictures.js';

const minuteMs = 60_000;
/** What the gateway says: served, read and nothing found or not taken, nobody we know. */
const [served, found, stranger] = ['10000', '40004', '40003'];
const [devId, merchantNo] = ['DEV-KEYS-0001', 'M35040000001'];

/** An operator sees to the keys of a business system, each action once done and once refused; what was done is seen at the gateway. */
describe('keys of developers at the console', function suite() {
  this.timeout(180_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let client: ConsoleClient;
  let demo: OperatorPage;
  let former = newParty(devId);

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    await enrol(life.city, former, { developerName: '网上办事大厅系统', keys: [], allowedOrigins: [] });
    client = await life.person('demo');
    demo = await OperatorPage.of(browser, life, client);
  });
  afterEach(async function pictureOfFailure() { if (this.currentTest?.state === 'failed') await takePicture(demo.page, 'failed'); });
  after(async () => {
    await browser?.close();
    await life?.close();
  });
  const developer = async (): Promise<Developer> => await life.city.resources.unitOfWork.read(({ directory }) => directory.developers.one({ devId })) ?? expect.fail('it is not there');
  const queried = async (party: Party): Promise<string | undefined> => (await call(life.city, party, orderQuery, { merchantNo, bizOrderNo: 'NONE', orderDate: '20260508' })).code;

  it('have a public key imported, and never a private one, and are shown the one of the platform (1.1.6.2.1-f)', async () => {
    const form = '导入公钥';
    expect(await queried(former), 'without a key').to.equal(stranger);
    await demo.openList('developers');
    await demo.choose(devId, '密钥设置');
    await demo.page.getByText('还没有公钥，不能调用接口').waitFor();
    await demo.button(form).click();
    await demo.dialog(form).getByLabel('开发者公钥').fill(former.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    await demo.confirm('导入', form);
    await demo.faultAt(form, '开发者公钥', '给出的是私钥，不是公钥；该私钥应视为已泄露并更换');
    expect((await developer()).keys).to.deep.equal([]);
    await demo.dialog(form).getByLabel('开发者公钥').fill(pemOf(former.publicKey));
    await demo.look('import-key');
    await demo.confirm('导入', form);
    await demo.told('公钥已导入，立即生效');
    await demo.page.getByText(/^SM3 [0-9a-f]{64}$/).waitFor();
    await demo.page.getByText('RSA2（SHA256withRSA）', { exact: true }).waitFor();
    expect((await demo.page.locator('pre.pasted').innerText()).trim()).to.equal((await life.city.resources.signer.publicKeyPem('platform.RSA2')).trim());
    expect(await queried(former)).to.equal(found);
    expect((await deedsOn(life, 'developer', devId)).at(-1)).to.equal('developer.key-imported');
    await demo.look('keys');
  });

  it('have a workbench that shows support why a signature is refused, and when it is good', async () => {
    await demo.page.getByRole('link', { name: '测试签名' }).click();
    await demo.page.getByLabel('请求', { exact: true }).fill('{"version": "1.0.0"');
    await demo.button('检查').click();
    await demo.page.getByText(/^网关不能读取这个请求：/).waitFor();
    await demo.button('生成样例请求').click();
    await demo.page.getByText('待签名文本（样例）').waitFor();
    const sample = JSON.parse(await demo.page.getByLabel('请求', { exact: true }).inputValue()) as Parameters;
    expect(sample['devId'], 'the one whose keys were read').to.equal(devId);
    const text = textToSign(sample);
    await demo.page.getByRole('tab', { name: 'Go' }).click();
    await demo.look('workbench-sample');
    await demo.page.getByLabel('签名', { exact: true }).fill(signatureOf(former, `${text}\n`));
    await demo.page.getByLabel('对方的待签名文本').fill(text.replace('version=1.0.0', 'version=1.0.1'));
    await demo.button('检查').click();
    await demo.page.getByText('验签不通过，原因已找到').waitFor();
    await demo.page.getByText('待签名文本末尾多了换行或空格').waitFor();
    await demo.page.getByText(/^从第 [0-9]+ 个字节起不同$/).waitFor();
    expect(await demo.page.locator('td.differs').allTextContents()).to.deep.equal(['0', '30', '1', '31']);
    await demo.look('workbench-refused');
    await demo.page.getByLabel('签名', { exact: true }).fill(signatureOf(former, text));
    await demo.page.getByLabel('对方的待签名文本').fill(text);
    await demo.button('检查').click();
    await demo.page.getByText(/^验签通过：由登记的密钥/).waitFor();
    await demo.page.getByText('与平台计算的待签名文本逐字节相同').waitFor();
    await demo.look('workbench-good');
  });

  it('name the origins of their addresses, and change their keys in overlap (1.1.6.2.1-f)', async () => {
    const [origins, form, ending] = ['修改回调来源', '导入公钥', '停用公钥'];
    const next = newParty(devId);
    const notified = async (origin: string): Promise<string | undefined> => (await call(life.city, next, order, orderData(life.city, { notifyUrl: `${origin}/told` }))).code;
    await demo.openList('developers');
    await demo.choose(devId, '密钥设置');
    await demo.button(form).click();
    await demo.dialog(form).getByLabel('开发者公钥').fill(pemOf(former.publicKey));
    await demo.confirm('导入', form);
    await demo.faultAt(form, '开发者公钥', '这个公钥已登记在该开发者名下');
    await demo.dialog(form).getByLabel('开发者公钥').fill(pemOf(newParty(devId, 'SM2').publicKey));
    await demo.pick(form, '签名算法', '国密 SM2');
    await demo.confirm('导入', form);
    await demo.faultAt(form, '原密钥', '更换签名算法、编码或用户标识时，原密钥不能继续使用，请选择“立即停用原密钥”');
    expect((await developer()).keys).to.have.length(1);
    await demo.pick(form, '签名算法', 'RSA2（2048 位以上）');
    await demo.dialog(form).getByLabel('开发者公钥').fill(pemOf(next.publicKey));
    await demo.confirm('导入', form);
    await demo.page.getByText(/^SM3 [0-9a-f]{64}$/).nth(1).waitFor();
    expect([await queried(former), await queried(next)], 'both sign').to.deep.equal([found, found]);

    await demo.button(origins).click();
    await demo.dialog(origins).getByLabel('允许的回调来源').fill('https://pay.example.gov.cn/told');
    await demo.confirm('修改', origins);
    await demo.faultAt(origins, '允许的回调来源', /^来源不正确：https:\/\/pay\.example\.gov\.cn\/told（如 /);
    expect([(await developer()).allowedOrigins, await notified('https://pay.example.gov.cn:8443')]).to.deep.equal([[], found]);
    await demo.dialog(origins).getByLabel('允许的回调来源').fill('https://pay.example.gov.cn\nhttps://pay.example.gov.cn:8443');
    await demo.confirm('修改', origins);
    await demo.told('回调来源已修改');
    await demo.page.getByText('https://pay.example.gov.cn:8443', { exact: true }).waitFor();
    expect([await notified('https://pay.example.gov.cn:8443'), await notified('https://pay.example.gov.cn:9443')]).to.deep.equal([served, found]);

    const old = demo.rowOf((await demo.page.getByText(/^SM3 [0-9a-f]{64}$/).last().textContent()) ?? '');
    const at = new Date(life.city.now() + 6 * minuteMs + 8 * 60 * minuteMs).toISOString().slice(0, 16).replace('T', ' ');
    await old.getByRole('button', { name: '停用', exact: true }).click();
    await demo.pick(ending, '何时停用', '到指定时间');
    for (const [moment, fault] of [['明天', '如 2026-12-31 18:00（北京时间）'], ['2020-01-01 00:00', '停用时间须在现在之后、一年以内']] as const) {
      await demo.dialog(ending).getByLabel('停用时间').fill(moment);
      await demo.confirm('停用', ending);
      await demo.faultAt(ending, '停用时间', fault);
    }
    await demo.dialog(ending).getByLabel('停用时间').fill(at);
    await demo.dialog(ending).getByLabel('操作备注').fill('开发者来函');
    await demo.confirm('停用', ending);
    await demo.told('已设定停用时间');
    await old.getByText(`有效至 ${at}:00`).waitFor();
    await demo.look('keys-in-overlap');
    expect([await queried(former), await queried(next)], 'until then').to.deep.equal([found, found]);
    life.city.advance(6 * minuteMs);
    expect([await queried(former), await queried(next)], 'from then on').to.deep.equal([stranger, found]);
    await demo.page.reload();
    await old.getByRole('button', { name: '移除', exact: true }).click();
    await demo.confirm('移除', ending);
    life.city.advance(totpStepMs);
    await demo.proveAnew(client.code(life.city.now()));
    await old.waitFor({ state: 'detached' });
    expect(await deedsOn(life, 'developer', devId).then((deeds) => deeds.slice(-4))).to.deep.equal(['developer.key-imported', 'developer.origins-changed', 'developer.key-retired', 'developer.key-retired']);
    former = next;
  });

  it('change how they sign, and the platform takes the new way alone (1.1.6.2.1-f)', async () => {
    const [form, scheme] = ['导入公钥', '修改签名参数'];
    const sm2 = newParty(devId, 'SM2');
    await demo.button(form).click();
    await demo.pick(form, '签名算法', '国密 SM2');
    await demo.pick(form, '原密钥', '立即停用原密钥');
    await demo.dialog(form).getByLabel('开发者公钥').fill(pemOf(sm2.publicKey));
    await demo.confirm('导入', form);
    await demo.page.getByText('国密 SM2（SM3withSM2）', { exact: true }).waitFor();
    expect([await queried(former), await queried(sm2)]).to.deep.equal([stranger, found]);
    expect((await demo.page.locator('pre.pasted').innerText()).trim()).to.equal((await life.city.resources.signer.publicKeyPem('platform.SM2')).trim());
    await demo.button(scheme).click();
    await demo.dialog(scheme).getByLabel('用户标识').fill('办事大厅');
    await demo.pick(scheme, '签名编码', 'r‖s 64 字节（加密机、部分 JavaScript 库）');
    await demo.confirm('修改', scheme);
    await demo.faultAt(scheme, '用户标识', '用户标识不正确');
    expect(await queried(sm2)).to.equal(found);
    await demo.dialog(scheme).getByLabel('用户标识').fill('');
    await demo.confirm('修改', scheme);
    await demo.told('签名参数已修改');
    await demo.page.getByText('r‖s（64 字节）', { exact: true }).waitFor();
    former = { ...sm2, encoding: 'raw' };
    expect([await queried(sm2), await queried(former)]).to.deep.equal([stranger, found]);
    expect((await deedsOn(life, 'developer', devId)).slice(-2)).to.deep.equal(['developer.key-imported', 'developer.scheme-changed']);
    await demo.leave();
  });
});
