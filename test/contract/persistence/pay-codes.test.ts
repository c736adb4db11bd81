import { expect } from 'chai';
import { MemoryPayCodes } from '../../../adapters/outbound/persistence/memory/memory-pay-codes.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { SqlPayCodes } from '../../../adapters/outbound/persistence/sql/sql-pay-codes.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { mysqlServer, onServer, ownDatabase, postgresServer } from '../../support/servers.js';
import { noon } from './builders.js';
import { payCodesContract, type OpenedCodes } from './pay-codes.contract.js';
import { temporaryFile } from './sqlite-file.js';

payCodesContract('memory', async () => {
  const kept = new Map<string, MemoryPayCodes>();
  const codes = (system: string): MemoryPayCodes => {
    const found = kept.get(system) ?? new MemoryPayCodes('350400', system);
    kept.set(system, found);
    return found;
  };
  return { one: codes, another: codes, close: async () => undefined };
});

async function on(engine: SqlEngine, second: SqlEngine, remove: () => void | Promise<void>): Promise<OpenedCodes> {
  await runMigrations(engine, { owner: 'suite', now: Date.now });
  const [units, others] = [new UnitRunner(engine), new UnitRunner(second)];
  return {
    one: (system) => new SqlPayCodes(units, '350400', system), another: (system) => new SqlPayCodes(others, '350400', system),
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

describe('own pay codes after a restore', () => {
  it('go on behind a row that an operator puts in for what the province has seen since the backup', async () => {
    const { file, remove } = temporaryFile();
    const engine = openSqlite({ file });
    await runMigrations(engine, { owner: 'suite', now: Date.now });
    const units = new UnitRunner(engine);
    // As docs/operate/province-cnnontax.md says.
    const row = { bus_no: 'RESTORED-20260508', pay_code: '35040026350000001234', range_name: '350400202635', serial_no: 1234, given_at: 0 };
    await units.run((scope) => scope.writing().insert('own_pay_code', row));
    expect(await new SqlPayCodes(units, '350400', '35').codeOf('B1', noon)).to.equal('35040026350000001235');
    await engine.close();
    remove();
  });
});

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, `own pay codes on a server, ${server.name}`, (address) => {
    payCodesContract(server.name, async () => {
      const database = await ownDatabase(address);
      return on(database.open(), database.open(), () => database.drop());
    });
  });
}
