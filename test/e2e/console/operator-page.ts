import { expect } from 'chai';
import type { Browser, Locator, Page } from 'playwright-core';
import type { ListView } from '../../../contracts/lists/list-view.js';
import type { ConsoleLife } from '../../integration/console/console-life.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { faintTexts, openPage, pc, type Watched } from '../cashier-browser.js';
import { takePicture } from '../pictures.js';

/** What appears is faint while it does; what turns for ever is not waited for. */
const settled = `Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished)).then(() => undefined)`;
/** The server's refusals, which the browser mentions each. */
const isRefusal = (line: string): boolean => /^Failed to load resource: .* (400|401|403|404|409|422|429)\b/.test(line);

/** The console in somebody's browser, with the words that an operator would use for what is done there. */
export class OperatorPage {
  readonly #life: Pick<ConsoleLife, 'baseUrl'>;
  readonly #watched: Watched;
  /** Whether the console stands on the page, for the one whose session the browser holds. */
  #isInside = false;
  private constructor(life: Pick<ConsoleLife, 'baseUrl'>, watched: Watched) { [this.#life, this.#watched] = [life, watched]; }

  static async open(browser: Browser | undefined, life: Pick<ConsoleLife, 'baseUrl'>): Promise<OperatorPage> {
    const watched = await openPage(browser, pc);
    watched.page.setDefaultTimeout(30_000);
    return new OperatorPage(life, watched);
  }

  /** Somebody who has signed in past the pages, which other tests go through. */
  static async of(browser: Browser | undefined, life: Pick<ConsoleLife, 'baseUrl'>, client: ConsoleClient): Promise<OperatorPage> {
    const opened = await OperatorPage.open(browser, life);
    await opened.holds(client);
    return opened;
  }

  get page(): Page { return this.#watched.page; }

  /** The browser goes on with that session. */
  async holds(client: ConsoleClient): Promise<void> {
    this.#isInside = false;
    const [name = '', value = ''] = (client.cookie ?? '').split('=');
    await this.page.context().addCookies([{ name, value, url: this.#life.baseUrl, httpOnly: true, sameSite: 'Strict' }]);
  }

  button(name: string): Locator { return this.page.getByRole('button', { name, exact: true }); }
  dialog(name: string): Locator { return this.page.getByRole('dialog', { name, exact: true }); }
  rowOf(words: string | RegExp): Locator { return this.page.getByRole('row').filter({ hasText: words }); }
  async told(words: string | RegExp): Promise<void> { await this.page.getByText(words, { exact: true }).first().waitFor(); }

  async goTo(address: string): Promise<void> { await this.page.goto(`${this.#life.baseUrl}/console/${address}`); }

  /**
   * A list, with a question such as `orderState=2`, read anew, once its rows are there; a tree has no pages to count. Only the first loads the console: that takes a browser as
   * long as all else of most tests. The others come by way of an address of no page, where no list stands.
   */
  async openList(list: string, question = ''): Promise<void> {
    const address = `lists/${list}${question === '' ? '' : `?${question}`}`;
    if (this.#isInside) {
      await this.passBy('nowhere');
      await this.page.getByRole('heading', { name: '没有这个页面' }).waitFor();
      await this.passBy(address);
    } else {
      await this.goTo(address);
    }
    await this.page.getByText(/^共 [0-9,]+ 条$/).or(this.button('详情')).first().waitFor();
    this.#isInside = true;
  }

  /** To a list without loading the console anew: quicker where many are gone through. */
  async passTo({ name, title }: Pick<ListView, 'name' | 'title'>, question = ''): Promise<void> {
    await this.passBy(`lists/${name}${question === '' ? '' : `?${question}`}`);
    await this.page.getByRole('heading', { name: title, exact: true }).first().waitFor();
    await this.page.getByText(/^共 [0-9,]+ 条$/).or(this.button('详情')).first().waitFor();
  }
  async passBy(address: string): Promise<void> {
    await this.page.evaluate(`history.pushState(null, '', ${JSON.stringify(`/console/${address}`)}); dispatchEvent(new PopStateEvent('popstate'));`);
  }

  /** What can be done to a row: beside the others, or under 更多. */
  async choose(row: string | RegExp, action: string): Promise<void> {
    const beside = this.rowOf(row).getByRole('button', { name: action, exact: true });
    const more = this.rowOf(row).getByRole('button', { name: /^更多/ });
    // A row that was changed just now may be read again first.
    await beside.or(more).first().waitFor();
    if (await beside.count() > 0) { await beside.click(); return; }
    await more.click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  /** Presses what does it in the dialog with that heading. */
  async confirm(action: string, heading = action): Promise<void> { await this.dialog(heading).getByRole('button', { name: action, exact: true }).click(); }
  /** What is wrong with one thing stands under it; what is wrong with the whole, or not allowed, above all of them. */
  async faultAt(heading: string, label: string, words: string | RegExp): Promise<void> {
    await this.dialog(heading).locator('.ant-form-item').filter({ has: this.page.getByText(label, { exact: true }) }).locator('.ant-form-item-explain-error').filter({ hasText: words }).waitFor();
  }
  async faultAbove(heading: string, words: string | RegExp): Promise<void> { await this.dialog(heading).getByRole('alert').filter({ hasText: words }).waitFor(); }
  /** Shows the second factor once more where it is asked for. */
  async proveAnew(code: string): Promise<void> {
    const asked = this.dialog('再次验证身份');
    await asked.getByLabel('动态口令').fill(code);
    await this.page.keyboard.press('Enter');
    await asked.waitFor({ state: 'hidden' });
  }
  /** Reads what came of it, where it is shown to be read, and closes that. */
  async verdict(heading: string): Promise<string> {
    const shown = this.dialog(heading);
    await shown.getByRole('alert').waitFor();
    const words = await shown.getByRole('alert').textContent() ?? '';
    await shown.getByRole('button', { name: '关闭', exact: true }).last().click();
    await shown.waitFor({ state: 'hidden' });
    return words;
  }
  async giveUp(heading: string): Promise<void> {
    await this.dialog(heading).getByRole('button', { name: '取消' }).click();
    await this.dialog(heading).waitFor({ state: 'hidden' });
  }
  /** Asks for something whose dialog has no field, and reads what came of it. */
  async deed(row: string | RegExp, action: string, words: string | RegExp, heading = action): Promise<void> {
    await this.choose(row, action);
    await this.confirm(action, heading);
    await this.told(words);
  }

  async cell(row: string | RegExp, column: string): Promise<Locator> {
    const columns = (await this.page.getByRole('columnheader').allInnerTexts()).map((title) => title.trim());
    expect(columns).to.include(column);
    return this.rowOf(row).getByRole('cell').nth(columns.indexOf(column));
  }
  /** What a column says of a row, once it says so. */
  async shows(row: string | RegExp, column: string, words: string): Promise<void> { await (await this.cell(row, column)).getByText(words, { exact: true }).waitFor(); }
  /** Everything that 详情 says of a row. */
  async details(row: string | RegExp): Promise<Readonly<Record<string, string>>> {
    await this.rowOf(row).getByRole('button', { name: '详情', exact: true }).click();
    const part = (name: string): Locator => this.page.locator(`.ant-drawer .ant-descriptions-item-${name}`);
    await part('label').first().waitFor();
    const contents = await part('content').allInnerTexts();
    const said = Object.fromEntries((await part('label').allInnerTexts()).map((label, at) => [label, contents[at] ?? '']));
    await this.page.keyboard.press('Escape');
    await part('label').first().waitFor({ state: 'hidden' });
    return said;
  }

  /** What a dialog asks for under a label, with what it says of it. */
  #field(heading: string, label: string): Locator { return this.dialog(heading).locator('.ant-form-item').filter({ has: this.page.locator(`label[title="${label}"]`) }); }
  /** Labels of what must be filled in. */
  async wanted(heading: string): Promise<readonly string[]> {
    await this.dialog(heading).locator('label').first().waitFor();
    return this.dialog(heading).locator('label.ant-form-item-required').allInnerTexts();
  }
  async fill(heading: string, texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(texts)) await this.dialog(heading).getByLabel(label, { exact: true }).fill(text);
  }
  /** Tries something that has no field, and is told why not. */
  async refused(row: string | RegExp, action: string, words: string): Promise<void> {
    await this.choose(row, action);
    await this.confirm(action);
    await this.faultAbove(action, words);
    await this.giveUp(action);
  }

  /** One of some: up to five are seen at once, more are looked for in a list. */
  async pick(heading: string, label: string, option: string): Promise<void> {
    const shown = this.#field(heading, label).getByRole('radio', { name: option, exact: true });
    const field = this.dialog(heading).getByRole('combobox', { name: label });
    await shown.or(field).first().waitFor();
    if (await shown.count() > 0) { await shown.check(); return; }
    await field.click();
    await field.fill(option);
    await this.page.getByTitle(option, { exact: true }).last().click();
  }

  /** Chooses some of many, or takes back what was chosen; their list, which stays open before the buttons, is closed again. */
  async pickSome(heading: string, label: string, ...options: readonly string[]): Promise<void> {
    for (const option of options) await this.pick(heading, label, option);
    await this.dialog(heading).getByText(heading, { exact: true }).first().click();
  }
  /** Does it with nothing filled in: what must be is marked, and said to be missing where it is. */
  async lacks(action: string, heading: string, missing: readonly string[], filledIn: readonly string[] = []): Promise<void> {
    await this.confirm(action, heading);
    for (const label of missing) await this.faultAt(heading, label, new RegExp(`^请(填写|选择)${label}$`));
    const marked = await this.dialog(heading).locator('.ant-form-item-required').allTextContents();
    expect(marked, 'marked as required').to.have.members([...missing, ...filledIn]);
  }
  /** Waits until the dialog is closed because it was done: a message may still be there of the one before. */
  async done(heading: string): Promise<void> { await this.dialog(heading).waitFor({ state: 'hidden' }); }

  /** As it stands now: kept where pictures are wanted, no wider than the window, and readable. */
  async look(name: string): Promise<void> {
    await this.page.evaluate(settled);
    await takePicture(this.page, name);
    expect(await this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), `${name} is too wide`).to.be.at.most(0);
    const disabled = await this.page.locator(':disabled').allTextContents();
    const { faint } = await this.page.evaluate<{ faint: string[] }>(faintTexts);
    // What is only read out, such as what was chosen, has the colour of its ground.
    expect(faint.filter((line) => !line.endsWith(' 1.00') && !disabled.some((words) => words !== '' && line.startsWith(words))), name).to.deep.equal([]);
  }

  /** Closes the page; the browser complained of nothing, and asked nobody else. */
  async leave(): Promise<void> {
    await this.page.close();
    expect(this.#watched.complaints.filter((line) => !isRefusal(line))).to.deep.equal([]);
    expect(this.#watched.asked.filter((address) => !address.startsWith(this.#life.baseUrl) && !/^(data|blob):/.test(address))).to.deep.equal([]);
  }
}
