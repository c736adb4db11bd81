import type { Claim, ClaimedJob, DueJob, JobBoard, JobOutcome, JobTopic } from '../../../../application/ports/jobs.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { claimed, failed, holds, maxArchivedJobs, newClaimToken, released, settled, type JobRow } from '../sql/job-rules.js';
import type { MemoryDatabase } from './memory-database.js';

/** The job board over the memory tables; the rules are those of the SQL board. */
export class MemoryJobBoard implements JobBoard {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) { this.#database = database; }

  claim(owner: string, now: EpochMs, leaseMs: number, limit: number): Promise<readonly ClaimedJob[]> {
    return this.#take(() => true, owner, now, leaseMs, limit);
  }

  async claimThis(jobId: string, owner: string, now: EpochMs, leaseMs: number): Promise<ClaimedJob | undefined> {
    return (await this.#take((row) => row.jobId === jobId, owner, now, leaseMs, 1))[0];
  }

  #take(wanted: (row: JobRow) => boolean, owner: string, now: EpochMs, leaseMs: number, limit: number): Promise<readonly ClaimedJob[]> {
    const claimToken = newClaimToken();
    return this.#change((rows) => rows.filter((row) => row.state === 'READY' && row.dueAt <= now && wanted(row)).sort(byDue).slice(0, Math.max(limit, 0)),
      (row) => claimed(row, owner, claimToken, now + leaseMs))
      .then((rows) => rows.map((row) => ({ jobId: row.jobId, claimToken, topic: row.topic as JobTopic, key: row.key, attempts: row.attempts, createdAt: row.createdAt })));
  }

  async settle(claim: Claim, outcome: JobOutcome): Promise<boolean> {
    return (await this.#change((rows) => rows.filter((row) => holds(claim, row)), (row) => settled(row, outcome))).length > 0;
  }
  async fail(claim: Claim, dueAt: EpochMs | undefined, error: string): Promise<boolean> {
    return (await this.#change((rows) => rows.filter((row) => holds(claim, row)), (row) => failed(row, dueAt, error))).length > 0;
  }
  async releaseExpired(now: EpochMs): Promise<number> {
    return (await this.#change((rows) => rows.filter((row) => row.state === 'CLAIMED' && (row.leaseUntil ?? 0) <= now), released)).length;
  }
  async handBack(owner: string): Promise<number> {
    return (await this.#change((rows) => rows.filter((row) => row.state === 'CLAIMED' && row.owner === owner), released)).length;
  }

  archiveDone(before: EpochMs, limit: number): Promise<number> {
    const { jobs, archivedJobs } = this.#database.tables;
    return this.#database.run(async (scope) => {
      const old = firstPage(this.#rows().filter((row) => row.state === 'DONE' && row.dueAt < before && row.createdAt < before), limit);
      if (old.length > 0) scope.writing();
      for (const row of old) {
        archivedJobs.write(row);
        jobs.remove(row.jobId);
      }
      return old.length;
    });
  }

  forgetArchived(before: EpochMs, limit: number): Promise<number> {
    const { archivedJobs } = this.#database.tables;
    return this.#database.run(async (scope) => {
      const old = firstPage(archivedJobs.all(true).filter((row) => row.dueAt < before), limit);
      if (old.length > 0) scope.writing();
      for (const row of old) archivedJobs.remove(row.jobId);
      return old.length;
    });
  }

  async nextDueAt(): Promise<EpochMs | undefined> {
    return this.#rows().filter((row) => row.state === 'READY').sort(byDue)[0]?.dueAt;
  }

  async counts(): Promise<readonly { readonly topic: string; readonly state: string; readonly count: number }[]> {
    const counted = new Map<string, { readonly topic: string; readonly state: string; readonly count: number }>();
    for (const { topic, state } of this.#rows()) {
      const name = `${topic} ${state}`;
      if (state === 'READY' || state === 'DEAD') counted.set(name, { topic, state, count: (counted.get(name)?.count ?? 0) + 1 });
    }
    return [...counted.values()];
  }

  onNudge(listener: (due: readonly DueJob[]) => void): () => void { return this.#database.onNudge(listener); }

  #rows(): JobRow[] { return this.#database.tables.jobs.all(this.#database.inUnit); }

  /** Changes the chosen rows; answers them as they were. */
  #change(choose: (rows: JobRow[]) => readonly JobRow[], rule: (row: JobRow) => JobRow): Promise<readonly JobRow[]> {
    return this.#database.run(async (scope) => {
      const chosen = choose(this.#rows());
      if (chosen.length > 0) scope.writing();
      for (const row of chosen) {
        const after = rule(row);
        this.#database.tables.jobs.write(after);
        // The nudge of the enqueue that came meanwhile found the job claimed.
        if (row.againAt !== undefined && after.againAt === undefined) scope.nudgeAfterCommit(after);
      }
      return chosen;
    });
  }
}

const byDue = (a: JobRow, b: JobRow): number => a.dueAt - b.dueAt || (a.jobId < b.jobId ? -1 : 1);

const firstPage = (rows: JobRow[], limit: number): readonly JobRow[] => rows.sort(byDue).slice(0, Math.max(0, Math.min(limit, maxArchivedJobs)));
