import { Queue, Worker, type ConnectionOptions, type Job } from 'bullmq';
import type { DueJob } from '../../../../application/ports/jobs.js';
import type { JobListener, JobTransport } from '../../../../application/ports/job-transport.js';
import type { Journal } from '../../../../application/ports/journal.js';
import type { RedisLine } from '../../wire/redis-line.js';

/** Words kept here while others are on their way; more are left to the workers' own looks. */
export const maxWaiting = 1_000;
/** A handing over that takes longer is not waited for: the next words stay in this process, where the workers look at once. */
export const slowMs = 500;
const closeMs = 2_000;
/** A word that was taken and not ended in this time is said again to somebody. Nothing is renewed: a word that comes twice finds nothing. */
const wordMs = 120_000;
/** Journal lines about what BullMQ complains of, at most one in this time. */
const complaintMs = 60_000;
const queueName = 'jobs';

export interface BullTransportParts {
  readonly line: RedisLine;
  /** Before every key, so that installations can share one Redis. */
  readonly prefix: string;
  readonly journal: Journal;
}

/** What a job carries: no name of the work, no key of it. */
interface Word { readonly id: string }

/**
 * Words about due jobs between hosts, by BullMQ on Redis (decision 0016). One BullMQ job for each word, forgotten as soon as it was heard;
 * BullMQ repeats nothing by itself, for the outbox does. While Redis is away, slow or full, words stay in this process.
 */
export class BullTransport implements JobTransport {
  readonly #line: RedisLine;
  readonly #journal: Journal;
  readonly #options: { readonly connection: ConnectionOptions; readonly prefix: string; readonly skipVersionCheck: true };
  readonly #queue: Queue<Word>;
  readonly #listeners = new Set<JobListener>();
  readonly #workers: Worker<Word>[] = [];
  #waiting: DueJob[] = [];
  /** Since when words are on their way. Real time. */
  #handingSince: number | undefined;
  #complainedAt = -complaintMs;
  #closing = false;

  constructor({ line, prefix, journal }: BullTransportParts) {
    this.#line = line;
    this.#journal = journal;
    // Without the version check no INFO is needed, which managed servers may forbid.
    this.#options = { connection: line.client, prefix, skipVersionCheck: true };
    this.#queue = new Queue<Word>(queueName, this.#options);
    this.#queue.on('error', (error) => this.#complain(error));
  }

  announce(due: readonly DueJob[]): void {
    if (this.#closing) return;
    if (!this.#line.ready || this.#isSlow() || this.#waiting.length + due.length > maxWaiting) this.#lookHere();
    else {
      this.#waiting.push(...due);
      if (this.#handingSince === undefined) void this.#handOver();
    }
  }

  listen(listener: JobListener, atOnce: number): () => void {
    const worker = new Worker<Word>(queueName, async (job: Job<Word>) => listener.take(job.data.id), {
      ...this.#options, concurrency: atOnce, lockDuration: wordMs, skipLockRenewal: true,
    });
    worker.on('error', (error) => this.#complain(error));
    this.#workers.push(worker);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      worker.pause(true).catch((error: unknown) => this.#complain(error));
    };
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#listeners.clear();
    const closing = Promise.all([this.#queue.close(), ...this.#workers.map(async (worker) => worker.close(!this.#line.ready))]);
    closing.catch((error: unknown) => this.#complain(error));
    await Promise.race([closing.catch(() => undefined), realDelay(closeMs)]);
    await Promise.race([Promise.all(this.#workers.map(async (worker) => worker.disconnect())).catch((error: unknown) => this.#complain(error)), realDelay(closeMs)]);
  }

  /** One batch after the other, until no word is left; never more than one under way. */
  async #handOver(): Promise<void> {
    while (this.#waiting.length > 0) {
      const words = this.#waiting;
      this.#waiting = [];
      this.#handingSince = performance.now();
      try {
        await this.#queue.addBulk(words.map(jobOf));
      } catch (error) {
        this.#complain(error);
        this.#lookHere();
      }
    }
    this.#handingSince = undefined;
  }

  #isSlow(): boolean {
    return this.#handingSince !== undefined && performance.now() - this.#handingSince > slowMs;
  }

  #lookHere(): void {
    for (const listener of this.#listeners) listener.look();
  }

  /** The line itself tells when Redis is lost; what is left is worth a line, but not one for each job. */
  #complain(error: unknown): void {
    const now = performance.now();
    if (!this.#line.ready || this.#closing || now - this.#complainedAt < complaintMs) return;
    this.#complainedAt = now;
    this.#journal.fault('job-transport', error);
  }
}

/** The same row at the same try is one word, however often it is said; a later try is another. */
const jobOf = ({ jobId, attempts }: DueJob) =>
  ({ name: 'due', data: { id: jobId }, opts: { jobId: `${jobId}-${attempts}`, attempts: 1, removeOnComplete: true, removeOnFail: true } });

const realDelay = (ms: number): Promise<undefined> => new Promise((resolve) => { setTimeout(() => resolve(undefined), ms).unref(); });
