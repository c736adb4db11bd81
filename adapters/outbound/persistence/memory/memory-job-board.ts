import type { ClaimedJob, JobBoard, JobOutcome, JobTopic } from '../../../../application/ports/jobs.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { claimed, failed, released, settled, type JobRow } from '../sql/job-rules.js';
import type { MemoryDatabase } from './memory-database.js';

/** The job board over the memory tables; the rules are those of the SQL board. */
export class MemoryJobBoard implements JobBoard {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) { this.#database = database; }

  claim(owner: string, now: EpochMs, leaseMs: number, limit: number): Promise<readonly ClaimedJob[]> {
    return this.#change((rows) => rows.filter((row) => row.state === 'READY' && row.dueAt <= now).sort(byDue).slice(0, Math.max(limit, 0)),
      (row) => claimed(row, owner, 'memory', now + leaseMs))
      .then((rows) => rows.map((row) => ({ jobId: row.jobId, topic: row.topic as JobTopic, key: row.key, attempts: row.attempts, createdAt: row.createdAt })));
  }

  async settle(owner: string, jobId: string, outcome: JobOutcome): Promise<boolean> {
    return (await this.#change(held(owner, jobId), (row) => settled(row, outcome))).length > 0;
  }
  async fail(owner: string, jobId: string, dueAt: EpochMs | undefined, error: string): Promise<boolean> {
    return (await this.#change(held(owner, jobId), (row) => failed(row, dueAt, error))).length > 0;
  }
  async releaseExpired(now: EpochMs): Promise<number> {
    return (await this.#change((rows) => rows.filter((row) => row.state === 'CLAIMED' && (row.leaseUntil ?? 0) <= now), released)).length;
  }
  async handBack(owner: string): Promise<number> {
    return (await this.#change(held(owner), released)).length;
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

  onNudge(listener: () => void): () => void { return this.#database.onNudge(listener); }

  #rows(): JobRow[] { return this.#database.tables.jobs.all(this.#database.inUnit); }

  /** Changes the chosen rows; answers them as they were. */
  #change(choose: (rows: JobRow[]) => readonly JobRow[], rule: (row: JobRow) => JobRow): Promise<readonly JobRow[]> {
    return this.#database.run(async (scope) => {
      const chosen = choose(this.#rows());
      if (chosen.length > 0) scope.writing();
      for (const row of chosen) this.#database.tables.jobs.write(rule(row));
      return chosen;
    });
  }
}

const byDue = (a: JobRow, b: JobRow): number => a.dueAt - b.dueAt || (a.jobId < b.jobId ? -1 : 1);

const held = (owner: string, jobId?: string) => (rows: readonly JobRow[]): readonly JobRow[] =>
  rows.filter((row) => row.state === 'CLAIMED' && row.owner === owner && (jobId === undefined || row.jobId === jobId));
