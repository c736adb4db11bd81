import type { PayChannel } from '../../domain/directory/channel-merchant.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { RefundState } from '../../domain/refunds/refund.js';
import type { RowScope } from './list-reader.js';

export interface Sum { readonly count: number; readonly amount: bigint }
/** `fromAt` included and `toAt` not. */
export interface Stretch { readonly fromAt: EpochMs; readonly toAt: EpochMs }

/** Figures of a stretch of time over the orders of daily work, of the payees of a scope and no others (ISO-01). Each reads no more than the rows of its stretch. */
export interface DayFigures {
  /** Orders that were paid then, by channel. */
  paid(stretch: Stretch, scope: RowScope): Promise<readonly (Sum & { readonly payChannel: PayChannel | undefined })[]>;
  /** Orders that were made then and nobody has paid so far. */
  unpaid(stretch: Stretch, scope: RowScope): Promise<number>;
  /** Refunds that were asked for then, by what has become of them. */
  refunds(stretch: Stretch, scope: RowScope): Promise<readonly (Sum & { readonly state: RefundState })[]>;
}
