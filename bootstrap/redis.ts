import { InProcessTransport } from '../adapters/outbound/queue/in-process/in-process-transport.js';
import { readRedisAddress } from '../adapters/outbound/wire/redis-address.js';
import type { Journal } from '../application/ports/journal.js';
import { ConfigError, type Config } from './config.js';
import type { Redis } from './redis-line.js';
import { redisPassword } from './secrets.js';

/** What goes over Redis where one is configured, and stays in this process where none is. Waits for no answer: the product starts without it. */
export async function openRedis(config: Config, environment: Readonly<Record<string, string | undefined>>, journal: Journal): Promise<Redis> {
  if (config.redis === undefined) return { limitExchange: undefined, jobTransport: new InProcessTransport(), close: async () => undefined };
  const address = readRedisAddress(config.redis);
  if (typeof address === 'string') throw new ConfigError(`redis: ${address}`);
  const { overRedis } = await import('./redis-line.js');
  return overRedis(address, redisPassword(config, environment), config.redisPrefix, journal);
}
