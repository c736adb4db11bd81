import type { EpochMs } from '../../domain/kernel/china-time.js';

/** Work that follows a change. `key` names the thing it is about; one row per (topic, key). */
export interface NewJob {
  readonly topic: JobTopic;
  readonly key: string;
  readonly dueAt: EpochMs;
  /** The key was made in this unit, so that no row can exist yet and none is looked for. */
  readonly fresh?: true;
}

/** Everything there is to do in the background. */
export const jobTopics = [
  /** Ask the channel about an open attempt (key: attemptNo). */
  'query-attempt',
  /** Ask, close at the channel, close here (key: platformOrderNo). */
  'expire-order',
  /** Deliver one callback (key: callbackId). */
  'deliver-callback',
  /** Send a business system again what was given up, at its pace (key: see domain/callbacks/resend-batch). */
  'resend-callbacks',
  /** Give back late or repeat money (key: attemptNo). */
  'refund-by-rule',
  /** Send a refund to its channel, then ask until it is decided (key: platformRefundOrderNo). */
  'work-refund',
  /** Fetch a channel's bill (key: `<channelMerchantId>:<clearingDay>`). */
  'fetch-bill',
  /** Compare a bill with our books, a stretch at a time (same key). */
  'reconcile',
  /** Note a paid order for the city's data sharing platform (key: platformOrderNo). */
  'share-order',
  /** Hand a paid, closed or refunded order on to whatever follows outside of the payment (key: platformOrderNo). */
  'follow-order',
  /** Issue, reverse or ask about the e-bill of an order (key: platformOrderNo). */
  'work-e-bill',
  /** Compare a day's e-bills with a bill system (key: `<eBillRegionCode>:<day>`). */
  'check-e-bills',
  /** 四方核对: compare the orders of a day with channel bill, payment notice and e-bill, and look again at what was missing (key: `<day>`). */
  'check-legs',
  /** Issue the certificate of a day whose runs have all ended (key: `<day>`). */
  'certify-day',
  /** Let the city app know the record of a paid order (key: platformOrderNo). */
  'push-personal-bill',
  /** Make the texts that an order's present state calls for (key: platformOrderNo). */
  'text-payer',
  /** Tell the operators by text (key: `<template>:<what it is about>`). */
  'text-operators',
  /** Send one text, then look what became of it (key: messageId). */
  'send-text',
  /** Issue, confirm, void a payment notice at the province, whatever is still to do (key: platformOrderNo, or noticeNo of one without an order). */
  'work-notice',
  /** Fetch a province's statement of a day and compare it (key: `<region>:<day>`). */
  'fetch-notice-statement',
] as const;
export type JobTopic = (typeof jobTopics)[number];

/** Jobs that wait or are being worked on, for whoever shows what comes next. */
export interface JobReader {
  /** Of every topic with one of these keys, at most 500 of them. */
  waitingFor(keys: readonly string[]): Promise<readonly WaitingJob[]>;
}
export interface WaitingJob { readonly topic: string; readonly key: string; readonly dueAt: EpochMs }

export interface ClaimedJob {
  readonly jobId: string;
  /** Names this claim among all claims of the job: it alone may settle or fail it, not a later or earlier run of the same worker. */
  readonly claimToken: string;
  readonly topic: JobTopic; readonly key: string;
  /** How often it was claimed before since its last good run: 0 unless runs threw or were cut off. */
  readonly attempts: number; readonly createdAt: EpochMs;
}

/** A job that a commit of this process made due, as its row stood then. */
export type DueJob = Pick<ClaimedJob, 'jobId' | 'attempts'>;

/** By what a run ends its claim. */
export type Claim = Pick<ClaimedJob, 'jobId' | 'claimToken'>;

/** What became of one run of a job. */
export type JobOutcome = { readonly kind: 'done' } | { readonly kind: 'again'; readonly dueAt: EpochMs };

/**
 * Ends the claim of the job that runs, within whatever unit of work is open: what the job did and its end are stored together. The job then
 * returns the very same outcome. False when the claim was lost; what was done is stored all the same.
 */
export type SettleJob = (outcome: JobOutcome) => Promise<boolean>;

/** The outbox table seen by workers: leases, no lock held while work is done (databases.md 10). */
export interface JobBoard {
  /** Claims at most `limit` due jobs for `owner` until now + leaseMs, oldest due first. Safe with any number of workers. */
  claim(owner: string, now: EpochMs, leaseMs: number, limit: number): Promise<readonly ClaimedJob[]>;
  /** The same for one job that somebody spoke of; undefined when it is not there to be claimed: taken, ended, due later, never made. */
  claimThis(jobId: string, owner: string, now: EpochMs, leaseMs: number): Promise<ClaimedJob | undefined>;
  /** Ends a claimed job, or makes it due again. False when the claim was lost (its lease passed, it was handed back). An `enqueue` that arrived meanwhile wins over `done`. */
  settle(claim: Claim, outcome: JobOutcome): Promise<boolean>;
  /** A run that threw: due again at `dueAt`, or given up (`undefined`: state dead, an alarm for people). `error` is a short text without data. */
  fail(claim: Claim, dueAt: EpochMs | undefined, error: string): Promise<boolean>;
  /** Returns jobs whose lease has passed to the queue; how many. */
  releaseExpired(now: EpochMs): Promise<number>;
  /** Hands back everything `owner` still holds (graceful shutdown). */
  handBack(owner: string): Promise<number>;
  /**
   * Moves finished jobs that were made, and last due, before `before` to the archive, longest due first, at most min(limit, 500) a call; how
   * many. A later enqueue of the same thing makes it anew, as it would have made the finished row due again.
   */
  archiveDone(before: EpochMs, limit: number): Promise<number>;
  /** Deletes archived jobs that were last due before `before`, longest due first, at most min(limit, 500) a call; how many. */
  forgetArchived(before: EpochMs, limit: number): Promise<number>;
  /** When the next waiting job is due; undefined when none waits. */
  nextDueAt(): Promise<EpochMs | undefined>;
  /** Waiting and dead jobs per topic, for metrics. */
  counts(): Promise<readonly { readonly topic: string; readonly state: string; readonly count: number }[]>;
  /** Called after commits of this process with the jobs they made due by now. Returns a function that ends the subscription. */
  onNudge(listener: (due: readonly DueJob[]) => void): () => void;
}
