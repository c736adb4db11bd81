import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { BrowserContextOptions } from 'playwright-core';
import { payThrough } from './channel-pages.js';
import { goToCashier } from './fee-window.js';
import type { Person } from './person.js';
import { smallPng } from './small-png.js';
import { inTown } from './town.js';

const folder = join('docs', 'pictures');
const mostBytes = 150_000;
/** Phone pictures are shown small; two dots for each point keep them sharp. */
const sharp: BrowserContextOptions = { deviceScaleFactor: 2 };

async function keep(person: Person, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await person.page.evaluate('document.activeElement && document.activeElement.blur()');
  const bytes = smallPng(await person.page.screenshot({ fullPage: person.device === 'phone', animations: 'disabled' }));
  expect(bytes.length, name).to.be.below(mostBytes);
  writeFileSync(join(folder, name), bytes);
}

// Not a test of the product, and run by nobody's suite: `npm run build && npx mocha dist/test/e2e/readme-pictures.js` draws the pictures of the README anew.
describe('the pictures of the README', function suite() {
  this.timeout(60_000);
  const town = inTown();

  it('are drawn anew', async () => {
    const pc = await town.person('pc');
    await goToCashier(pc);
    await keep(pc, 'cashier-pc.png');
    const phone = await town.person('phone', { browser: sharp });
    await goToCashier(phone);
    await keep(phone, 'cashier-phone.png');
    await payThrough(phone, 'alipay');
    await phone.isAt('支付成功');
    await keep(phone, 'paid-phone.png');
  });
});
