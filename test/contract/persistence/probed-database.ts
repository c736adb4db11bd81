import { productTables, tablesThere } from '../../../bootstrap/cli/probe/suite-place.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { allContracts } from './all-contracts.js';
import { openOn, type Opened } from './opened.js';

/**
 * The contracts on a database that `db:probe` made for them or a deployer set apart; run by that command only, which hands the address over in the
 * environment. All rows are deleted, so it refuses to begin where tables of the product are.
 */
const address = databaseAddress(process.env['TONGJIAO_PROBE_SUITE'] ?? '', { user: undefined, password: process.env['TONGJIAO_DATABASE_PASSWORD'] });

describe('the database under probe', () => {
  before(async () => {
    const engine = openEngine(address);
    try {
      const there = await tablesThere(engine);
      if (there.length > 0) throw new Error(`tables of the product are here (${there[0] ?? ''}): nothing was run and nothing deleted`);
    } finally {
      await engine.close();
    }
  });

  allContracts('the probed database', async (): Promise<Opened> => {
    const engine = openEngine(address);
    const opened = await openOn(engine);
    for (const table of productTables) if (table !== 'schema_step') await engine.writer(table).whereRaw('1 = 1').delete();
    return opened;
  });
});
