import { MemoryNodeNumbers } from '../../../adapters/outbound/persistence/memory/memory-node-numbers.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { SqlNodeNumbers } from '../../../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { mysqlServer, onServer, ownDatabase, postgresServer } from '../../support/servers.js';
import { nodeNumbersContract, type OpenNumbers } from './node-numbers.contract.js';
import { temporaryFile } from './sqlite-file.js';

nodeNumbersContract('memory', async () => ({ numbers: new MemoryNodeNumbers(), close: async () => undefined }));

async function on(engine: SqlEngine, remove: () => void | Promise<void>): ReturnType<OpenNumbers> {
  await runMigrations(engine, { owner: 'suite', now: Date.now });
  return {
    numbers: new SqlNodeNumbers(new UnitRunner(engine)),
    close: async () => {
      await engine.close();
      await remove();
    },
  };
}

nodeNumbersContract('SQLite, a file', async () => {
  const { file, remove } = temporaryFile();
  return on(openSqlite({ file }), remove);
});

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, `node numbers on a server, ${server.name}`, (address) => {
    nodeNumbersContract(server.name, async () => {
      const database = await ownDatabase(address);
      return on(database.open(), () => database.drop());
    });
  });
}
