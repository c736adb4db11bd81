/** Numbers and chains audit rows; one writer at a time by lease (AUD-03, design 4.10). */
export interface AuditChain {
  /**
   * Gives the next rows (oldest first, at most `limit`) their number and link. Does nothing when another process holds the lease. Returns how many.
   */
  extend(owner: string, limit: number): Promise<number>;
  /** Gives the lease back before its time: the process stops, and another one need not wait. */
  handOver(owner: string): Promise<void>;
  /** Walks the whole chain; names the first bad sequence number. */
  verify(): Promise<{ readonly ok: true; readonly count: number } | { readonly ok: false; readonly badSeq: number; readonly why: string }>;
}
