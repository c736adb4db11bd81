import { BullTransport } from '../adapters/outbound/queue/bullmq/bull-transport.js';
import { RedisLimitExchange } from '../adapters/outbound/limits/redis-limit-exchange.js';
import { InProcessTransport } from '../adapters/outbound/queue/in-process/in-process-transport.js';
import { readRedisAddress, RedisLine } from '../adapters/outbound/wire/redis-line.js';
import type { JobTransport } from '../application/ports/job-transport.js';
import type { LimitExchange } from '../application/ports/limit-exchange.js';
import type { Journal } from '../application/ports/journal.js';
import { ConfigError, type Config } from './config.js';
import { redisPassword } from './secrets.js';

export interface Redis {
  /** Undefined: no Redis is configured, the database has to do. */
  readonly limitExchange: LimitExchange | undefined;
  readonly jobTransport: JobTransport;
  close(): Promise<void>;
}

/** What goes over Redis where one is configured, and stays in this process where none is. Waits for no answer: the product starts without it. */
export function openRedis(config: Config, environment: Readonly<Record<string, string | undefined>>, journal: Journal): Redis {
  if (config.redis === undefined) return { limitExchange: undefined, jobTransport: new InProcessTransport(), close: async () => undefined };
  const address = readRedisAddress(config.redis);
  if (typeof address === 'string') throw new ConfigError(`redis: ${address}`);
  const line = new RedisLine(address, redisPassword(config, environment), journal);
  const jobTransport = new BullTransport({ line, prefix: config.redisPrefix, journal });
  return {
    limitExchange: new RedisLimitExchange(line, config.redisPrefix), jobTransport,
    close: async () => {
      await jobTransport.close();
      line.close();
    },
  };
}
