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
import { takePicture } from './pictures.js';

const matrix = readMatrix();
/** What the copy for lists says besides: a block of a detail, or what nothing keeps yet. */
const isLeftOut = (id: string, en: string): boolean =>
  [...listEntries.find((entry) => entry.id === id)?.columns ?? [], ...listEntries.find((entry) => entry.id === id)?.filters ?? []].some((part) => part.en === en && (part.notStored === true || ('block' in part && part.block === true)));

/** Labels that the matrix wants on the page of a list, in columns and in filters, and in the file that its screen exports. */
function wantedOf(view: ListView): { readonly columns: readonly string[]; readonly filters: readonly string[]; readonly exported: readonly string[] } {
  const entries = matrix.filter(({ id }) => view.requirements.includes(id));
  const labels = (of: 'columns' | 'filters', all = entries): readonly string[] => all.flatMap((entry) => (entry[of] ?? []).filter(({ en }) => !isLeftOut(entry.id, en)).map(({ zh }) => zh));
  const screen = entries.find(({ kind }) => kind === 'list')?.screen;
  return { columns: labels('columns'), filters: labels('filters'), exported: labels('columns', matrix.filter((entry) => entry.kind === 'export' && entry.screen !== null && entry.screen === screen)) };
}

const pages = consoleMenu.flatMap(({ pages: of }) => of).flatMap(({ list, title }) => {
  const view = list === undefined ? undefined : listNamed(list);
  return view === undefined ? [] : [{ title, view }];
});

/**
 * Every list that the menu shows, on a seeded city in a browser: columns, filters, the detail of a row and the file of an export bear the labels of the requirement matrix (exports 1.1.4.3.1-c and 1.1.4.3.3-b). A list that is
 * added to the menu is taken in by itself.
 */
describe('every list page of the console', function suite() {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  const open = new Map<string, Watched>();
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
    watched.page.setDefaultTimeout(15_000);
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
      await takePicture(page, `list-${view.name}`);

      if (await page.getByText('共 0 条', { exact: true }).count() > 0) expect.fail(`${view.name} has no rows: test/contract/persistence/lists/world.ts is to have some`);
      await page.getByRole('button', { name: '详情', exact: true }).first().click();
      const drawer = page.getByRole('dialog');
      await drawer.locator('.record-block').first().waitFor();
      const facts = await textsOf(page, '.ant-drawer .ant-descriptions-item-label, .ant-drawer section.record-block > h3');
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

  it('leave the browser content', () => {
    expect([...open.keys()].sort()).to.deep.equal(['auditor', 'demo', 'secadmin', 'sysadmin']);
    for (const { complaints, asked } of open.values()) {
      expect(complaints).to.deep.equal([]);
      expect(asked.filter((address) => !address.startsWith(life.baseUrl) && !/^(data|blob):/.test(address))).to.deep.equal([]);
    }
  });
});
