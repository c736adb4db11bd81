import type { DueJob } from './jobs.js';

/** A worker as the transport sees it. */
export interface JobListener {
  /** Something is due and nobody says what: look at the board. */
  look(): void;
  /** This job is said to be due: claim it and work on it. Ends when that work has ended; never throws. */
  take(jobId: string): Promise<void>;
}

/**
 * Carries the word that jobs are due to a worker, of this process or of another host (decision 0016). Only a word: the board decides who has
 * a job, and every worker looks at the board by itself as well. A word that is lost costs one look's wait, one that comes twice finds nothing.
 */
export interface JobTransport {
  /** Passes the word on. Returns at once, never throws, keeps a bounded number of words. */
  announce(due: readonly DueJob[]): void;
  /** Begins to hear words, at most `atOnce` unfinished `take`s at a time. The returned function ends it; what was taken goes on. */
  listen(listener: JobListener, atOnce: number): () => void;
  /** After all listening has ended. Takes a bounded time whatever the other side does. */
  close(): Promise<void>;
}
