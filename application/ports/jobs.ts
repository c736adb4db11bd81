import type { EpochMs } from '../../domain/kernel/china-time.js';

/** Work that follows a change. `key` names the thing it is about; one row per (topic, key). */
export interface NewJob {
  readonly topic: JobTopic;
  readonly key: string;
  readonly dueAt: EpochMs;
  /** The key was made in this unit, so that no row can exist yet and none is looked for. */
  readonly fresh?: true;
}

export type JobTopic =
  /** Ask the channel about an open attempt (key: attemptNo). */
  | 'query-attempt'
  /** Ask, close at the channel, close here (key: platformOrderNo). */
  | 'expire-order'
  /** Deliver one callback (key: callbackId). */
  | 'deliver-callback'
  /** Give back late or repeat money (key: attemptNo). */
  | 'refund-by-rule'
  /** Send a refund to its channel, then ask until it is decided (key: platformRefundOrderNo). */
  | 'work-refund';

export interface ClaimedJob {
  readonly jobId: string; readonly topic: JobTopic; readonly key: string;
  /** How often it was claimed before since its last good run: 0 unless runs threw or were cut off. */
  readonly attempts: number; readonly createdAt: EpochMs;
}

/** What became of one run of a job. */
export type JobOutcome = { readonly kind: 'done' } | { readonly kind: 'again'; readonly dueAt: EpochMs };

/** The outbox table seen by workers: leases, no lock held while work is done (databases.md 10). */
export interface JobBoard {
  /** Claims at most `limit` due jobs for `owner` until now + leaseMs, oldest due first. Safe with any number of workers. */
  claim(owner: string, now: EpochMs, leaseMs: number, limit: number): Promise<readonly ClaimedJob[]>;
  /** Ends a claimed job, or makes it due again. False when the lease was lost to somebody else. An `enqueue` that arrived meanwhile wins over `done`. */
  settle(owner: string, jobId: string, outcome: JobOutcome): Promise<boolean>;
  /** A run that threw: due again at `dueAt`, or given up (`undefined`: state dead, an alarm for people). `error` is a short text without data. */
  fail(owner: string, jobId: string, dueAt: EpochMs | undefined, error: string): Promise<boolean>;
  /** Returns jobs whose lease has passed to the queue; how many. */
  releaseExpired(now: EpochMs): Promise<number>;
  /** Hands back everything `owner` still holds (graceful shutdown). */
  handBack(owner: string): Promise<number>;
  /** When the next waiting job is due; undefined when none waits. */
  nextDueAt(): Promise<EpochMs | undefined>;
  /** Waiting and dead jobs per topic, for metrics. */
  counts(): Promise<readonly { readonly topic: string; readonly state: string; readonly count: number }[]>;
  /** Called after commits of this process that enqueued something due by now. Returns a function that ends the subscription. */
  onNudge(listener: () => void): () => void;
}
