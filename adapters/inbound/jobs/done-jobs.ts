import type { JobBoard } from '../../../application/ports/jobs.js';
import type { Journal } from '../../../application/ports/journal.js';
import { dayMs, type EpochMs } from '../../../domain/kernel/china-time.js';

/** How long the row of a finished job stays on the board before it is archived (databases.md 10). */
export const keepDoneMs = 30 * dayMs;
/** How long after it was due it is kept at all, for people who look into what happened. Callbacks and the audit trail tell it for ever. */
export const keepArchivedMs = 120 * dayMs;

const everyMs = 60_000;
const rowsAtOnce = 500;
/** Ten thousand rows a minute: more than the platform finishes, and never a long hold on the database. */
const maxPages = 20;

/** Takes the rows of jobs that were finished long ago off the board, beside the work of the runner and never instead of it. */
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
    this.#work = this.#round(now).finally(() => { this.#work = undefined; });
  }

  /** Ends with the page in hand. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#work;
  }

  async #round(now: EpochMs): Promise<void> {
    try {
      await this.#pages(() => this.#board.archiveDone(now - keepDoneMs, rowsAtOnce));
      await this.#pages(() => this.#board.forgetArchived(now - keepArchivedMs, rowsAtOnce));
    } catch (error) {
      this.#journal.fault('job-board', error);
    }
  }

  async #pages(page: () => Promise<number>): Promise<void> {
    for (let pages = 0; pages < maxPages && !this.#stopping; pages++) {
      if (await page() < rowsAtOnce) return;
    }
  }
}
