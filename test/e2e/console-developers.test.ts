import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { call, newParty, orderQuery, pemOf, signatureOf, textToSign, type Parameters } from '../integration/gateway/outsider.js';
import { browserIsHere, faintTexts, openBrowser, openPage, pc } from './cashier-browser.js';

/** An operator connects a business system on the pages of the console, and finds out why its signature is refused. */
describe('developers at the console', function suite() {
  this.timeout(180_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let page: Page;
  const complaints: string[] = [];
  const pictures = process.env['CONSOLE_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'console-developers-'));

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    const client = await life.person('demo');
    const watched = await openPage(browser, pc);
    page = watched.page;
    page.setDefaultTimeout(20_000);
    page.on('close', () => complaints.push(...watched.complaints));
    const [name = '', value = ''] = (client.cookie ?? '').split('=');
    await page.context().addCookies([{ name, value, url: life.baseUrl }]);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
  const rowOf = (words: string) => page.getByRole('row').filter({ hasText: words });
  const told = (words: string): Promise<void> => page.getByText(words, { exact: true }).first().waitFor();
  const open = async (list: string): Promise<void> => {
    await page.goto(`${life.baseUrl}/console/lists/${list}`);
    await page.getByText(/^共 [0-9]+ 条$/).waitFor();
  };
  const look = async (name: string): Promise<void> => {
    // What appears is faint for a moment.
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
    const disabled = await page.locator(':disabled').allTextContents();
    const { faint } = await page.evaluate<{ faint: string[] }>(faintTexts);
    expect(faint.filter((line) => !line.endsWith(' 1.00') && !disabled.some((words) => words !== '' && line.startsWith(words))), name).to.deep.equal([]);
  };
  /** Of a row: beside the others, or under 更多. */
  const choose = async (words: string, action: string): Promise<void> => {
    const beside = rowOf(words).getByRole('button', { name: action, exact: true });
    if (await beside.count() > 0) { await beside.click(); return; }
    await rowOf(words).getByRole('button', { name: /更多/ }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  };
  const confirm = (title: string, heading = title): Promise<void> => dialog(heading).getByRole('button', { name: title, exact: true }).click();
  const party = newParty('to be given');
  let devId = '';

  it('makes a role and a developer, gives the one to the other, and takes its key in', async () => {
    await open('developer-roles');
    await button('新增').click();
    await dialog('新增开发者角色').getByLabel('角色编码').fill('hall');
    await dialog('新增开发者角色').getByLabel('角色名称').fill('办事大厅');
    await dialog('新增开发者角色').getByRole('checkbox', { name: /^订单查询/ }).check();
    await look('developer-role');
    await confirm('新增', '新增开发者角色');
    await told('开发者角色已新增');

    await open('developers');
    await button('新增').click();
    await dialog('新增开发者').getByLabel('开发者名称').fill('网上办事大厅系统');
    await dialog('新增开发者').getByLabel('联系人', { exact: true }).fill('李建国');
    await dialog('新增开发者').getByLabel('联系人手机').fill('13800138000');
    await dialog('新增开发者').getByLabel('来源地址').fill('10.0.0.1/8');
    await confirm('新增', '新增开发者');
    await dialog('新增开发者').getByText('不是 IP 地址或网段：10.0.0.1/8').waitFor();
    await look('developer-refused');
    await dialog('新增开发者').getByLabel('来源地址').fill('127.0.0.0/8');
    await confirm('新增', '新增开发者');
    devId = /DEV[0-9]{26}/.exec(await dialog('开发者已新增').textContent() ?? '')?.[0] ?? '';
    await dialog('开发者已新增').getByRole('button', { name: '关闭' }).last().click();
    await rowOf(devId).getByText('138****8000').waitFor();
    await look('developers');

    await choose(devId, '分配角色');
    await dialog('分配开发者角色').getByRole('combobox').click();
    await page.getByTitle('办事大厅（hall）').click();
    await confirm('分配角色', '分配开发者角色');
    await told('角色已分配');
    await rowOf(devId).getByText('办事大厅', { exact: true }).waitFor();

    await choose(devId, '密钥设置');
    await page.getByText('还没有公钥，不能调用接口').waitFor();
    await button('导入公钥').click();
    await dialog('导入公钥').getByLabel('开发者公钥').fill(party.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    await confirm('导入', '导入公钥');
    await dialog('导入公钥').getByText('给出的是私钥，不是公钥').waitFor();
    await dialog('导入公钥').getByLabel('开发者公钥').fill(pemOf(party.publicKey));
    await look('import-key');
    await confirm('导入', '导入公钥');
    await told('公钥已导入，立即生效');
    await page.getByText(/^SM3 [0-9a-f]{64}$/).waitFor();
    await button('修改回调来源').click();
    await dialog('修改回调来源').getByLabel('允许的回调来源').fill('https://pay.example.gov.cn\nhttps://pay.example.gov.cn:8443');
    await confirm('修改', '修改回调来源');
    await told('回调来源已修改');
    await page.getByText('https://pay.example.gov.cn:8443', { exact: true }).waitFor();
    await look('keys');

    const answer = await call(life.city, { ...party, devId }, orderQuery, { merchantNo: 'M35040000001', bizOrderNo: 'NONE', orderDate: '20260508' });
    expect(answer.code, 'signed by its key, granted by its role; for a payee it may not act for').to.be.oneOf(['40302', '40004']);
  });

  it('shows support why a signature is refused, and when it is good', async () => {
    await page.getByRole('link', { name: '测试签名' }).click();
    await button('生成样例请求').click();
    await page.getByText('待签名文本（样例）').waitFor();
    const sample = JSON.parse(await page.getByLabel('请求', { exact: true }).inputValue()) as Parameters;
    const text = textToSign(sample);
    await page.getByRole('tab', { name: 'Go' }).click();
    await look('workbench-sample');
    await page.getByLabel('签名', { exact: true }).fill(signatureOf(party, `${text}\n`));
    await page.getByLabel('对方的待签名文本').fill(`${text.replace('version=1.0.0', 'version=1.0.1')}`);
    await button('检查').click();
    await page.getByText('验签不通过，原因已找到').waitFor();
    await page.getByText('待签名文本末尾多了换行或空格').waitFor();
    await page.getByText(/^从第 [0-9]+ 个字节起不同$/).waitFor();
    expect(await page.locator('td.differs').allTextContents()).to.deep.equal(['0', '30', '1', '31']);
    await look('workbench-refused');
    await page.getByLabel('签名', { exact: true }).fill(signatureOf(party, text));
    await page.getByLabel('对方的待签名文本').fill(text);
    await button('检查').click();
    await page.getByText(/^验签通过：由登记的密钥/).waitFor();
    await page.getByText('与平台计算的待签名文本逐字节相同').waitFor();
    await look('workbench-good');
  });

  it('switches it off, and deletes it', async () => {
    await open('developers');
    await choose(devId, '停用');
    await confirm('停用');
    await told('开发者已停用');
    expect((await call(life.city, { ...party, devId }, orderQuery, { merchantNo: 'M35040000001', bizOrderNo: 'NONE', orderDate: '20260508' })).code).to.equal('40003');
    await choose(devId, '删除');
    await confirm('删除');
    await told('开发者已删除');
    await rowOf(devId).waitFor({ state: 'detached' });
    await page.close();
    expect(complaints.filter((line) => !/^Failed to load resource: .* (401|403|404|409|422)\b/.test(line))).to.deep.equal([]);
  });
});
