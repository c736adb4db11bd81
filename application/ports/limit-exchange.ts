/** What one process told last, as it wrote it. */
export interface ProcessNote { readonly process: string; readonly text: string }

/** A note older than this is of a process that is gone, or cut off; longer than hosts' clocks may differ (2 s). */
export const noteFreshMs = 5_000;

/**
 * Where the processes of one installation tell each other, about once a second, what they used of limits that all share (decision 0017). One
 * note a process, each replacing the one before. Holds digests only, no address and no token.
 */
export interface LimitExchange {
  /** Leaves this process's note and gives the fresh ones of all others. Rejects, within a second or two, when the store is away. */
  exchange(mine: ProcessNote, nowMs: number): Promise<readonly ProcessNote[]>;
}
