import type { BrowserContext } from 'playwright-core';
import { officerKinds, officerRights } from '../../../domain/operators/officers.js';
import type { ListView } from '../../../contracts/lists/list-view.js';
import { CountingIds, HandClock } from '../../contract/persistence/fakes.js';
import { noon } from '../../contract/persistence/builders.js';
import { settle } from '../../contract/persistence/lists/world.js';
import { ConsoleLife } from '../../integration/console/console-life.js';

/** A running city in whose database the small city of the list suites lies as well, so that every list has rows. */
export async function seededLife(): Promise<ConsoleLife> {
  const life = await ConsoleLife.start();
  const { resources } = life.city;
  // What the first start made of channels, regions and industries has its own rows in the small city.
  for (const table of ['payment_channel', 'region', 'industry']) await resources.engine.writer(table).whereNotNull('created_at').delete();
  await settle(resources.engine, { ...resources, clock: new HandClock(noon), ids: new CountingIds('8') }, resources.vault);
  return life;
}

const accounts = { 'system-officer': 'sysadmin', 'security-officer': 'secadmin', 'audit-officer': 'auditor' } as const;

/** The first account that may read a list: nobody may read all of them, because officers have rights that no role can hold. */
export const readerOf = ({ permission }: ListView): string => {
  const officer = officerKinds.find((kind) => officerRights[kind].includes(permission));
  return officer === undefined ? 'demo' : accounts[officer];
};

/** Signs an account in past the pages, which other tests go through, and gives the browser what it got. */
export async function signInQuietly(life: ConsoleLife, account: string, context: BrowserContext): Promise<void> {
  const [name = '', value = ''] = ((await life.person(account)).cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: life.baseUrl, httpOnly: true, sameSite: 'Strict' }]);
}
