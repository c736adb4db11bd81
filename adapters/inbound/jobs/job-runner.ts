import type { Clock } from '../../../application/ports/clock.js';
import type { ClaimedJob, JobBoard, JobOutcome, JobTopic, SettleJob } from '../../../application/ports/jobs.js';
import type { JobTransport } from '../../../application/ports/job-transport.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { Measurements } from '../../../application/ports/measurements.js';
import type { EpochMs } from '../../../domain/kernel/china-time.js';
import { DoneJobs } from './done-jobs.js';

/** What one topic does with a key; it may settle itself. */
export type JobHandlers = Readonly<Record<JobTopic, (key: string, settle: SettleJob) => Promise<JobOutcome>>>;

/** Runs a claimed job and ends its claim, unless the job has done that in a unit of its own. */
export async function runAndSettle(board: JobBoard, job: ClaimedJob, handler: JobHandlers[JobTopic]): Promise<{ readonly outcome: JobOutcome; readonly kept: boolean }> {
  // A unit that is run again settles again: only the outcome that is returned tells which of them was stored.
  const settled = new Map<JobOutcome, boolean>();
  const outcome = await handler(job.key, async (end) => {
    const kept = await board.settle(job, end);
    settled.set(end, kept);
    return kept;
  });
  return { outcome, kept: settled.get(outcome) ?? await board.settle(job, outcome) };
}

export interface JobRunnerLimits {
  /** Jobs worked on at the same time by this process. */
  readonly concurrency: number;
  /** A job unfinished after this is given to somebody else. Longer than any handler's own timeouts. */
  readonly leaseMs: number;
  /** How often the board is looked at when nobody nudges and nothing has been found for a while. Real time. */
  readonly pollMs: number;
  /** Runs that may throw before a job is left to people, where its topic allows that. */
  readonly maxFaults: number;
  /** People are called each time a job that is not given up has thrown this often again. */
  readonly faultsPerAlarm: number;
  /** How long a stopping process waits for work in hand. */
  readonly drainMs: number;
}

export const defaultJobLimits: JobRunnerLimits = { concurrency: 16, leaseMs: 60_000, pollMs: 1_000, maxFaults: 500, faultsPerAlarm: 50, drainMs: 10_000 };

/**
 * The look behind one that found something; then twice as long each time, up to `pollMs`. Jobs that wait for a place have turns one behind the other
 * (`Turns`): looked at once a second they would arrive together, and most of them would find no place though the second had enough for all.
 */
const soonMs = 25;

/** Waits after a run that threw: doubling from one second to ten minutes. */
const faultDelayMs = (faults: number): number => Math.min(1_000 * 2 ** faults, 600_000);

/** The channel's money hangs on every other topic, and only a job can look after it: those go on as long as it takes. */
export const topicsGivenUp: ReadonlySet<JobTopic> = new Set<JobTopic>(['deliver-callback', 'text-payer', 'text-operators', 'send-text']);

/** Claims due jobs by lease and works on them; the sweeper returns what a dead process had claimed (design 4.7). */
export class JobRunner {
  readonly #board: JobBoard;
  readonly #handlers: JobHandlers;
  readonly #transport: JobTransport;
  readonly #owner: string;
  readonly #clock: Clock;
  readonly #journal: Journal;
  readonly #measurements: Measurements;
  readonly #limits: JobRunnerLimits;
  readonly #doneJobs: DoneJobs;
  readonly #inHand = new Set<Promise<void>>();
  #running = false;
  #wanted = false;
  /** The last look found no room for all that may be due. */
  #isFull = false;
  #pauseMs: number;
  #sweptAt: EpochMs | undefined;
  #looking: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  #unsubscribe: readonly (() => void)[] = [];

  constructor(parts: JobRunnerParts) {
    this.#board = parts.board;
    this.#handlers = parts.handlers;
    this.#transport = parts.transport;
    this.#owner = parts.owner;
    this.#clock = parts.clock;
    this.#journal = parts.journal;
    this.#measurements = parts.measurements;
    this.#limits = parts.limits;
    this.#pauseMs = parts.limits.pollMs;
    this.#doneJobs = new DoneJobs(parts.board, parts.journal);
  }

  start(): void {
    this.#running = true;
    this.#unsubscribe = [
      this.#transport.listen({ look: () => this.nudge(), take: (jobId) => this.take(jobId) }, this.#limits.concurrency),
      this.#board.onNudge((due) => this.#transport.announce(due)),
    ];
    this.nudge();
  }

  /** Look at the board soon: something became due (also called when the clock was stepped). */
  nudge(): void {
    this.#wanted = true;
    if (!this.#running || this.#looking) return;
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#wanted && this.#running) this.#nudgeInTurn();
    });
  }

  /** Claims one job somebody spoke of and works on it, when there is room; returns when the work has ended. Another worker may have it: then nothing is done. */
  async take(jobId: string): Promise<void> {
    while (this.#running && this.#inHand.size >= this.#limits.concurrency) await Promise.race(this.#inHand);
    if (!this.#running) return;
    const claiming = this.#claimThis(jobId);
    // Counted while it is being claimed: otherwise several words arriving together would claim more than there is room for.
    const work = claiming.then((job) => job && this.#work(job)).finally(() => { this.#inHand.delete(work); });
    this.#inHand.add(work);
    await work;
    this.#afterWork();
  }

  /** Finishes work in hand or hands it back; nothing is lost either way. */
  async stop(): Promise<void> {
    this.#running = false;
    for (const end of this.#unsubscribe) end();
    clearTimeout(this.#timer);
    await this.#looking;
    const drained = Promise.all([...this.#inHand, this.#doneJobs.stop()]);
    await Promise.race([drained, new Promise((resolve) => { setTimeout(resolve, this.#limits.drainMs).unref(); })]);
    const back = await this.#board.handBack(this.#owner);
    if (back > 0) this.#journal.info('jobs-handed-back', { count: back });
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#wanted = false;
    try {
      const now = this.#clock.now();
      this.#doneJobs.look(now);
      await this.#sweep(now);
      const free = this.#limits.concurrency - this.#inHand.size;
      const jobs = free > 0 ? await this.#board.claim(this.#owner, now, this.#limits.leaseMs, free) : [];
      for (const job of jobs) this.#take(job);
      this.#isFull = jobs.length >= free;
      if (this.#isFull && free > 0) this.#wanted = true;
      this.#pauseMs = Math.min(this.#limits.pollMs, jobs.length > 0 ? soonMs : this.#pauseMs * 2);
    } catch (error) {
      this.#journal.fault('job-board', error);
      this.#pauseMs = this.#limits.pollMs;
    }
    this.#timer = setTimeout(() => this.nudge(), this.#pauseMs);
    this.#timer.unref();
  }

  /** Leases last many times as long as a look's wait: one question in that time is enough. */
  async #sweep(now: EpochMs): Promise<void> {
    const sinceMs = this.#sweptAt === undefined ? undefined : now - this.#sweptAt;
    // A clock that was set back must not keep the sweeper waiting for its old time.
    if (sinceMs !== undefined && sinceMs >= 0 && sinceMs < this.#limits.pollMs) return;
    this.#sweptAt = now;
    const released = await this.#board.releaseExpired(now);
    if (released > 0) this.#journal.warn('jobs-released', { count: released });
  }

  /** There is room again; what fell due meanwhile has told of itself. */
  #afterWork(): void {
    if (this.#isFull) this.#nudgeInTurn();
  }

  /**
   * One look in each turn of the event loop: where the database answers without waiting (SQLite), thousands of short jobs would otherwise follow each
   * other within one turn, and neither a payment nor a timer of the process would be heard until they are over.
   */
  #nudgeInTurn(): void {
    this.#turn ??= setImmediate(() => {
      this.#turn = undefined;
      this.nudge();
    });
  }

  async #claimThis(jobId: string): Promise<ClaimedJob | undefined> {
    try {
      return await this.#board.claimThis(jobId, this.#owner, this.#clock.now(), this.#limits.leaseMs);
    } catch (error) {
      this.#journal.fault('job-board', error);
      return undefined;
    }
  }

  #take(job: ClaimedJob): void {
    const work = this.#work(job).finally(() => {
      this.#inHand.delete(work);
      this.#afterWork();
    });
    this.#inHand.add(work);
  }

  async #work(job: ClaimedJob): Promise<void> {
    const began = performance.now();
    const outcome = await this.#run(job);
    this.#measurements.count('jobs_run', { topic: job.topic, outcome });
    const ms = performance.now() - began;
    this.#measurements.time('job_ms', ms, { topic: job.topic });
    this.#journal.info('job-ran', { requestId: `${job.topic}:${job.key}`, topic: job.topic, outcome, ms: Math.round(ms) });
  }

  async #run(job: ClaimedJob): Promise<string> {
    try {
      const { outcome, kept } = await runAndSettle(this.#board, job, this.#handlers[job.topic]);
      return kept ? outcome.kind : 'lease-lost';
    } catch (error) {
      this.#journal.fault('job-failed', error, { topic: job.topic, key: job.key, attempts: job.attempts });
      await this.#board.fail(job, this.#nextTry(job), error instanceof Error ? error.name : 'thrown')
        .catch((again: unknown) => this.#journal.fault('job-board', again, { topic: job.topic }));
      return 'fault';
    }
  }

  /** When a job that threw runs again; undefined: it is given up. */
  #nextTry({ topic, key, attempts }: ClaimedJob): EpochMs | undefined {
    const faults = attempts + 1;
    if (topicsGivenUp.has(topic) && faults >= this.#limits.maxFaults) {
      this.#journal.alarm('job-given-up', { topic, key });
      return undefined;
    }
    if (faults % this.#limits.faultsPerAlarm === 0) this.#journal.alarm('job-keeps-failing', { topic, key, faults });
    return this.#clock.now() + faultDelayMs(attempts);
  }
}

export interface JobRunnerParts {
  readonly board: JobBoard; readonly handlers: JobHandlers; readonly transport: JobTransport; readonly owner: string; readonly clock: Clock;
  readonly journal: Journal; readonly measurements: Measurements; readonly limits: JobRunnerLimits;
}
