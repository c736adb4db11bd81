import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { allSteps, bootSteps } from '../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { consoleRoutes } from '../../bootstrap/console-port.js';
import { consoleMenu } from '../../contracts/console/menu.js';
import { listPermissions } from '../../contracts/console/permissions.js';
import { listNamed } from '../../contracts/lists/all-lists.js';
import type { ListView } from '../../contracts/lists/list-view.js';
import type { ConsoleLife } from '../integration/console/console-life.js';
import type { ConsoleClient } from '../support/console-client.js';
import { aPng } from '../support/sample-files.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues } from './console/colleagues.js';
import { OperatorPage } from './console/operator-page.js';
import { readerOf, seededLife } from './console/seeded-life.js';

/** Days of the small city that lies in the database; what the running one does by itself is of later days. */
const question = ({ defaultRange }: ListView): string => (defaultRange === undefined ? '' : `${defaultRange.filter}From=20260101&${defaultRange.filter}To=20260531`);
const pages = consoleMenu.flatMap(({ pages: of }) => of).flatMap(({ list, title }) => {
  const view = list === undefined ? undefined : listNamed(list);
  return view === undefined || readerOf(view) !== 'demo' ? [] : [{ title, view }];
});

interface Shown { readonly onPage: readonly string[]; readonly onRows: readonly string[]; readonly inDetail: readonly string[]; readonly rows: readonly (readonly string[])[] }
/** Run inside the page, so they are plain text. */
const textsOf = (selector: string): string => `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent.trim()).filter((text) => text !== '')`;
/** Opens what stands under 更多, row by row; what was opened once stays in the page. */
const openMore = `(async () => {
  const menus = () => [...document.querySelectorAll('.ant-dropdown')].filter((one) => one.querySelector('[role=menuitem]') !== null).length;
  const more = [...document.querySelectorAll('.list-table tbody button')].filter((one) => one.textContent.trim() === '更多');
  for (const [n, one] of more.entries()) {
    one.click();
    for (let frames = 0; menus() <= n && frames < 900; frames += 1) await new Promise(requestAnimationFrame);
    one.click();
  }
  return { more: more.length, opened: menus() };
})()`;
const rowsShown = `[...document.querySelectorAll('.list-table tbody tr.ant-table-row')].map((row) => [...row.querySelectorAll('td')].slice(0, -1).map((cell) => cell.textContent.trim()))`;
/** What everybody may do with a list that they may read. */
const readersOwn = ['刷新', '列设置', '导出 Excel'];

/** What runs by itself, or is written about whoever asks: sessions and tries that have had their time, log lines, leases, walks through all rows and the alerts of what they find, and the operation log, which is looked at by itself. */
const livesByItself = ['audit_entry', 'audit_head', 'audit_signed_head', 'operator_session', 'sign_in_tries', 'sign_in_challenge', 'platform_log', 'work_lease', 'node_number', 'key_walk', 'console_alert'];

/** RBAC-01, RBAC-02: what somebody may not do is not offered on any page, and refused where it is asked for all the same. */
describe('somebody who may read everything and do nothing', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  let demo: OperatorPage;
  let reader: OperatorPage;
  let reading: readonly string[];
  let [demoClient, readerClient]: readonly (ConsoleClient | undefined)[] = [];
  /** What demo's pages offer: the list and the title of each action. */
  const offered = new Set<string>();
  const changing = () => consoleRoutes(life.city.platform.container, life.city.config).filter(({ method, access }) => method === 'POST' && typeof access === 'object');

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await seededLife()];
    const toChange = new Set(changing().flatMap(({ access }) => (typeof access === 'object' ? [access.permission] : [])));
    const role = await life.city.resources.unitOfWork.read(({ operators }) => operators.role('demo-business'));
    reading = (role?.permissions ?? []).filter((permission) => !toChange.has(permission));
    const colleagues = await Colleagues.arrive(life);
    const added = await colleagues.bySecadmin('/roles/add', { roleCode: 'onlooker', roleName: '只读岗', permissions: reading, remark: '' });
    expect(added.status, JSON.stringify(added.body)).to.equal(200);
    [demoClient, readerClient] = [await life.person('demo'), await life.person('onlooker', (await colleagues.made('onlooker', '陈查阅', { kind: 'all' }, 'onlooker')).activationCode)];
    [demo, reader] = [await OperatorPage.of(browser, life, demoClient), await OperatorPage.of(browser, life, readerClient)];
    for (const at of [demo, reader]) {
      await at.goTo('');
      await at.told('常用功能');
    }
  });
  after(async () => {
    await browser?.close();
    await life?.close();
  });

  /** Everything that the page of a list offers, and what its rows say. */
  async function look(at: OperatorPage, view: ListView): Promise<Shown> {
    await at.passTo(view, question(view));
    const { more, opened } = await at.page.evaluate<{ more: number; opened: number }>(openMore);
    expect(opened, `${view.name}: rows with 更多`).to.equal(more);
    const [onPage, beside, under, rows] = await at.page.evaluate<[string[], string[], string[], string[][]]>(
      `[${textsOf('.page-actions button')}, ${textsOf('.list-table tbody tr.ant-table-row button')}, ${textsOf('.ant-dropdown [role=menuitem]')}, ${rowsShown}]`);
    return { onPage, onRows: [...beside, ...under].filter((title) => title !== '更多'), inDetail: view.record === undefined ? [] : await lookInside(at), rows };
  }
  /** Everything that the record of the first row offers. */
  async function lookInside(at: OperatorPage): Promise<readonly string[]> {
    await at.button('详情').first().click();
    const record = at.page.locator('.ant-drawer .record-block').first();
    await record.waitFor();
    const offers = await at.page.evaluate<string[]>(textsOf('.ant-drawer .record-actions button'));
    await at.page.keyboard.press('Escape');
    await record.waitFor({ state: 'detached' });
    return offers;
  }

  it('holds every right to read that the other one has, and they open every list', () => {
    expect(reading).to.have.members(listPermissions.filter((permission) => reading.includes(permission)));
    expect(pages.filter(({ view }) => !reading.includes(view.permission)).map(({ view }) => view.name)).to.deep.equal([]);
    expect(pages).to.have.length.above(20);
  });

  for (const { title, view } of pages) {
    it(`${title}: reads the same rows and is offered nothing but to read them`, async () => {
      const [all, less] = await Promise.all([look(demo, view), look(reader, view)]);
      for (const action of all.onPage.filter((one) => !readersOwn.includes(one))) offered.add(`${view.name} ${action}`);
      for (const action of [...all.onRows, ...all.inDetail].filter((one) => one !== '详情')) offered.add(`${view.name} ${action}`);
      expect(less.rows).to.have.length.above(0).and.to.deep.equal(all.rows);
      expect(less.onPage).to.deep.equal(readersOwn);
      expect(less.onRows).to.deep.equal(less.rows.map(() => '详情'));
      expect(less.inDetail).to.deep.equal([]);
    });
  }

  it('does not get to the pages on which something is done', async () => {
    const own = consoleMenu.flatMap(({ pages: of }) => of).filter((page) => page.list === undefined);
    expect(own.map(({ key }) => key)).to.include.members(['callback-desk', 'signature-workbench']);
    for (const { key, title } of own) {
      for (const at of [demo, reader]) await at.passBy(`pages/${key}`);
      await demo.page.getByRole('heading', { name: title, exact: true }).waitFor();
      await reader.page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    }
  });

  it('has been compared with somebody to whom much is offered', () => {
    expect(offered.size, [...offered].sort().join('\n')).to.be.above(80);
  });

  it('is refused each call that changes something, from the own page and for want of the right; nothing is changed, and each is in the operation log', async () => {
    const { reader: db } = life.city.resources.engine;
    const names = [...bootSteps, ...allSteps].flatMap((step) => (step.change === 'create-table' && !livesByItself.includes(step.table) ? [step.table] : []));
    const tables = async (): Promise<Readonly<Record<string, string>>> => Object.fromEntries(await Promise.all(names.map(async (name) => {
      const rows: readonly unknown[] = await db.table(name);
      return [name, rows.map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).sort().join('\n')] as const;
    })));
    const denials = async (): Promise<readonly string[]> => {
      const rows: readonly Readonly<Record<string, unknown>>[] = await db.table('audit_entry').where({ action: 'operator.denied' });
      const { operatorNo } = await readerClient?.get('/me').then(({ body }) => body) ?? {};
      return rows.filter((row) => row['actor_code'] === operatorNo).map((row) => String(row['description'])).sort();
    };
    const calls = changing().map(({ name, path, summary, file }) => ({
      name, summary, address: `/console/api${path.replaceAll(/:\w+/g, '1'.repeat(26))}`, ...(file === undefined ? {} : { type: 'image/png', bytes: [...aPng()] }),
    }));
    expect(calls).to.have.length.above(80);
    const [before, deniedBefore] = [await tables(), await denials()];
    // As the pages themselves send it, with everything but the right.
    const answers = await reader.page.evaluate<[string, number, string, string][]>(`(async () => {
      const answers = [];
      for (const { name, address, type, bytes } of ${JSON.stringify(calls)}) {
        const headers = { 'x-console-request': '1', 'content-type': type || 'application/json', ...(type ? { 'x-file-name': 'a.png' } : {}) };
        const response = await fetch(address, { method: 'POST', headers, credentials: 'same-origin', body: bytes ? new Uint8Array(bytes) : '{}' });
        const { code, message } = await response.json();
        answers.push([name, response.status, code, message]);
      }
      return answers;
    })()`);
    expect(answers).to.deep.equal(calls.map(({ name }) => [name, 403, 'FORBIDDEN', '没有权限']));
    const after = await tables();
    expect(names.filter((name) => after[name] !== before[name])).to.deep.equal([]);
    expect(deniedBefore).to.deep.equal([]);
    expect(await denials()).to.deep.equal(calls.map(({ summary }) => `无权访问：${summary}`).sort());

    // The same call by whoever has the right does something, and the tables show it.
    expect((await demoClient?.post('/issues/register', { issueType: 'OTHER', issueDescription: '缴款人来电', attachments: [] }))?.status).to.equal(200);
    const done = await tables();
    expect(names.filter((name) => done[name] !== after[name])).to.have.members(['desk_issue', 'issue_step']);
    for (const at of [demo, reader]) await at.leave();
  });
});
