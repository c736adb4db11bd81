import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { sqlPersistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { noon } from './builders.js';
import { CountingIds, HandClock } from './fakes.js';
import { vault } from './opened.js';

/** One of two processes on one file: reads and writes the same order again and again. */
const [file = '', orderNo = '', times = '0', writer = '1'] = process.argv.slice(2);
const engine = openSqlite({ file });
const { unitOfWork } = sqlPersistence(engine, { vault, ids: new CountingIds(writer), clock: new HandClock(noon), wallNow: () => performance.now() });
for (let n = 0; n < Number(times); n++) {
  await unitOfWork.run(async ({ orders }) => {
    const order = await orders.take(orderNo);
    if (!order) throw new Error('no order');
    await new Promise((resolve) => { setImmediate(resolve); });
    await orders.put({ ...order, expiresAt: order.expiresAt + 1 });
  });
}
await engine.close();
