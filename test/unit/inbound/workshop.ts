import { JobRunner, type JobHandlers, type JobRunnerLimits } from '../../../adapters/inbound/jobs/job-runner.js';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../adapters/outbound/persistence/memory/memory-database.js';
import { InProcessTransport } from '../../../adapters/outbound/queue/in-process/in-process-transport.js';
import type { JobTransport } from '../../../application/ports/job-transport.js';
import { jobTopics } from '../../../application/ports/jobs.js';
import type { JobBoard, JobOutcome, JobTopic, SettleJob } from '../../../application/ports/jobs.js';
import type { JournalFields } from '../../../application/ports/journal.js';
import { noon } from '../../builders/moments.js';
import { CountingIds, FakeVault, HandClock } from '../../contract/persistence/fakes.js';

type Handler = (key: string, settle: SettleJob) => Promise<JobOutcome>;
export const done: Handler = async () => ({ kind: 'done' });
const runners: JobRunner[] = [];

/** Runs after each test: a runner left alone would go on looking. */
export async function stopAll(): Promise<void> {
  for (const runner of runners.splice(0)) await runner.stop();
}

interface Plan { readonly limits?: Partial<JobRunnerLimits>; readonly board?: (board: JobBoard) => JobBoard; readonly transport?: JobTransport }

/** A runner over memory tables, with one handler for every topic and everything it said. */
export function workshop(handler: Handler, plan: Plan = {}) {
  const clock = new HandClock(noon);
  const database = new MemoryDatabase();
  const store = memoryPersistence({ vault: new FakeVault(), ids: new CountingIds(), clock }, database);
  const events: string[] = [];
  const outcomes: string[] = [];
  // Each job that ran has a line of its own; what is looked at here is what is out of the ordinary.
  const note = (level: string) => (event: string, _fields?: JournalFields): void => { if (event !== 'job-ran') events.push(`${level} ${event}`); };
  const journal = { info: note('info'), warn: note('warn'), alarm: note('alarm'), fault: (event: string) => note('fault')(event) };
  const handlers = Object.fromEntries<JobHandlers[JobTopic]>(jobTopics.map((topic) => [topic, handler])) as JobHandlers;
  const transport = plan.transport ?? new InProcessTransport();
  const board = plan.board?.(store.jobBoard) ?? store.jobBoard;
  const runner = new JobRunner({
    board, handlers, transport, owner: 'w1', clock, journal, limits: { concurrency: 2, leaseMs: 60_000, pollMs: 10, maxFaults: 3, faultsPerAlarm: 50, drainMs: 50, ...plan.limits },
    measurements: { count: (_name, labels) => { outcomes.push(labels['outcome'] ?? ''); }, time: () => undefined },
  });
  runners.push(runner);
  const enqueue = (key: string, dueAt = noon, topic: JobTopic = 'query-attempt'): Promise<void> => store.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic, key, dueAt }));
  const row = (key: string) => database.tables.jobs.all(false).find((job) => job.key === key);
  return { clock, store, runner, events, outcomes, enqueue, row };
}

/** Waits until `what` holds; polls real time, for at most two seconds. */
export async function until(what: () => boolean): Promise<void> {
  for (let rounds = 0; rounds < 400; rounds++) {
    if (what()) return;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  throw new Error(`never: ${what}`);
}
export const quiet = (ms = 40): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** A handler that is held until the test lets it go. */
export function held() {
  const begun: string[] = [];
  const gates: (() => void)[] = [];
  const handler: Handler = async (key) => {
    begun.push(key);
    await new Promise<void>((resolve) => { gates.push(resolve); });
    return { kind: 'done' };
  };
  return { begun, handler, release: () => { for (const gate of gates.splice(0)) gate(); } };
}
