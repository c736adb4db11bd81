import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { sqliteFlaws } from '../../../adapters/outbound/persistence/sqlite/snapshot.js';
import { anOrder, no } from './builders.js';
import { openOn } from './opened.js';
import { temporaryFile } from './sqlite-file.js';

/** How often a command comes and goes, and how often it and the platform change the order meanwhile. */
const [rounds, changes] = [3, 10];

/** As the commands do: opens the file, changes the order, closes, ends. Gives its exit code. */
const command = (file: string): Promise<unknown> => new Promise((resolve) => {
  fork(fileURLToPath(new URL('two-writers.js', import.meta.url)), [file, no(1), String(changes), '9']).on('exit', resolve);
});

describe('a process that opened its SQLite file twice', () => {
  const { file, remove } = temporaryFile();
  after(remove);

  // The first engine stays open on purpose: of one that was closed nobody knows when the driver lets the file go.
  it('loses nothing of what it and the commands beside it store, however often one of them ends', async function () {
    this.timeout(60_000);
    const before = await openOn(openSqlite({ file }));
    await before.unitOfWork.run(({ orders }) => orders.add(anOrder()));
    const store = await openOn(openSqlite({ file }), '2');
    for (let round = 0; round < rounds; round++) {
      for (let change = 0; change < changes; change++) {
        await store.unitOfWork.run(async ({ orders }) => {
          const order = await orders.take(no(1));
          if (!order) throw new Error('no order');
          await orders.put({ ...order, expiresAt: order.expiresAt + 1 });
        });
      }
      expect(await command(file)).to.equal(0);
    }
    const order = await store.unitOfWork.read(({ orders }) => orders.byNo(no(1)));
    await Promise.all([before.close(), store.close()]);
    expect(order?.expiresAt).to.equal(anOrder().expiresAt + 2 * rounds * changes);
    expect(sqliteFlaws(file)).to.deep.equal([]);
  });
});
