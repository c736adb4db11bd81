import type { Page } from 'playwright-core';
import type { ConsoleLife } from '../../integration/console/console-life.js';
import type { City } from '../../support/city.js';
import { ConsoleClient, totpStepMs } from '../../support/console-client.js';

/** Where they come to, and the clock that their authenticators go by. */
export type Gate = Pick<ConsoleLife, 'baseUrl'> & { readonly city: Pick<City, 'advance' | 'now'> };

/** People who come to the console's pages for the first time, each with the authenticator that they set up there. */
export class Arriving {
  readonly authenticators = new Map<string, ConsoleClient>();
  readonly #life: Gate;
  constructor(life: Gate) { this.#life = life; }

  /** The code that the authenticator shows, of a step that was not used yet. */
  code(account: string): string {
    const known = this.authenticators.get(account);
    if (known === undefined) throw new Error(`${account} has no authenticator`);
    this.#life.city.advance(totpStepMs);
    return known.code(this.#life.city.now());
  }

  /** Types the one-time code and the password that is chosen with it. */
  async setPassword(page: Page, account: string, activationCode: string, chosen: string): Promise<void> {
    await page.goto(`${this.#life.baseUrl}/console/`);
    await page.getByRole('button', { name: '用激活码激活账号', exact: true }).click();
    await page.getByRole('textbox', { name: '账号' }).fill(account);
    await page.getByLabel('激活码').fill(activationCode);
    await page.getByLabel('新口令', { exact: true }).fill(chosen);
    await page.getByLabel('再次输入新口令').fill(chosen);
    await page.getByRole('button', { name: '激活账号', exact: true }).click();
  }

  /** The whole way from the one-time code to the home page. */
  async arrive(page: Page, account: string, activationCode: string, chosen: string): Promise<void> {
    await this.setPassword(page, account, activationCode, chosen);
    await page.getByRole('img', { name: '动态口令二维码' }).waitFor();
    const shown = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
    const authenticator = new ConsoleClient(this.#life.baseUrl);
    authenticator.secret = (shown ?? '').replaceAll(' ', '');
    this.authenticators.set(account, authenticator);
    await page.getByLabel('动态口令', { exact: true }).fill(this.code(account));
    await page.keyboard.press('Enter');
    await page.getByText('常用功能').waitFor();
  }
}
