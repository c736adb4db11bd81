import { expect } from 'chai';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { sqlPersistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { markTtlMs } from '../../../adapters/outbound/persistence/sql/sql-unit-of-work.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { allContracts } from './all-contracts.js';
import { anOrder, no, noon } from './builders.js';
import { CountingIds, HandClock } from './fakes.js';
import { openEmptied } from './on-a-server.js';
import { openOn, vault } from './opened.js';
import { openSqliteFile, temporaryFile } from './sqlite-file.js';

allContracts('SQLite, a file', openSqliteFile);
/** One database for all of them, whose rows are deleted before each: making its schema takes longer than most cases. */
const inMemory = openSqlite({ file: ':memory:' });
after(() => inMemory.close());
allContracts('SQLite in memory', async () => ({ ...await openEmptied(inMemory), close: () => Promise.resolve() }));

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

describe('an archive that another process begins', () => {
  it('is looked into by each process at the latest two seconds later', async () => {
    const { file, remove } = temporaryFile();
    const [here, there] = [openSqlite({ file }), openSqlite({ file })];
    let wallMs = 0;
    try {
      const first = await openOn(here);
      const second = sqlPersistence(there, { vault, ids: new CountingIds('2'), clock: new HandClock(noon), wallNow: () => wallMs });
      const find = () => second.unitOfWork.read(({ orders }) => orders.byNo(no(1)));
      await first.unitOfWork.run(({ orders }) => orders.add(anOrder()));
      expect(await second.unitOfWork.run(({ orders }) => orders.take(no(2)))).to.equal(undefined);
      await first.unitOfWork.run(async ({ archive }) => { await archive.begin(noon); await archive.move([no(1)]); });
      wallMs = markTtlMs - 1;
      expect(await find()).to.equal(undefined);
      wallMs = markTtlMs;
      expect(await find()).to.deep.equal(anOrder());
    } finally {
      await here.close();
      await there.close();
      remove();
    }
  });
});
