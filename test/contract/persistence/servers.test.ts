import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { kingbaseServer, mysqlServer, onServer, ownDatabase, postgresServer, type OwnDatabase, type TestServer } from '../../support/servers.js';
import { allContracts } from './all-contracts.js';
import { auditKeysContract } from './audit-keys.contract.js';
import { indexKeysContract } from './index-keys.contract.js';
import { keyWalkContract } from './key-walk.contract.js';
import { signedHeadsContract } from './signed-heads.contract.js';
import { directoryTamperingContract } from './directory-tampering.contract.js';
import { rowJournalTamperingContract } from './row-journal-tampering.contract.js';
import { rowTamperingContract } from './row-tampering.contract.js';
import { openOn, type Opened } from './opened.js';

const tables = ['work_lease', ...allSteps.flatMap((step) => step.change === 'create-table' ? [step.table] : [])];

/** One database for all cases of an engine, emptied between them: making the schema anew each time would take longer than the cases. */
function contractsOn(server: TestServer): void {
  onServer(server, `persistence on ${server.name}`, (address) => {
    let database: OwnDatabase;
    before(async () => { database = await ownDatabase(address); });
    after(async () => { await database.drop(); });
    const empty = async (engine: SqlEngine): Promise<void> => { for (const table of tables) await engine.writer(table).whereRaw('1 = 1').delete(); };
    const open = async (): Promise<Opened> => {
      const engine = database.open();
      const opened = await openOn(engine);
      await empty(engine);
      return opened;
    };
    allContracts(server.name, open);
    const openEmptied = async (): Promise<{ readonly engine: SqlEngine; remove(): void }> => {
      await (await open()).close();
      return { engine: database.open(), remove: () => undefined };
    };
    for (const contract of [rowTamperingContract, rowJournalTamperingContract, directoryTamperingContract, signedHeadsContract, keyWalkContract, indexKeysContract, auditKeysContract]) contract(server.name, openEmptied);
  });
}

for (const server of [mysqlServer, postgresServer, kingbaseServer]) contractsOn(server);
