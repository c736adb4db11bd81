import type { Clock } from '../../../../application/ports/clock.js';
import type { Ids } from '../../../../application/ports/ids.js';
import { jobTopics, type JobReader, type NewJob, type WaitingJob } from '../../../../application/ports/jobs.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { ConcurrentChange, type Outbox } from '../../../../application/ports/unit-of-work.js';
import { epochMs, int, oneOf, optional, text, words } from './codecs.js';
import type { SqlEngine } from './engine.js';
import { enqueuedAgain, newJobRow, type JobRow, type JobState } from './job-rules.js';
import { SqlTable } from './sql-table.js';
import { maxInList } from './stored-values.js';
import type { Session, WritingSession } from './unit-scope.js';

export const jobTable = new SqlTable<JobRow>('outbox', {
  jobId: ['job_id', text(32)], topic: ['topic', text(32)], key: ['job_key', text(128)], state: ['state', oneOf<JobState>(['READY', 'CLAIMED', 'DONE', 'DEAD'])],
  dueAt: ['due_at', epochMs], againAt: ['again_at', optional(epochMs)], attempts: ['attempts', int], owner: ['owner', optional(text(64, 'any'))],
  claimToken: ['claim_token', optional(text(32))], leaseUntil: ['lease_until', optional(epochMs)], lastError: ['last_error', optional(words(200))],
  createdAt: ['created_at', epochMs],
}, ['jobId']);

/** Writes a row as changed by the rules; false when it is no longer in the state (and claim) it was read in. */
export async function rewriteJob(unit: WritingSession, before: JobRow, after: JobRow): Promise<boolean> {
  const asRead = jobTable.condition({ jobId: before.jobId, state: before.state, ...(before.claimToken === undefined ? {} : { claimToken: before.claimToken }) });
  const changed: unknown = await unit.writing().table(jobTable.name).where(asRead).update(jobTable.encode(after));
  return changed === 1;
}

/** Asked with all topics, so that the key (topic, job_key) finds the rows. */
export class SqlJobReader implements JobReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  async waitingFor(keys: readonly string[]): Promise<readonly WaitingJob[]> {
    if (keys.length > maxInList) throw new RangeError(`more than ${maxInList} keys of one question`);
    const query = jobTable.matchingAny(this.#session, 'key', keys);
    const rows: unknown = await query?.whereIn(jobTable.column('topic'), [...jobTopics]).whereIn(jobTable.column('state'), ['READY', 'CLAIMED']);
    return jobTable.list(rows ?? []).map(({ topic, key, dueAt }) => ({ topic, key, dueAt })).sort((a, b) => a.dueAt - b.dueAt);
  }
}

export class SqlOutbox implements Outbox {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  readonly #ids: Ids;
  readonly #clock: Clock;
  constructor(unit: WritingSession, engine: SqlEngine, ids: Ids, clock: Clock) {
    this.#unit = unit;
    this.#engine = engine;
    this.#ids = ids;
    this.#clock = clock;
  }

  async enqueue(job: NewJob): Promise<void> {
    const known = job.fresh === true ? undefined : await jobTable.firstLocked(this.#unit, { topic: job.topic, key: job.key });
    const row = known === undefined ? await this.#insert(job) : await this.#again(known, job.dueAt);
    // A job of later needs nobody now: every new order has one (its expiry), and a look at the board for each would cost as much as an insert.
    if (job.dueAt <= this.#clock.now()) this.#unit.nudgeAfterCommit(row);
  }

  async endWaiting({ topic, key }: Pick<NewJob, 'topic' | 'key'>): Promise<void> {
    await this.#unit.writing().table(jobTable.name).where(jobTable.condition({ topic, key, state: 'READY' })).update({ state: 'DONE' });
  }

  async #again(known: JobRow, dueAt: EpochMs): Promise<JobRow> {
    const row = enqueuedAgain(known, dueAt, this.#clock.now());
    if (!await rewriteJob(this.#unit, known, row)) throw new ConcurrentChange('the job was taken meanwhile');
    return row;
  }

  async #insert(job: NewJob): Promise<JobRow> {
    const row = newJobRow(this.#ids.next(), job.topic, job.key, job.dueAt, this.#clock.now());
    try {
      await jobTable.insert(this.#unit, row);
      return row;
    } catch (error) {
      if (this.#engine.classify(error) !== 'UNIQUE' || job.fresh === true) throw error;
      throw new ConcurrentChange('the job was enqueued meanwhile', { cause: error });
    }
  }
}
