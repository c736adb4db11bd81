import type { BusinessDay } from '../../domain/kernel/china-time.js';
import type { SharedRow } from '../../domain/sharing/map-row.js';
import type { SharedTable } from '../../domain/sharing/shared-tables.js';

/** Rows of one table that go together. Each replaces the row with the same key at the target, so that sending them again changes nothing. */
export interface OutgoingBatch {
  readonly batchNo: string;
  readonly table: SharedTable;
  /** Never given twice for this table: part of a file's name. */
  readonly sequence: number;
  readonly day: BusinessDay;
  readonly rows: readonly SharedRow[];
}

/** `reason`: short, of the target or of ours, without the row's values. */
export interface RejectedRow { readonly key: string; readonly reason: string }

export type ShareAnswer =
  /** Every row that is not among the rejected ones is at the target. */
  | { readonly kind: 'taken'; readonly rejected: readonly RejectedRow[] }
  /** Certainly nothing was written: out of reach, or the target takes nothing from us now. */
  | { readonly kind: 'not-taken'; readonly why: string }
  /** Nobody knows. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The city's data sharing platform by one of its ways. No method throws for anything that the target or the network does. */
export interface DataShareWriter {
  /** Name of the way and place; progress is kept under it. */
  readonly target: string;
  write(batch: OutgoingBatch, timeoutMs: number): Promise<ShareAnswer>;
  /** Absent where the way does not let us look. */
  readonly looking?: DataShareLooking;
}

export type Looked<T> = { readonly kind: 'seen'; readonly value: T } | { readonly kind: 'unknown'; readonly why: string };

/** What is at the target, for the checks. */
export interface DataShareLooking {
  count(table: SharedTable, timeoutMs: number): Promise<Looked<number>>;
  /** How many rows each of these keys has there; one that is left out has none. At most a batch of keys. */
  rowsPerKey(table: SharedTable, keys: readonly string[], timeoutMs: number): Promise<Looked<ReadonlyMap<string, number>>>;
}
