import { RedisLimitExchange } from '../../../adapters/outbound/limits/redis-limit-exchange.js';
import { openMemory } from '../persistence/opened.js';
import { openSqliteFile } from '../persistence/sqlite-file.js';
import { until } from '../../unit/inbound/workshop.js';
import { listenedLine, ownPrefix, removeKeys } from '../../support/redis.js';
import { onServer, redisServer } from '../../support/servers.js';
import { limitExchangeContract } from './limit-exchange.contract.js';

for (const [adapter, open] of [['in memory', openMemory], ['in the database (SQLite)', openSqliteFile]] as const) {
  limitExchangeContract(adapter, async () => {
    const store = await open();
    return { one: store.limitExchange, two: store.limitExchange, close: () => store.close() };
  });
}

onServer(redisServer, 'on Redis', (url) => {
  limitExchangeContract('by Redis', async () => {
    const prefix = ownPrefix();
    const lines = [listenedLine(url).line, listenedLine(url).line];
    await until(() => lines.every((line) => line.ready));
    const [one, two] = lines.map((line) => new RedisLimitExchange(line, prefix));
    if (!one || !two) throw new Error('two lines');
    return {
      one, two,
      close: async () => {
        for (const line of lines) line.close();
        await removeKeys(url, prefix);
      },
    };
  });
});
