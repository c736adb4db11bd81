import type { ShareRounds } from '../adapters/inbound/jobs/share-rounds.js';
import type { AuthoriseColumn } from '../application/sharing/authorise-column.js';
import type { BackfillOrders } from '../application/sharing/backfill-orders.js';
import type { NoteOrder } from '../application/sharing/note-order.js';
import type { ReleaseRow } from '../application/sharing/release-row.js';
import type { ReloadTable } from '../application/sharing/reload-table.js';
import type { ShareParts } from '../application/sharing/share-parts.js';
import type { ShareRound } from '../application/sharing/share-round.js';
import type { ShareSource } from '../application/sharing/share-source.js';

/** Everything that shares data with the city, where it is connected. */
export interface Sharing {
  readonly parts: ShareParts; readonly sources: readonly ShareSource[];
  readonly note: NoteOrder; readonly round: ShareRound; readonly rounds: ShareRounds; readonly reload: ReloadTable; readonly release: ReleaseRow; readonly backfill: BackfillOrders;
}

/** `on` undefined: no data sharing platform is configured. What is authorised can be decided before it is. */
export interface SharingDesk { readonly on: Sharing | undefined; readonly authorise: AuthoriseColumn }
