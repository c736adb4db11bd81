import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { allContracts } from './all-contracts.js';
import { openOn } from './opened.js';

const tables = [...bootSteps, ...allSteps].flatMap((step) => (step.change === 'create-table' ? [step.table] : [])).filter((table) => table !== 'schema_step');

/** Before each store: what the last one left is deleted, its schema stays. */
export async function emptied(engine: SqlEngine): Promise<SqlEngine> {
  for (const table of tables) if (await engine.writer.schema.hasTable(table)) await engine.writer(table).delete();
  return engine;
}

/**
 * The contracts on a real server whose address stands in the environment; without one they are pending, never passed. All rows of the schema
 * are deleted, so its account must be named as one for tests.
 */
export function contractsOnServer(name: string, variable: string, open: (address: URL) => SqlEngine): void {
  const given = process.env[variable];
  describe(`${name}, a real server`, function () {
    this.timeout(120_000);
    if (given === undefined || given === '') {
      it(`passes every contract of a store (not run: ${variable} names no server)`);
      return;
    }
    const address = new URL(given);
    if (!/test/i.test(address.username)) throw new Error(`${variable}: all rows are deleted, so the account's name must contain "test"`);
    allContracts(name, async () => openOn(await emptied(open(address))));
  });
}

/** The parts of an address that every engine wants. */
export const partsOf = (address: URL, usualPort: number): { readonly host: string; readonly port: number; readonly user: string; readonly password: string } => ({
  host: address.hostname, port: address.port === '' ? usualPort : Number(address.port),
  user: decodeURIComponent(address.username), password: decodeURIComponent(address.password),
});
