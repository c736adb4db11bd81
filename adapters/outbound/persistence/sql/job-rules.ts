import { randomBytes } from 'node:crypto';
import type { Claim, JobOutcome } from '../../../../application/ports/jobs.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';

/** The life of one outbox row; the same rules for every store. */
export type JobState = 'READY' | 'CLAIMED' | 'DONE' | 'DEAD';

export interface JobRow {
  readonly jobId: string;
  readonly topic: string;
  readonly key: string;
  readonly state: JobState;
  readonly dueAt: EpochMs;
  /** An enqueue that came while the job was claimed: run again then. */
  readonly againAt: EpochMs | undefined;
  /** How often it was claimed since its last good run: more than one means that runs threw or were cut off. */
  readonly attempts: number;
  readonly owner: string | undefined;
  /** Names one call of `claim`: it knows its own rows by it, and only its runs may end them. */
  readonly claimToken: string | undefined;
  readonly leaseUntil: EpochMs | undefined;
  readonly lastError: string | undefined;
  readonly createdAt: EpochMs;
}

/** Unguessed by anybody and never used twice, in whatever process. */
export const newClaimToken = (): string => randomBytes(16).toString('hex');

const free = { owner: undefined, claimToken: undefined, leaseUntil: undefined } as const;

export const newJobRow = (jobId: string, topic: string, key: string, dueAt: EpochMs, now: EpochMs): JobRow =>
  ({ jobId, topic, key, state: 'READY', dueAt, againAt: undefined, attempts: 0, ...free, lastError: undefined, createdAt: now });

/** The row after another enqueue of the same thing (Outbox.enqueue). */
export function enqueuedAgain(row: JobRow, dueAt: EpochMs, now: EpochMs): JobRow {
  switch (row.state) {
    case 'READY': return { ...row, dueAt: Math.min(row.dueAt, dueAt) };
    case 'CLAIMED': return { ...row, againAt: Math.min(row.againAt ?? dueAt, dueAt) };
    default: return newJobRow(row.jobId, row.topic, row.key, dueAt, now);
  }
}

export const claimed = (row: JobRow, owner: string, claimToken: string, leaseUntil: EpochMs): JobRow =>
  ({ ...row, state: 'CLAIMED', owner, claimToken, leaseUntil, attempts: row.attempts + 1 });

/** Whether a claim still holds its job. */
export const holds = (claim: Claim, row: JobRow | undefined): row is JobRow =>
  row?.state === 'CLAIMED' && row.jobId === claim.jobId && row.claimToken === claim.claimToken;

/** Most rows that one call of `archiveDone` or `forgetArchived` moves or deletes; each is one item of an IN list (databases.md 4). */
export const maxArchivedJobs = 500;

/** After a run that ended as it should: only runs that went wrong are counted, however long a job goes on asking. */
export function settled(row: JobRow, outcome: JobOutcome): JobRow {
  if (outcome.kind === 'again') return { ...waiting(row, outcome.dueAt), attempts: 0, lastError: undefined };
  if (row.againAt !== undefined) return { ...waiting(row, row.againAt), attempts: 0 };
  return { ...row, ...free, state: 'DONE', lastError: undefined };
}

/** After a run that threw. Giving up does not swallow an enqueue that came meanwhile. */
export function failed(row: JobRow, dueAt: EpochMs | undefined, error: string): JobRow {
  const lastError = error === '' ? undefined : error;
  if (dueAt !== undefined) return { ...waiting(row, dueAt), lastError };
  if (row.againAt !== undefined) return { ...waiting(row, row.againAt), attempts: 0, lastError };
  return { ...row, ...free, state: 'DEAD', lastError };
}

/** Back in the queue; `againAt` stays with a row whose run was cut off, for the run that repeats it may come too early. */
export const released = (row: JobRow): JobRow => ({ ...row, ...free, state: 'READY' });

const waiting = (row: JobRow, dueAt: EpochMs): JobRow =>
  ({ ...row, ...free, state: 'READY', dueAt: Math.min(dueAt, row.againAt ?? dueAt), againAt: undefined });
