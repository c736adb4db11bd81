import type { Knex } from 'knex';
import { databaseAddress } from '../../bootstrap/database-address.js';
import { openEngine } from '../../bootstrap/open-engine.js';
import { pause } from './chance.js';

type Row = Readonly<Record<string, string | number | null>>;

/** How long a database that was killed may take to come back before a look gives up. */
const patienceMs = 60_000;

/** A look into the platform's database by plain queries, without the product's own repositories. Changes nothing; waits while a server is away. */
export class StoreView {
  readonly #engine: ReturnType<typeof openEngine>;

  constructor(address: string) {
    this.#engine = openEngine(databaseAddress(address, { user: undefined, password: undefined }));
  }

  all(table: string, narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder = (query) => query): Promise<readonly Row[]> {
    return this.#ask(async () => await narrow(this.#engine.reader(table)) as Row[]);
  }

  /** Jobs that are being worked on or should be by `now`. */
  async busyJobs(now: number): Promise<number> {
    const [claimed, due] = await Promise.all([
      this.all('outbox', (query) => query.count({ n: '*' }).where({ state: 'CLAIMED' })), this.all('outbox', (query) => query.count({ n: '*' }).where({ state: 'READY' }).where('due_at', '<=', now)),
    ]);
    return Number(claimed[0]?.['n']) + Number(due[0]?.['n']);
  }

  async nextDueAt(): Promise<number | undefined> {
    const due = (await this.all('outbox', (query) => query.min({ due: 'due_at' }).where({ state: 'READY' })))[0]?.['due'];
    return due === null || due === undefined ? undefined : Number(due);
  }

  async attemptsOf(platformOrderNo: string): Promise<readonly string[]> {
    const rows = await this.all('pay_attempt', (query) => query.select('attempt_no').where({ platform_order_no: platformOrderNo }).orderBy('attempt_no'));
    return rows.map((row) => String(row['attempt_no']));
  }

  async hasAttempt(state: string): Promise<boolean> {
    return (await this.all('pay_attempt', (query) => query.select('state').where({ state }).limit(1))).length > 0;
  }

  close(): Promise<void> { return this.#engine.close(); }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        return await question();
      } catch (error) {
        if (performance.now() > deadline || this.#engine.classify(error) !== 'CONNECTION_LOST') throw error;
      }
      await pause(200);
    }
  }
}
