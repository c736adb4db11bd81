import type { PayChannel } from '../../domain/directory/channel-merchant.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { RefundState } from '../../domain/refunds/refund.js';

export interface Sum { readonly count: number; readonly amount: bigint }

/** Figures of a stretch of time, `fromAt` included and `toAt` not, over the orders of daily work. Each reads no more than the rows of its stretch. */
export interface DayFigures {
  /** Orders that were paid then, by channel. */
  paid(fromAt: EpochMs, toAt: EpochMs): Promise<readonly (Sum & { readonly payChannel: PayChannel | undefined })[]>;
  /** Orders that were made then and nobody has paid so far. */
  unpaid(fromAt: EpochMs, toAt: EpochMs): Promise<number>;
  /** Refunds that were asked for then, by what has become of them. */
  refunds(fromAt: EpochMs, toAt: EpochMs): Promise<readonly (Sum & { readonly state: RefundState })[]>;
}
