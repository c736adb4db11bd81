import type { OrderRecords } from '../../domain/archive/old-orders.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';

/**
 * Where old, finished orders rest, out of the way of daily work. Everything else still finds them by every number: readers look there when
 * they find nothing, and `OrderStore.take` brings an order back with all that belongs to it before anybody changes it.
 */
export interface ArchiveReader {
  /** When somebody first meant to archive; undefined: nothing is there, and nobody looks. */
  begunAt(): Promise<EpochMs | undefined>;
  /** Orders of daily work with numbers above `after`, lowest first, and all that belongs to them; at most `limit`, none only at the end. */
  page(after: string | undefined, limit: number): Promise<readonly OrderRecords[]>;
}

/** Most orders of one page. */
export const maxArchivePage = 200;

export interface ArchiveStore extends ArchiveReader {
  /** Says that archiving begins. Other processes look into the archive some seconds later, so nothing may be moved before. */
  begin(at: EpochMs): Promise<void>;
  /** One archives at a time: true for who has or gets the turn until now + ttlMs. After `begin` only. */
  takeTurn(owner: string, now: EpochMs, ttlMs: number): Promise<boolean>;
  endTurn(owner: string): Promise<void>;
  /** As `page`, with the orders locked until the unit ends. */
  lockedPage(after: string | undefined, limit: number): Promise<readonly OrderRecords[]>;
  /** Moves these orders of a locked page, with all that belongs to them. */
  move(platformOrderNos: readonly string[]): Promise<void>;
}
