import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { consoleRoutes } from '../../bootstrap/console-port.js';
import { dashedTime, dayMs } from '../../domain/kernel/china-time.js';
import { ConsoleLife, password } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Arriving } from './console/arriving.js';
import { exported } from './console/exported.js';
import { OperatorPage } from './console/operator-page.js';

const later = '春天种银杏-Ginkgo26';
const dayOf = (at: number): string => dashedTime(at).slice(0, 10).replaceAll('-', '');

/** The pages on the platform itself, as the first person of an installation meets them, and as half a year later somebody reads what was done. */
describe('an operator at the console of a running platform', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let people: Arriving;
  let firstDay = 0;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    firstDay = Date.now();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
    people = new Arriving(life);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const arrive = (at: OperatorPage, account: string): Promise<void> => people.arrive(at.page, account, life.codes.get(account) ?? '', password);
  const faultAtGate = (words: string): string => `.gate-trouble:has-text("${words}")`;
  /** Types account and password, and reads what came of it. */
  async function signIn(at: OperatorPage, account: string, secret: string): Promise<void> {
    await at.page.getByLabel('账号').fill(account);
    await at.page.getByLabel('口令', { exact: true }).fill(secret);
    await Promise.all([at.page.waitForResponse((response) => response.url().endsWith('/sign-in')), at.page.keyboard.press('Enter')]);
  }
  async function showCode(at: OperatorPage, account: string): Promise<void> {
    await at.page.getByLabel('动态口令', { exact: true }).fill(people.code(account));
    await at.page.keyboard.press('Enter');
  }
  const entries = async (condition: Readonly<Record<string, string>> = {}): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const rows: readonly Readonly<Record<string, unknown>>[] = await life.city.resources.engine.reader.table('audit_entry').where(condition);
    return rows;
  };

  it('activates an account with a password that nobody guesses, sets the second factor up, reads a list and the operation log, and signs out (1.1.6.3.2-f)', async () => {
    const at = await OperatorPage.open(browser, life);
    await people.setPassword(at.page, 'auditor', life.codes.get('auditor') ?? '', 'short-1A');
    await at.page.locator('.ant-form-item-explain-error').filter({ hasText: '新口令还不符合下面的要求' }).waitFor();
    await people.setPassword(at.page, 'auditor', life.codes.get('auditor') ?? '', 'Tongjiao-2026-Kou');
    await at.page.locator(faultAtGate('口令太常见，或含有平台、地名等容易猜到的词')).waitFor();
    expect(await entries({ action: 'operator.activated' })).to.deep.equal([]);
    await arrive(at, 'auditor');
    await at.look('first-home');
    await at.openList('audit-logs');
    await at.told('凭一次性激活码设置口令');
    await at.look('audit-logs');
    await at.goTo('lists/repeat-orders');
    await at.page.getByText('没有权限').first().waitFor();
    await at.page.getByText('审计员（审计员）').click();
    await at.page.getByText('退出登录').click();
    await at.page.getByLabel('口令', { exact: true }).waitFor();
    await at.goTo('lists/audit-logs');
    await at.page.getByLabel('口令', { exact: true }).waitFor();
    expect((await entries({ action: 'operator.signed-out' })).length).to.equal(1);
    await at.leave();
  });

  it('reads and exports a list, is sent to the gate when the session ends, and comes back with the picture after wrong passwords (1.1.6.3.2-f)', async () => {
    const at = await OperatorPage.open(browser, life);
    await arrive(at, 'demo');
    await at.openList('nontax-regions');
    await at.page.getByText(/^共 [1-9][0-9]* 条$/).waitFor();
    await at.look('nontax-regions');
    expect((await exported(at.page)).fileName).to.match(/^区域非税配置-[0-9]{14}\.xlsx$/);
    life.city.advance(16 * 60_000);
    await at.page.reload();
    for (let tries = 0; tries < 3; tries += 1) {
      await signIn(at, 'demo', 'Wrong-2026-Word');
      await at.page.locator(faultAtGate('账号、口令或验证码不正确，或账号暂不能登录')).waitFor();
    }
    await at.page.getByRole('img', { name: '图形验证码图片' }).waitFor();
    await at.look('picture');
    // What stands in the picture is for people; the answer is taken from the store.
    const [asked] = await life.city.resources.engine.reader.table('sign_in_challenge').orderBy('made_at', 'desc').limit(1) as readonly { readonly challenge_no: string }[];
    const challenge = await life.city.resources.unitOfWork.read(({ operators }) => operators.challenge(asked?.challenge_no ?? ''));
    await at.page.getByRole('textbox', { name: '图形验证码' }).fill(challenge?.captcha ?? '');
    await signIn(at, 'demo', password);
    await showCode(at, 'demo');
    await at.page.getByText(/^共 [1-9][0-9]* 条$/).waitFor();
    await at.leave();
  });

  it('finds after half a year everything in the log, also who did not get in, and cannot change it; the password has had its time (1.1.6.4, 1.1.6.4.2, 1.1.6.4.3, 1.1.6.3.2-f)', async () => {
    const known = (await entries()).length;
    life.city.advance(190 * dayMs);
    const at = await OperatorPage.open(browser, life);
    await at.goTo('lists/audit-logs');
    await signIn(at, 'auditor', password);
    await showCode(at, 'auditor');
    const choose = async (next: string): Promise<void> => {
      for (const [label, words] of [['当前口令', password], ['新口令', next], ['再次输入新口令', next]] as const) await at.page.getByLabel(label, { exact: true }).fill(words);
      await at.page.getByRole('button', { name: '更换口令' }).click();
    };
    await at.page.getByText('口令须更换后才能继续。').waitFor();
    await choose(password);
    await at.page.locator(faultAtGate('不能使用最近用过的口令')).waitFor();
    await at.look('password-expired');
    await choose(later);
    await at.page.getByRole('heading', { name: '操作日志' }).waitFor();

    const titles = async (row: number) => (await at.page.locator('.list-table tbody tr.ant-table-row').nth(row).getByRole('cell').allTextContents()).map((text) => text.trim());
    const found = async (): Promise<readonly string[]> => at.page.locator('.list-table tbody tr.ant-table-row td:nth-child(5)').allTextContents();
    // It may have been midnight meanwhile.
    await at.openList('audit-logs', `operateTimeFrom=${dayOf(firstDay)}&operateTimeTo=${dayOf(firstDay + dayMs)}&pageSize=100`);
    const ofFirstDay = await found();
    expect(ofFirstDay.length).to.be.at.least(known);
    expect(ofFirstDay).to.include.members(['凭一次性激活码设置口令', '绑定第二因素并登录', '退出登录', '登录', '登录失败：口令不正确', '首次启动建立账号 auditor']);
    expect(ofFirstDay.filter((words) => words === '登录失败：口令不正确')).to.have.length(3);
    await at.page.getByLabel('操作说明').fill('登录失败');
    await at.button('查询').click();
    await at.page.getByText('共 3 条', { exact: true }).waitFor();
    expect((await titles(0)).slice(2, 5)).to.deep.equal(['演示操作员', '127.0.0.1', '登录失败：口令不正确']);
    await at.look('half-a-year-later');
    const { fileName, headings, rows } = await exported(at.page);
    expect(fileName).to.match(/^操作日志-[0-9]{14}\.xlsx$/);
    expect(headings).to.include.members(['操作时间', '操作员编码', '操作员名称', '登录IP', '操作说明', '源数据']);
    expect(rows.map((cells) => cells[headings.indexOf('操作说明')])).to.deep.equal(['登录失败：口令不正确', '登录失败：口令不正确', '登录失败：口令不正确']);
    // Seven days are asked for where nobody says which.
    await at.openList('audit-logs', 'pageSize=100');
    const ofLastDays = await found();
    expect(ofLastDays).to.include.members(['登录', '修改口令', '导出操作日志，共 3 行']);
    expect(ofLastDays.filter((words) => words === '退出登录' || words.startsWith('登录失败'))).to.deep.equal([]);

    // Nothing is done to an entry but reading it: here, and at any address.
    expect(await at.page.locator('.page-actions button').allTextContents()).to.deep.equal(['核验', '导出可核验文件', '刷新', '列设置', '导出 Excel']);
    expect([...new Set(await at.page.locator('.list-table tbody button').allTextContents())]).to.deep.equal(['详情']);
    expect(consoleRoutes(life.city.platform.container, life.city.config).filter(({ path }) => path.includes('audit')).map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['POST /audit/verify', 'POST /audit/file']);
    const verified = async (heading: string): Promise<string> => {
      await at.button('核验').click();
      return at.verdict(heading);
    };
    await life.city.until('every entry has its number', async () => ((await entries()).every(({ seq }) => seq !== null) ? true : undefined));
    expect(await verified('审计日志完整')).to.match(/^审计日志共 [0-9]+ 条，逐条相连，未被改动；/);
    const wish = '导出可核验文件';
    await at.button(wish).click();
    await at.fill(wish, { 起日: dayOf(firstDay), 止日: dayOf(life.city.now()) });
    await at.confirm(wish);
    await at.faultAt(wish, '止日', '日期不正确：写作 yyyyMMdd，止日不早于起日，最多 31 天');
    expect(await entries({ action: 'audit.exported' })).to.deep.equal([]);
    await at.fill(wish, { 止日: dayOf(firstDay + dayMs) });
    const [download] = await Promise.all([at.page.waitForEvent('download'), at.confirm(wish)]);
    expect(download.suggestedFilename()).to.equal(`审计日志_${dayOf(firstDay)}-${dayOf(firstDay + dayMs)}.jsonl`);
    const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('登录失败：口令不正确'))).to.have.length(3);
    expect(await entries({ action: 'audit.exported' })).to.have.length(1);
    const [, entry] = [...await entries({ action: 'operator.sign-in-failed' })];
    await life.city.resources.engine.writer('audit_entry').where({ entry_id: String(entry?.['entry_id']) }).delete();
    expect(await verified('审计日志不完整，请立即按安全事件处置')).to.include(`审计日志第 ${String(entry?.['seq'])} 条起不符：缺少一条记录；`);
    await at.look('entry-missing');
    await at.leave();
  });
});
