import type { PayChannel } from '../directory/channel-merchant.js';
import { dayMs, type EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';

/** Money a channel told us of under a number this database does not know: an attempt of the lost hours. Kept for people, never dropped. */
export interface LostPayment {
  readonly attemptNo: string;
  readonly payChannel: PayChannel;
  /** The account whose key verified the message. */
  readonly channelMerchantId: string;
  readonly channelOrderNo: string | undefined;
  readonly amount: Fen;
  readonly paidAt: EpochMs | undefined;
  readonly toldAt: EpochMs;
}

/** So long after a restore a channel may still tell of the hours that were lost: the longest life of a page and the channel's repeating. */
export const lostNewsForMs = 30 * dayMs;

/** Most lost payments that are kept: far beyond what hours can lose; beyond it the channel's bill has to tell. */
export const maxLostPayments = 10_000;
