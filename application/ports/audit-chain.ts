/** Numbers and chains audit rows; one writer at a time by lease (AUD-03, design 4.10). */
export interface AuditChain {
  /**
   * Gives the next rows (oldest first, at most `limit`) their number and link. Does nothing when another process holds the lease. Returns how many.
   */
  extend(owner: string, limit: number): Promise<number>;
  /** Walks the whole chain; names the first bad sequence number. */
  verify(): Promise<{ readonly ok: true; readonly count: number } | { readonly ok: false; readonly badSeq: number; readonly why: string }>;
}
