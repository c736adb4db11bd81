import { jobTopics, type JobTopic } from '../../../application/ports/jobs.js';
import { JobRunner, defaultJobLimits, type JobHandlers } from '../../../adapters/inbound/jobs/job-runner.js';
import { BullTransport } from '../../../adapters/outbound/queue/bullmq/bull-transport.js';
import { sqlPersistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { noon } from '../../builders/moments.js';
import { listenedLine, ownPrefix } from '../../support/redis.js';
import { CountingIds, FakeVault, HandClock } from '../persistence/fakes.js';
import { temporaryFile } from '../persistence/sqlite-file.js';

const jobs = 1_000;
const batch = 20;

/** Two hosts with engines, boards, runners and lines of their own on one database file, and the effects of every job in that database. */
export async function twoHosts(redisUrl: string, pollMs: number) {
  const { file, remove } = temporaryFile();
  const first = openSqlite({ file });
  await runMigrations(first, { owner: 'troubles', now: () => noon });
  await first.writer.schema.createTable('effect', (table) => { table.string('job_key').primary(); table.integer('done'); });
  const prefix = ownPrefix();
  const ran = new Map<string, number>();
  const said: string[] = [];
  const hosts = [first, openSqlite({ file })].map((engine, index) => {
    const clock = new HandClock(noon);
    // Effects are written in units: a single statement waits 50 ms for the other host's lock and no longer.
    const units = new UnitRunner(engine);
    const { unitOfWork, jobBoard } = sqlPersistence(engine, { vault: new FakeVault(), ids: new CountingIds(String(index + 1)), clock, wallNow: () => performance.now() });
    const { line, journal, said: words } = listenedLine(redisUrl);
    const transport = new BullTransport({ line, prefix, journal });
    const handler = async (key: string) => {
      ran.set(key, (ran.get(key) ?? 0) + 1);
      // The effect is one change on a condition: a second one would change nothing and be counted above.
      await units.run(async (scope) => scope.writing().table('effect').where({ job_key: key, done: 0 }).update({ done: 1 }));
      return { kind: 'done' as const };
    };
    const handlers = Object.fromEntries<JobHandlers[JobTopic]>(jobTopics.map((topic) => [topic, handler])) as JobHandlers;
    const runner = new JobRunner({
      board: jobBoard, transport, handlers, owner: `host${index}`, clock, journal, limits: { ...defaultJobLimits, pollMs },
      measurements: { count: (_name, labels) => { said.push(`outcome ${labels['outcome'] ?? ''}`); }, time: () => undefined },
    });
    runner.start();
    return { engine, units, unitOfWork, runner, line, transport, words };
  });
  const [one, two] = hosts;
  if (one === undefined || two === undefined) throw new Error('two hosts');
  const finished = async (): Promise<number> => {
    const rows: readonly { readonly n: number }[] = await one.engine.reader('outbox').where({ state: 'DONE' }).count({ n: '*' });
    return Number(rows[0]?.n);
  };
  return {
    ran, hosts, said, finished, jobs,
    /** All of them, on both hosts in turn; `between` is called after each batch with how many there are. */
    enqueueAll: async (between: (enqueued: number) => Promise<void> | void): Promise<void> => {
      for (let n = 0; n < jobs; n += batch) {
        const keys = Array.from({ length: batch }, (_, index) => `k${n + index}`);
        const host = (n / batch) % 2 === 0 ? one : two;
        await host.units.run(async (scope) => scope.writing().table('effect').insert(keys.map((key) => ({ job_key: key, done: 0 }))));
        await host.unitOfWork.run(async ({ outbox }) => { for (const key of keys) await outbox.enqueue({ topic: 'work-refund', key, dueAt: noon, fresh: true }); });
        await between(n + batch);
      }
    },
    /** States in the outbox, effects in the table, and runs, each with how many there are of it. */
    result: async () => ({
      states: await one.engine.reader('outbox').select('state').count({ n: '*' }).groupBy('state') as unknown,
      effects: await one.engine.reader('effect').select('done').count({ n: '*' }).groupBy('done') as unknown,
      keysRun: ran.size, runs: [...ran.values()].reduce((sum, times) => sum + times, 0),
    }),
    close: async (): Promise<void> => {
      for (const { runner } of hosts) await runner.stop();
      for (const { transport, line, engine } of hosts) {
        await transport.close();
        line.close();
        await engine.close();
      }
      remove();
    },
  };
}
export type TwoHosts = Awaited<ReturnType<typeof twoHosts>>;

/** Every job done, every effect there, nothing twice. */
export const allOnce = { states: [{ state: 'DONE', n: jobs }], effects: [{ done: 1, n: jobs }], keysRun: jobs, runs: jobs };
