import { Redis } from 'ioredis';
import type { Journal } from '../../../application/ports/journal.js';
import type { RedisAddress } from './redis-address.js';

const connectTimeoutMs = 5_000;
const keepAliveMs = 10_000;
/** A server that owes an answer for this long is taken for gone; longer than BullMQ's longest blocking read (5 s). */
const silenceMs = 20_000;
const retryMs = { first: 200, longest: 5_000 } as const;

/**
 * One line to a Redis that may be away at any time: it connects by itself, says once in the log when it is lost and once when it is back, and
 * never makes anybody wait: who uses `client` first asks `ready` and bounds what it sends.
 */
export class RedisLine {
  readonly client: Redis;
  readonly #twins = new Set<Redis>();
  readonly #where: string;
  readonly #journal: Journal;
  #away = false;
  #closing = false;
  #why = 'closed';

  constructor(address: RedisAddress, password: string | undefined, journal: Journal) {
    this.#where = `${address.host}:${address.port}`;
    this.#journal = journal;
    this.client = new Redis(optionsOf(address, password));
    this.#rememberTwins();
    this.client.on('ready', () => this.#back());
    this.client.on('close', () => this.#lost());
    this.client.on('error', (error: NodeJS.ErrnoException) => { this.#why = error.code ?? /^[A-Z]+\b/.exec(error.message)?.[0] ?? error.name; });
  }

  get ready(): boolean { return this.client.status === 'ready' && !this.#closing; }

  /** At once: commands under way fail. */
  close(): void {
    this.#closing = true;
    for (const client of [this.client, ...this.#twins]) client.disconnect();
  }

  /** BullMQ duplicates its client for blocking reads, and leaves the twin trying for ever when it is closed while Redis is away. */
  #rememberTwins(): void {
    const duplicate = this.client.duplicate.bind(this.client);
    this.client.duplicate = (...options: Parameters<typeof duplicate>) => {
      const twin = duplicate(...options);
      this.#twins.add(twin);
      return twin;
    };
  }

  #lost(): void {
    if (this.#away || this.#closing) return;
    this.#away = true;
    this.#journal.alarm('redis-away', { redis: this.#where, why: this.#why });
  }

  #back(): void {
    if (this.#away) this.#journal.info('redis-back', { redis: this.#where });
    this.#away = false;
    this.#why = 'closed';
  }
}

function optionsOf({ host, port, db, username, tls }: RedisAddress, password: string | undefined) {
  return {
    host, port, db, ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }), ...(tls ? { tls: { servername: host } } : {}),
    connectTimeout: connectTimeoutMs, keepAlive: keepAliveMs, socketTimeout: silenceMs, maxRetriesPerRequest: null,
    retryStrategy: (times: number) => Math.min(retryMs.first * times, retryMs.longest),
  };
}
