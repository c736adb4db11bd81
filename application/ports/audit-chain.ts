import type { RecordedEntry } from '../../domain/audit/audit-entry.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { SignedHead } from '../../domain/audit/signed-head.js';

/** A number and the link of its entry. */
export interface ChainLink { readonly seq: number; readonly mac: string }

/** A numbered entry as its row holds it; `entry` undefined where its columns can no longer be read. */
export interface NumberedEntry { readonly seq: number; readonly entryId: string; readonly entry: RecordedEntry | undefined; readonly entryMac: string; readonly linkMac: string }

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
  /** The lowest and the highest number of what happened from `fromAt` and before `toAt`; undefined where nothing of it is numbered. */
  spanOf(fromAt: EpochMs, toAt: EpochMs): Promise<{ readonly first: number; readonly last: number } | undefined>;
  /** The next page of numbered entries from `seq` on without that one, in the order of their numbers, as they stand and unjudged; empty behind the last. */
  numbered(seq: number, butEntryId: string): Promise<readonly NumberedEntry[]>;
  /** The last number given and its link; undefined where no entry is numbered. Throws TamperedError where the head was changed past the platform. */
  last(): Promise<ChainLink | undefined>;
  /** The links of these entries (at most 100), as their rows hold them; those that are not there are left out. */
  linksOf(seqs: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Signed heads behind number `after`, by number, at most 100. */
  signedHeads(after: number, limit: number): Promise<readonly SignedHead[]>;
  lastSignedHead(): Promise<SignedHead | undefined>;
  /** `late`: the last one kept is not the one before this head. */
  keepHead(head: SignedHead): Promise<'kept' | 'late'>;
}
