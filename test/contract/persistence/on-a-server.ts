import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { allContracts } from './all-contracts.js';
import { openOn, type Opened } from './opened.js';

const tables = [...bootSteps, ...allSteps].flatMap((step) => (step.change === 'create-table' ? [step.table] : [])).filter((table) => table !== 'schema_step');

/** What the last store left is deleted, its schema stays. One statement tells which tables hold anything: most of them never do. */
async function emptied({ writer }: SqlEngine): Promise<void> {
  const firstOf = Object.fromEntries(tables.map((table) => [table, writer(table).first(writer.raw('1'))]));
  const filled: unknown = await writer.from('schema_step').first(firstOf);
  if (typeof filled !== 'object' || filled === null || tables.some((table) => !(table in filled))) throw new Error('it was not told which tables hold anything');
  for (const [table, first] of Object.entries(filled)) if (first !== null) await writer(table).delete();
}

/** A store on a database whose schema may be there already, of this release or of an earlier one. */
export async function openEmptied(engine: SqlEngine): Promise<Opened> {
  const opened = await openOn(engine);
  await emptied(engine);
  return opened;
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
    allContracts(name, () => openEmptied(open(address)));
  });
}

/** The parts of an address that every engine wants. */
export const partsOf = (address: URL, usualPort: number): { readonly host: string; readonly port: number; readonly user: string; readonly password: string } => ({
  host: address.hostname, port: address.port === '' ? usualPort : Number(address.port),
  user: decodeURIComponent(address.username), password: decodeURIComponent(address.password),
});
