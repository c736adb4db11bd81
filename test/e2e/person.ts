import { expect } from 'chai';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { City } from '../support/city.js';
import { takePicture } from './pictures.js';

export type Device = 'pc' | 'phone';

/** How long a person waits for a page (real time): generous, the machine may be busy. */
const patienceMs = 10_000;
/** The channel's page, its answer, a page in between. */
const mostBackSteps = 4;

/** Somebody in front of a browser: sees words and buttons, presses, types. Knows no address and no field name. */
export class Person {
  readonly city: City;
  readonly device: Device;
  readonly script: boolean;
  /** What the browser complained about: CSP, script faults, failed loads. */
  readonly complaints: string[] = [];
  /** Requests that left the city. */
  readonly strangers: string[] = [];
  readonly #context: BrowserContext;
  #page: Page;

  private constructor(city: City, context: BrowserContext, page: Page, device: Device, script: boolean) {
    this.city = city;
    this.device = device;
    this.script = script;
    this.#context = context;
    this.#page = page;
  }

  static async meet(city: City, context: BrowserContext, device: Device, script: boolean): Promise<Person> {
    context.setDefaultTimeout(patienceMs);
    const person = new Person(city, context, await context.newPage(), device, script);
    person.#watch();
    return person;
  }

  get page(): Page {
    return this.#page;
  }

  /** One more window of the same browser, from now on the one that is used. Gives the earlier one back. */
  async openWindow(): Promise<Page> {
    const before = this.#page;
    this.#page = await this.#context.newPage();
    return before;
  }

  turnTo(page: Page): void {
    this.#page = page;
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(address);
  }

  /** Presses the button or link of this name. */
  async press(name: string | RegExp): Promise<void> {
    await this.#touch(this.#page.getByRole('button', { name }).or(this.#page.getByRole('link', { name })).first());
  }

  /** Chooses one of the offered ways to pay. */
  async choose(name: string | RegExp): Promise<void> {
    await this.#touch(this.#page.locator('label', { hasText: name }));
  }

  async fill(label: string, value: string): Promise<void> {
    await this.#page.getByLabel(label, { exact: false }).fill(value);
  }

  async select(label: string, option: RegExp): Promise<void> {
    const box = this.#page.getByLabel(label, { exact: false });
    const value = await box.locator('option', { hasText: option }).first().getAttribute('value');
    await box.selectOption(value);
  }

  /** Waits until these words can be read on the page. */
  async sees(...words: readonly (string | RegExp)[]): Promise<void> {
    for (const word of words) await this.#page.getByText(word).filter({ visible: true }).first().waitFor();
  }

  /** Waits for the page with this heading. */
  async isAt(heading: string | RegExp): Promise<void> {
    await this.#page.getByRole('heading', { level: 1, name: heading }).first().waitFor();
  }

  /** The value next to a label in a list of facts. */
  async fact(label: string): Promise<string> {
    const value = this.#page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd[1]');
    return (await value.first().innerText()).trim();
  }

  async offers(name: string | RegExp): Promise<boolean> {
    return await this.#page.getByRole('button', { name }).or(this.#page.getByRole('link', { name })).or(this.#page.getByRole('radio', { name })).count() > 0;
  }

  /** Keeps what is on the screen, and sees that nothing sticks out at the side. */
  async shows(name: string): Promise<void> {
    await takePicture(this.#page, `${name}-${this.device}${this.script ? '' : '-no-script'}`);
    const overflow = await this.#page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow, `${name} is too wide`).to.be.at.most(0);
  }

  /** Presses the Back button until a page of the platform is there whose path begins like this. */
  async goBackTo(path: string): Promise<void> {
    for (let step = 0; step < mostBackSteps; step += 1) {
      await this.#page.goBack();
      if (this.#page.url().startsWith(`${this.city.baseUrl}${path}`)) return;
    }
    throw new Error(`the Back button does not lead to ${path} but to ${this.#page.url()}`);
  }

  /** Looks again (F5) until the page says so, for pages that do not turn by themselves. */
  async looksUntil(words: string): Promise<void> {
    await this.city.until(words, async () => {
      await this.#page.reload();
      return await this.#page.getByText(words).count() > 0 ? true : undefined;
    });
  }

  /** Takes a complaint off the list that the test provoked; there must be one. */
  forgive(complaint: RegExp): void {
    const at = this.complaints.findIndex((one) => complaint.test(one));
    expect(at, `no complaint like ${String(complaint)} among ${this.complaints.join('; ')}`).to.be.at.least(0);
    this.complaints.splice(at, 1);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  async #touch(target: Locator): Promise<void> {
    await (this.device === 'phone' ? target.tap() : target.click());
  }

  #watch(): void {
    const { baseUrl, alipayUrl, unionpayUrl, businessUrl, serviceHallUrl, realEstateUrl, cityAppUrl, textMessageUrl, config } = this.city;
    const ours = [baseUrl, alipayUrl, unionpayUrl, businessUrl, serviceHallUrl, realEstateUrl, cityAppUrl, textMessageUrl, `http://127.0.0.1:${config.eBillPort}`];
    this.#context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`${message.location().url}: ${message.text()}`);
    });
    this.#context.on('weberror', (fault) => { this.complaints.push(fault.error().message); });
    this.#context.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith('data:') && !ours.includes(new URL(address).origin)) this.strangers.push(address);
    });
  }
}
