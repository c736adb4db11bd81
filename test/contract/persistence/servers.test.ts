import { kingbaseServer, mysqlServer, onServer, ownDatabase, postgresServer, type OwnDatabase, type TestServer } from '../../support/servers.js';
import { allContracts } from './all-contracts.js';
import { auditKeysContract } from './audit-keys.contract.js';
import { indexKeysContract } from './index-keys.contract.js';
import { keyWalkContract } from './key-walk.contract.js';
import { signedHeadsContract } from './signed-heads.contract.js';
import { directoryTamperingContract } from './directory-tampering.contract.js';
import { rowJournalTamperingContract } from './row-journal-tampering.contract.js';
import { rowTamperingContract } from './row-tampering.contract.js';
import { openEmptied } from './on-a-server.js';
import type { Opened, OpenedEngine } from './opened.js';

/** One database for all cases of an engine, emptied between them: making the schema anew each time would take longer than the cases. */
function contractsOn(server: TestServer): void {
  onServer(server, `persistence on ${server.name}`, (address) => {
    let database: OwnDatabase;
    before(async () => { database = await ownDatabase(address); });
    after(async () => { await database.drop(); });
    const open = (): Promise<Opened> => openEmptied(database.open());
    allContracts(server.name, open);
    const openEngine = async (): Promise<OpenedEngine> => {
      await (await open()).close();
      return { engine: database.open(), remove: () => undefined };
    };
    for (const contract of [rowTamperingContract, rowJournalTamperingContract, directoryTamperingContract, signedHeadsContract, keyWalkContract, indexKeysContract, auditKeysContract]) contract(server.name, openEngine);
  });
}

for (const server of [mysqlServer, postgresServer, kingbaseServer]) contractsOn(server);
