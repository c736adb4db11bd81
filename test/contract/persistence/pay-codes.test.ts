import { MemoryPayCodes } from '../../../adapters/outbound/persistence/memory/memory-pay-codes.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { SqlPayCodes } from '../../../adapters/outbound/persistence/sql/sql-pay-codes.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { mysqlServer, onServer, ownDatabase, postgresServer } from '../../support/servers.js';
import { payCodesContract, type OpenCodes } from './pay-codes.contract.js';
import { temporaryFile } from './sqlite-file.js';

payCodesContract('memory', async () => {
  const codes = new MemoryPayCodes('350400', '35');
  return { codes, another: codes, otherRange: new MemoryPayCodes('350400', '36'), close: async () => undefined };
});

async function on(engine: SqlEngine, second: SqlEngine, remove: () => void | Promise<void>): ReturnType<OpenCodes> {
  await runMigrations(engine, { owner: 'suite', now: Date.now });
  return {
    codes: new SqlPayCodes(new UnitRunner(engine), '350400', '35'), another: new SqlPayCodes(new UnitRunner(second), '350400', '35'), otherRange: new SqlPayCodes(new UnitRunner(engine), '350400', '36'),
    close: async () => {
      await engine.close();
      await second.close();
      await remove();
    },
  };
}

payCodesContract('SQLite, a file', async () => {
  const { file, remove } = temporaryFile();
  return on(openSqlite({ file }), openSqlite({ file }), remove);
});

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, `own pay codes on a server, ${server.name}`, (address) => {
    payCodesContract(server.name, async () => {
      const database = await ownDatabase(address);
      return on(database.open(), database.open(), () => database.drop());
    });
  });
}
