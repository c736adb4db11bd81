import { RedisLimitExchange } from '../adapters/outbound/limits/redis-limit-exchange.js';
import { BullTransport } from '../adapters/outbound/queue/bullmq/bull-transport.js';
import type { RedisAddress } from '../adapters/outbound/wire/redis-address.js';
import { RedisLine } from '../adapters/outbound/wire/redis-line.js';
import type { JobTransport } from '../application/ports/job-transport.js';
import type { Journal } from '../application/ports/journal.js';
import type { LimitExchange } from '../application/ports/limit-exchange.js';

export interface Redis {
  /** Undefined: no Redis is configured, the database has to do. */
  readonly limitExchange: LimitExchange | undefined;
  readonly jobTransport: JobTransport;
  close(): Promise<void>;
}

/** What goes over one Redis. Its clients are loaded with this file: an installation without Redis starts without them. */
export function overRedis(address: RedisAddress, password: string | undefined, prefix: string, journal: Journal): Redis {
  const line = new RedisLine(address, password, journal);
  const jobTransport = new BullTransport({ line, prefix, journal });
  return {
    limitExchange: new RedisLimitExchange(line, prefix), jobTransport,
    close: async () => {
      await jobTransport.close();
      line.close();
    },
  };
}
