import type { PayChannel } from '../../domain/directory/channel-merchant.js';

/** Our own addresses as channels and browsers see them. */
export interface ChannelAddresses {
  notifyUrl(payChannel: PayChannel): string;
  /** Where the browser comes back to; names the order itself, for a channel may send it back without a word. */
  returnUrl(payChannel: PayChannel, cashierToken: string): string;
  /** Where a payer who gives up at the channel comes back to. */
  quitUrl(cashierToken: string): string;
}

/** How long we wait for a channel; the client's limit is 3 s at the channel and 5 s in all (PERF-4). */
export interface ChannelPatience {
  readonly queryTimeoutMs: number;
  readonly chargeTimeoutMs: number;
  /** A barcode request is answered after this at the latest; the charge goes on. */
  readonly barcodeAnswerMs: number;
  readonly refundTimeoutMs: number;
}

export const defaultPatience: ChannelPatience = { queryTimeoutMs: 3_000, chargeTimeoutMs: 15_000, barcodeAnswerMs: 4_000, refundTimeoutMs: 10_000 };
