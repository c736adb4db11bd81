import { MemoryNodeNumbers } from '../../../adapters/outbound/persistence/memory/memory-node-numbers.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { SqlNodeNumbers } from '../../../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { nodeNumbersContract } from './node-numbers.contract.js';
import { temporaryFile } from './sqlite-file.js';

nodeNumbersContract('memory', async () => ({ numbers: new MemoryNodeNumbers(), close: async () => undefined }));

nodeNumbersContract('SQLite, a file', async () => {
  const { file, remove } = temporaryFile();
  const engine = openSqlite({ file });
  await runMigrations(engine, { owner: 'suite', now: Date.now });
  return {
    numbers: new SqlNodeNumbers(new UnitRunner(engine)),
    close: async () => {
      await engine.close();
      remove();
    },
  };
});
