import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ConsoleLife } from '../integration/console/console-life.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { OperatorPage } from './console/operator-page.js';

/** From the address to the page with its data, in a browser that has kept nothing. */
const mostMs = 2_000;
const tries = 5;
/** Whatever else the machine does makes a try slower and never quicker: the quickest shows what the pages themselves take. */
const quickest = (all: readonly number[]): number => Math.min(...all);

/** Runs when nothing else does: it measures time. */
describe('how long the console takes to open', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: ConsoleLife;
  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await ConsoleLife.start()];
  });
  after(async () => {
    await browser?.close();
    await life?.close();
  });

  it(`shows the gate, the first page and a list within ${mostMs / 1000} s, with nothing in the browser's cache`, async () => {
    const demo = await life.person('demo');
    /** `words`: what stands there when it is all there. */
    const measured = async (address: string, words: string | RegExp, isSignedIn: boolean): Promise<number> => {
      const took: number[] = [];
      for (let round = 0; round < tries; round += 1) {
        // A context of its own has a cache of its own.
        const operator = isSignedIn ? await OperatorPage.of(browser, life, demo) : await OperatorPage.open(browser, life);
        const begun = performance.now();
        await operator.goTo(address);
        await operator.page.getByText(words).first().waitFor();
        took.push(performance.now() - begun);
        await operator.page.context().close();
      }
      return quickest(took);
    };
    const found = { gate: await measured('', '用激活码激活账号', false), home: await measured('', '今日订单（笔）', true), list: await measured('lists/payees', /^共 [1-9][0-9]* 条$/, true) };
    for (const [page, ms] of Object.entries(found)) expect(Math.round(ms), page).to.be.below(mostMs);
  });
});
