import { expect } from 'chai';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { allContracts } from './all-contracts.js';
import { openOn } from './opened.js';
import { openSqliteFile, temporaryFile } from './sqlite-file.js';

allContracts('SQLite, a file', openSqliteFile);
allContracts('SQLite in memory', () => openOn(openSqlite({ file: ':memory:' })));

describe('a single statement that met the lock of another process', () => {
  it('is refused, and leaves nothing half-way: the next unit commits and holds nobody up', async () => {
    const { file, remove } = temporaryFile();
    const here = openSqlite({ file, waitMs: 300 });
    const other = openSqlite({ file, waitMs: 300 });
    // Another text than the refused statement's: running that one again would end it.
    const addTo = (engine: SqlEngine, value: number, round: number): Promise<unknown> =>
      new UnitRunner(engine).run(async (scope) => scope.writing().table('note').insert({ value, round }));
    try {
      await here.writer.schema.createTable('note', (table) => { table.integer('value'); table.integer('round'); });
      for (let round = 0; round < 5; round++) {
        await new UnitRunner(other).run(async (scope) => {
          await scope.writing().table('note').insert({ value: 1 });
          const refusal: unknown = await here.writer('note').insert({ value: 2 }).then(() => 'stored', (error: unknown) => error);
          expect(here.classify(refusal)).to.equal('LOCK_TIMEOUT');
        });
        await addTo(here, 3, round);
        await addTo(other, 4, round);
      }
      const stored: readonly { readonly value: number }[] = await here.reader('note').select('value');
      expect(stored.map(({ value }) => value)).to.deep.equal(Array.from({ length: 5 }, () => [1, 3, 4]).flat());
    } finally {
      await here.close();
      await other.close();
      remove();
    }
  });
});
