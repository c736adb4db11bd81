import type { ClearValues } from '../../domain/sharing/map-row.js';
import type { SharePlace } from '../../domain/sharing/share-progress.js';
import type { SharedTable } from '../../domain/sharing/shared-tables.js';
import type { SharePageQuery } from '../ports/share-books.js';

/** One row to be shared: `unreadable` where its own record does not open (a sealed value was tampered with, an order is not there any more). */
export interface SourceRow {
  readonly place: SharePlace;
  readonly key: string;
  readonly content: { readonly kind: 'values'; readonly values: ClearValues } | { readonly kind: 'unreadable'; readonly why: string };
}

/** Where the rows of one table come from. */
export interface ShareSource {
  readonly table: SharedTable;
  page(query: SharePageQuery): Promise<readonly SourceRow[]>;
  /** Those that exist, for rows that go alone. */
  byKeys(keys: readonly string[]): Promise<readonly SourceRow[]>;
  /** Rows up to and including a place, as they stand now. */
  count(until: SharePlace): Promise<number>;
}
