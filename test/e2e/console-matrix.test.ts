import { expect } from 'chai';
import exceljs from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { readMatrix } from '../../bootstrap/cli/requirements/read-matrix.js';
import { consoleMenu } from '../../contracts/console/menu.js';
import { listNamed } from '../../contracts/lists/all-lists.js';
import { shownColumns, type ListView } from '../../contracts/lists/list-view.js';
import { listEntries } from '../../contracts/requirements/list-entries.js';
import { businessDay } from '../../domain/kernel/china-time.js';
import type { ConsoleLife } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser, openPage, pc, type Watched } from './cashier-browser.js';
import { readerOf, seededLife, signInQuietly } from './console/seeded-life.js';
import { no } from '../builders/moments.js';
import { takePicture } from './pictures.js';

const matrix = readMatrix();
/** What the copy for lists says besides: a block of a detail, or what nothing keeps yet. */
const isLeftOut = (id: string, en: string): boolean =>
  [...listEntries.find((entry) => entry.id === id)?.columns ?? [], ...listEntries.find((entry) => entry.id === id)?.filters ?? []].some((part) => part.en === en && (part.notStored === true || ('block' in part && part.block === true)));

/** Labels that the matrix wants on the page of a list, in columns and in filters, and in the file that its screen exports. */
function wantedOf(view: ListView): { readonly columns: readonly string[]; readonly filters: readonly string[]; readonly controls: ReadonlyMap<string, string>; readonly exported: readonly string[] } {
  const entries = matrix.filter(({ id }) => view.requirements.includes(id));
  const labels = (of: 'columns' | 'filters', all = entries): readonly string[] => all.flatMap((entry) => (entry[of] ?? []).filter(({ en }) => !isLeftOut(entry.id, en)).map(({ zh }) => zh));
  const screen = entries.find(({ kind }) => kind === 'list')?.screen;
  const controls = new Map(entries.flatMap((entry) => (entry.filters ?? []).map(({ zh, control }) => [zh, control ?? ''] as const)));
  return { columns: labels('columns'), filters: labels('filters'), controls, exported: labels('columns', matrix.filter((entry) => entry.kind === 'export' && entry.screen !== null && entry.screen === screen)) };
}

const pages = consoleMenu.flatMap(({ pages: of }) => of).flatMap(({ list, title }) => {
  const view = list === undefined ? undefined : listNamed(list);
  return view === undefined ? [] : [{ title, view }];
});

/** Entries of details, and the list in whose drawer each is read. */
const details: Readonly<Record<string, string>> = {
  '1.1.4.1.4-e': 'payee-channels', '1.1.4.4.1-b': 'pay-orders', '1.1.4.4.2-b': 'refund-orders', '1.1.4.4.3-z': 'issues', '1.1.4.4.4-b': 'repeat-orders', '1.1.4.4.5-d': 'abnormal-orders',
  '1.1.6.1.1-e': 'menus', '1.1.6.1.2-e': 'regions', '1.1.6.1.3-e': 'industries',
};
/** What stands in a drawer beneath the columns of the row. */
const beneath: Readonly<Record<string, readonly string[]>> = {
  'pay-orders': ['支付订单的退款', '支付订单通知记录', '支付订单的问题'], 'refund-orders': ['退款订单通知记录', '退款订单的问题'], 'repeat-orders': ['重缴订单处理记录'], 'abnormal-orders': ['异常订单处理记录'],
  payees: ['收款单位的渠道商户'], 'channel-merchants': ['双人确认', '密钥、证书与地址'], 'operator-roles': ['角色权限'], 'developer-roles': ['角色权限'],
};

/**
 * Every list that the menu shows, on a seeded city in a browser: columns, filters, the detail of a row and the file of an export bear the labels of the requirement matrix (exports 1.1.4.3.1-c and 1.1.4.3.3-b), and each filter is asked by the control that it wants (1.1.4.1.3-e, 1.1.4.4.4-g, 1.1.4.4.5-i). What the details
 * want stood in a drawer: 1.1.4.1.4-e, 1.1.4.4.1-b, 1.1.4.4.2-b, 1.1.4.4.3-z, 1.1.4.4.4-b, 1.1.4.4.5-d, 1.1.6.1.1-e, 1.1.6.1.2-e, 1.1.6.1.3-e. A list that is
 * added to the menu is taken in by itself.
 */
describe('every list page of the console', function suite() {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  const open = new Map<string, Watched>();
  /** Labels and titles of blocks that stood in the drawer of a list. */
  const drawers = new Map<string, readonly string[]>();
  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await seededLife()];
  });
  after(async () => {
    await browser?.close();
    await life?.close();
  });

  async function pageOf(account: string): Promise<Page> {
    const known = open.get(account);
    if (known !== undefined) return known.page;
    const watched = await openPage(browser, { ...pc, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    watched.page.setDefaultTimeout(30_000);
    await signInQuietly(life, account, watched.page.context());
    await watched.page.goto(`${life.baseUrl}/console/`);
    await watched.page.getByText('常用功能').waitFor();
    open.set(account, watched);
    return watched.page;
  }

  /** Goes to a list without loading the console anew, asking for every day that the seeded city has. */
  async function goTo(view: ListView): Promise<Page> {
    const page = await pageOf(readerOf(view));
    const days = Object.entries(view.filters).filter(([name]) => view.defaultRange?.filter === name).flatMap(([name]) => [`${name}From=20260101`, `${name}To=${businessDay(life.city.now())}`]);
    const address = `/console/lists/${view.name}${days.length === 0 ? '' : `?${days.join('&')}`}`;
    await page.evaluate(`history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'));`);
    await page.getByRole('heading', { name: view.title, exact: true }).first().waitFor();
    // A tree has no pages to count.
    if (view.tree === undefined) await page.getByText(/^共 [0-9,]+ 条$/).waitFor();
    else await page.getByRole('button', { name: '详情', exact: true }).first().waitFor();
    return page;
  }
  /** The control that stands beside a label, in the words of the matrix, and whether there is something to choose there. */
  async function controlOf(page: Page, label: string): Promise<{ readonly control: string; readonly offers: boolean }> {
    const item = page.locator('.filters .ant-form-item').filter({ has: page.locator('.ant-form-item-label', { hasText: new RegExp(`^${label}$`) }) });
    const days = await item.locator('.ant-picker input').count();
    if (days > 0) return { control: days === 2 ? 'dateRange' : 'day', offers: false };
    if (await item.getByRole('switch').count() > 0) return { control: 'switch', offers: false };
    const chooser = item.getByRole('combobox');
    if (await chooser.count() === 0) return { control: await item.getByRole('textbox').count() === 1 ? 'text' : 'nothing', offers: false };
    await chooser.click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' }).catch(() => undefined);
    return { control: await item.locator('.ant-select-auto-complete').count() > 0 ? 'text' : 'select', offers: true };
  }
  const textsOf = async (page: Page, selector: string): Promise<readonly string[]> => (await page.locator(selector).allTextContents()).map((text) => text.trim()).filter((text) => text !== '');

  it('are many, and the matrix wants much of them', () => {
    expect(pages).to.have.length.above(20);
    expect(pages.flatMap(({ view }) => wantedOf(view).columns)).to.have.length.above(120);
    expect(pages.flatMap(({ view }) => wantedOf(view).filters)).to.have.length.above(60);
    expect(pages.filter(({ view }) => wantedOf(view).exported.length > 0).map(({ view }) => view.name)).to.include.members(['settlements', 'payee-settlements']);
  });

  for (const { title, view } of pages) {
    const wanted = wantedOf(view);
    const declared = shownColumns(view).map(([, { label }]) => label);
    // What a row says in detail is said by its record, where it has one.
    const record = view.record === undefined ? view : listNamed(view.record.list) ?? expect.fail(`no list ${view.record.list}`);
    const told = shownColumns(record).map(([, { label }]) => label);

    it(`${title}: columns, filters, a row in detail and the exported file have the labels of the matrix`, async () => {
      const page = await goTo(view);
      const headings = await textsOf(page, '.list-table thead th');
      expect(headings, 'headings').to.include.members(wanted.columns);
      expect(headings).to.deep.equal([...declared, '操作']);
      const filters = await textsOf(page, '.filters .ant-form-item-label');
      expect(filters, 'filters').to.include.members(wanted.filters);
      expect(filters).to.deep.equal(Object.values(view.filters).map(({ label }) => label));
      for (const [filter, { label, control, codes, names }] of Object.entries(view.filters)) {
        const drawn = await controlOf(page, label);
        expect(drawn.control, `${filter} is asked by`).to.equal(wanted.controls.get(label) ?? control);
        expect(drawn.offers, `${filter} offers something`).to.equal(codes !== undefined || names !== undefined);
      }
      await takePicture(page, `list-${view.name}`);

      if (await page.getByText('共 0 条', { exact: true }).count() > 0) expect.fail(`${view.name} has no rows: test/contract/persistence/lists/world.ts is to have some`);
      await page.getByRole('button', { name: '详情', exact: true }).first().click();
      const drawer = page.getByRole('dialog');
      await drawer.locator('.record-block').first().waitFor();
      const facts = await textsOf(page, '.ant-drawer .record-block .ant-descriptions-item-label, .ant-drawer section.record-block > h3');
      drawers.set(view.name, [...facts, ...await textsOf(page, '.ant-drawer .ant-descriptions-title')]);
      for (const title of beneath[view.name] ?? []) await drawer.getByText(title, { exact: true }).first().waitFor();
      // The page of a question is its own; its files stand in it where it has some (console-issues.test.ts).
      if (view.name === 'issues') expect(facts, 'the detail').to.include.members(wantedOf(listNamed('issue') ?? view).columns.filter((label) => label !== '上传附件'));
      else expect(facts, 'the detail').to.have.members(told);
      expect(facts, 'the detail').to.include.members(wantedOf(record).columns);
      await takePicture(page, `detail-${view.name}`);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });

      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
      expect(download.suggestedFilename()).to.match(/-[0-9]{14}\.xlsx$/).and.satisfy((name: string) => name.startsWith(view.title));
      const book = new exceljs.Workbook();
      await book.xlsx.readFile(await download.path());
      const sheet = book.worksheets[0] ?? expect.fail('the file has no sheet');
      const titles = declared.map((_, at) => sheet.getRow(1).getCell(at + 1).text);
      expect(titles, 'the file').to.deep.equal(declared);
      expect(titles, 'the file').to.include.members(wanted.exported);
      expect(sheet.columnCount).to.equal(declared.length);
      expect(sheet.rowCount, 'rows of the file').to.be.above(view.totals.length > 0 ? 2 : 1);
      if (view.totals.length > 0) expect(sheet.lastRow?.getCell(1).text).to.equal('合计');
    });
  }

  for (const [id, list] of Object.entries(details)) {
    it(`${id}: what the entry wants of a detail stood in the drawer of ${list}`, () => {
      const entry = matrix.find((one) => one.id === id) ?? expect.fail(`no entry ${id}`);
      // Files stand in the page of a question where it has some (console-issues.test.ts).
      const columns = (entry.columns ?? []).map(({ zh }) => zh).filter((label) => label !== '上传附件');
      expect(columns).to.have.length.above(2);
      expect(drawers.get(list)).to.include.members(columns);
    });
  }

  it('lead from an order to what was asked about it, with all that was said and done since (1.1.4.4.1-b)', async () => {
    const page = await pageOf('demo');
    await page.goto(`${life.baseUrl}/console/lists/pay-order?platformOrderNo=${no(34)}`);
    const related = page.locator('section.related').filter({ hasText: '支付订单的问题' });
    await related.getByRole('link', { name: no(8802), exact: true }).click();
    await page.getByRole('heading', { name: '问题详情', exact: true }).waitFor();
    await page.getByText('跟踪记录', { exact: true }).waitFor();
    expect(await page.locator('.issue-facts').textContent()).to.include(no(9034)).and.include('已解决');
    await takePicture(page, 'issue-page');
  });

  it('leave the browser content', () => {
    expect([...open.keys()].sort()).to.deep.equal(['auditor', 'demo', 'secadmin', 'sysadmin']);
    for (const { complaints, asked } of open.values()) {
      expect(complaints).to.deep.equal([]);
      expect(asked.filter((address) => !address.startsWith(life.baseUrl) && !/^(data|blob):/.test(address))).to.deep.equal([]);
    }
  });
});
