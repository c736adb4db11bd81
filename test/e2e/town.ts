import { expect } from 'chai';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { startCity, type City, type CityOptions } from '../support/city.js';
import { browserIsHere, openBrowser, pc, phone } from './cashier-browser.js';
import { Person, type Device } from './person.js';

export interface PersonOptions { /** False: the browser runs no script at all. */ readonly script?: boolean; readonly browser?: BrowserContextOptions }

/** A city with a browser in it, shared by the tests of one `describe`. */
export interface Town {
  city(): City;
  /** Somebody new, with an empty browser of their own. */
  person(device: Device, options?: PersonOptions): Promise<Person>;
}

/**
 * Registers the hooks that open and close city and browser; to be called inside `describe`. After each test every person's browser must
 * have been content: no complaint (CSP, script faults, failed loads) and no request to anybody outside the city.
 */
export function inTown(options: CityOptions = {}): Town {
  let city: City | undefined;
  let browser: Browser | undefined;
  let people: Person[] = [];
  const openCity = (): City => {
    if (city === undefined) throw new Error('the city is not open');
    return city;
  };
  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    // One after the other: what did not open leaves nothing open behind it.
    browser = await openBrowser();
    city = await startCity(options);
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });
  afterEach(async function sayGoodbye() {
    const met = people;
    people = [];
    for (const person of met) await person.leave();
    // A failed test has its own reason; a fault here would end the whole suite.
    if (this.currentTest?.state !== 'passed') return;
    for (const person of met) {
      expect(person.complaints, 'complaints of the browser').to.deep.equal([]);
      expect(person.strangers, 'requests to others than the city').to.deep.equal([]);
    }
  });
  return {
    city: openCity,
    person: async (device, { script = true, browser: special = {} } = {}) => {
      if (browser === undefined) throw new Error('no browser');
      const context = await browser.newContext({ ...(device === 'pc' ? pc : phone), javaScriptEnabled: script, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...special });
      const person = await Person.meet(openCity(), context, device, script);
      people.push(person);
      return person;
    },
  };
}
