import type { Knex } from 'knex';
import type { Claim, ClaimedJob, DueJob, JobBoard, JobOutcome, JobTopic } from '../../../../application/ports/jobs.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { moveRows } from './archive/move-rows.js';
import { failed, holds, maxArchivedJobs, newClaimToken, settled, type JobRow } from './job-rules.js';
import { jobTable, rewriteJob } from './outbox-repository.js';
import { int } from './codecs.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, WritingSession } from './unit-scope.js';

/** Most jobs of one claim; each is one item of an IN list (databases.md 4). */
export const maxClaim = 200;

/** Leases and conditional updates; no row stays locked while a job is worked on (databases.md 10). */
export class SqlJobBoard implements JobBoard {
  readonly #units: UnitRunner;
  constructor(units: UnitRunner) { this.#units = units; }

  async claim(owner: string, now: EpochMs, leaseMs: number, limit: number): Promise<readonly ClaimedJob[]> {
    const wanted = Math.min(limit, maxClaim);
    const due = wanted < 1 ? [] : await this.#due(now, wanted);
    return due.length === 0 ? [] : this.#take(due.map((row) => row.jobId), owner, now, leaseMs, due);
  }

  async claimThis(jobId: string, owner: string, now: EpochMs, leaseMs: number): Promise<ClaimedJob | undefined> {
    return (await this.#take([jobId], owner, now, leaseMs))[0];
  }

  /** `seen`: the rows as they were read a moment ago. */
  async #take(ids: readonly string[], owner: string, now: EpochMs, leaseMs: number, seen?: readonly JobRow[]): Promise<readonly ClaimedJob[]> {
    const token = newClaimToken();
    const mine = await this.#units.run(async (scope) => {
      const changed: unknown = await scope.writing().table(jobTable.name).whereIn('job_id', ids).where({ state: 'READY' }).where('due_at', '<=', now)
        .increment('attempts', 1).update({ state: 'CLAIMED', owner, claim_token: token, lease_until: now + leaseMs });
      if (changed === 0) return [];
      // All that were asked for: what a claim tells of a job stays as it was read, but for the count of runs where somebody's failed in between, which only spaces the next.
      if (seen && changed === ids.length) return seen.map((row) => ({ ...row, attempts: row.attempts + 1 }));
      const rows: unknown = await jobTable.matching(scope, { claimToken: token }).whereIn('job_id', ids).orderBy(['due_at', 'job_id']);
      return jobTable.list(rows);
    });
    return mine.map((row) => claimedJob(row, token));
  }

  settle(claim: Claim, outcome: JobOutcome): Promise<boolean> {
    return this.#units.run(async (scope) => {
      if (outcome.kind === 'done' && await this.#endAtOnce(scope, claim)) return true;
      return this.#change(claim, (row) => settled(row, outcome));
    });
  }

  /** A claim that nobody enqueued again meanwhile, as nearly all are, ends without being read. */
  async #endAtOnce(scope: WritingSession, { jobId, claimToken }: Claim): Promise<boolean> {
    const changed: unknown = await scope.writing().table(jobTable.name).where(jobTable.condition({ jobId, state: 'CLAIMED', claimToken })).whereNull('again_at').update(ended);
    return changed === 1;
  }

  fail(claim: Claim, dueAt: EpochMs | undefined, error: string): Promise<boolean> {
    return this.#change(claim, (row) => failed(row, dueAt, error));
  }

  async releaseExpired(now: EpochMs): Promise<number> {
    const session: Session = { reading: this.#units.reading, locksRows: false };
    const expired: unknown = await session.reading.table(jobTable.name).select('job_id').where({ state: 'CLAIMED' }).where('lease_until', '<=', now).limit(1);
    if (Array.isArray(expired) && expired.length === 0) return 0;
    return this.#units.run(async (scope) => count(
      await scope.writing().table(jobTable.name).where({ state: 'CLAIMED' }).where('lease_until', '<=', now).update(freed)));
  }

  handBack(owner: string): Promise<number> {
    return this.#units.run(async (scope) => count(
      await scope.writing().table(jobTable.name).where(jobTable.condition({ owner, state: 'CLAIMED' })).update(freed)));
  }

  async archiveDone(before: EpochMs, limit: number): Promise<number> {
    const old = (query: Knex.QueryBuilder): Knex.QueryBuilder => query.where({ state: 'DONE' }).where('due_at', '<', before).where('created_at', '<', before);
    const found = await jobIds(old(this.#units.reading.table(jobTable.name)), limit);
    if (found.length === 0) return 0;
    return this.#units.run(async (scope) => {
      // Judged once more under their locks: a row that was enqueued again meanwhile, or that somebody else has moved, is not among them.
      const query = old(scope.reading.table(jobTable.name).select('job_id').whereIn('job_id', found));
      const values = idsOf(await (scope.locksRows ? query.forUpdate() : query));
      return moveRows(scope, { from: jobTable.name, to: jobTable.archive.name, columns: jobTable.columnNames, key: 'job_id', values });
    });
  }

  async forgetArchived(before: EpochMs, limit: number): Promise<number> {
    const { name } = jobTable.archive;
    const found = await jobIds(this.#units.reading.table(name).where('due_at', '<', before), limit);
    return found.length === 0 ? 0 : this.#units.run(async (scope) => count(await scope.writing().table(name).whereIn('job_id', found).delete()));
  }

  async nextDueAt(): Promise<EpochMs | undefined> {
    const rows: unknown = await this.#units.reading.table(jobTable.name).select('due_at').where({ state: 'READY' }).orderBy(['due_at', 'job_id']).limit(1);
    const first = (rows as readonly { readonly due_at: unknown }[])[0];
    return first && int.decode(first.due_at);
  }

  async counts(): Promise<readonly { readonly topic: string; readonly state: string; readonly count: number }[]> {
    const rows: unknown = await this.#units.reading.table(jobTable.name).select('topic', 'state').count({ jobs: '*' })
      .whereIn('state', ['READY', 'DEAD']).groupBy(['topic', 'state']);
    return (rows as readonly { readonly topic: string; readonly state: string; readonly jobs: unknown }[])
      .map(({ topic, state, jobs }) => ({ topic, state, count: int.decode(jobs) }));
  }

  onNudge(listener: (due: readonly DueJob[]) => void): () => void { return this.#units.onNudge(listener); }

  async #due(now: EpochMs, limit: number): Promise<readonly JobRow[]> {
    const session: Session = { reading: this.#units.reading, locksRows: false };
    const rows: unknown = await jobTable.matching(session, { state: 'READY' }).where('due_at', '<=', now).orderBy(['due_at', 'job_id']).limit(limit);
    return jobTable.list(rows);
  }

  /** The row is locked between reading and writing: an enqueue comes before or after, never in between. */
  #change(claim: Claim, rule: (row: JobRow) => JobRow): Promise<boolean> {
    return this.#units.run(async (scope) => {
      const row = await jobTable.firstLocked(scope, { jobId: claim.jobId });
      if (!holds(claim, row)) return false;
      const after = rule(row);
      if (!await rewriteJob(scope, row, after)) return false;
      // The nudge of the enqueue that came meanwhile found the job claimed.
      if (row.againAt !== undefined) scope.nudgeAfterCommit(after);
      return true;
    });
  }
}

const ended = { state: 'DONE', owner: null, claim_token: null, lease_until: null, last_error: null } as const;
const freed = { state: 'READY', owner: null, claim_token: null, lease_until: null } as const;

/** Longest due first. */
async function jobIds(query: Knex.QueryBuilder, limit: number): Promise<readonly string[]> {
  const wanted = Math.min(limit, maxArchivedJobs);
  return wanted < 1 ? [] : idsOf(await query.select('job_id').orderBy(['due_at', 'job_id']).limit(wanted));
}

const idsOf = (rows: unknown): readonly string[] => (rows as readonly { readonly job_id: string }[]).map((row) => row.job_id);

const count = (changed: unknown): number => int.decode(changed);

// Topics are written by this program alone; one that a newer release wrote is handed to the worker, which knows what it cannot do.
const claimedJob = (row: JobRow, claimToken: string): ClaimedJob =>
  ({ jobId: row.jobId, claimToken, topic: row.topic as JobTopic, key: row.key, attempts: row.attempts - 1, createdAt: row.createdAt });
