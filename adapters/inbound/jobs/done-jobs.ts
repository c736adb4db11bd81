import type { JobBoard } from '../../../application/ports/jobs.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { EpochMs } from '../../../domain/kernel/china-time.js';

/** How long the row of a finished job is kept, for people who look into what happened (databases.md 10). */
export const keepDoneMs = 30 * 86_400_000;

const everyMs = 60_000;
const rowsAtOnce = 500;
/** Ten thousand rows a minute: more than the platform finishes, and never a long hold on the database. */
const maxPages = 20;

/** Deletes the rows of jobs that were finished long ago, beside the work of the runner and never instead of it. */
export class DoneJobs {
  readonly #board: JobBoard;
  readonly #journal: Journal;
  #lookedAt: EpochMs | undefined;
  #work: Promise<void> | undefined;
  #stopping = false;

  constructor(board: JobBoard, journal: Journal) {
    this.#board = board;
    this.#journal = journal;
  }

  /** Begins a round when the last began a minute ago or earlier; does not wait for it, never throws. */
  look(now: EpochMs): void {
    if (this.#work || (this.#lookedAt !== undefined && now - this.#lookedAt < everyMs)) return;
    this.#lookedAt = now;
    this.#stopping = false;
    this.#work = this.#round(now - keepDoneMs).finally(() => { this.#work = undefined; });
  }

  /** Ends with the page in hand. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#work;
  }

  async #round(before: EpochMs): Promise<void> {
    try {
      for (let page = 0; page < maxPages && !this.#stopping; page++) {
        if (await this.#board.forgetDone(before, rowsAtOnce) < rowsAtOnce) return;
      }
    } catch (error) {
      this.#journal.fault('job-board', error);
    }
  }
}
