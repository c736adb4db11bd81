import type { ChannelMerchant, PayChannel } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import type { BillPiece } from '../../domain/reconciliation/bill-line.js';

/** Bytes in order; never more than the limits allow. */
export type Bytes = AsyncIterable<Uint8Array>;

export type FetchedBill =
  /** The raw file as the channel gave it (a zip). `bytes` must be read to the end or given up; it throws `BillCutOff` when it breaks off. */
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Bytes }
  /** Not there yet, or a day without any trade: channels say the same of both (Alipay BILL_NOT_EXIST, UnionPay 98). */
  | { readonly kind: 'not-ready' }
  /** No answer that could be believed; ask again. `why` is a fixed word, `code` the channel's. */
  | { readonly kind: 'unknown'; readonly why: string; readonly code?: string };

/** A download that ended before its end. */
export class BillCutOff extends Error {
  override readonly name = 'BillCutOff';
}

/** One channel's bills (alipay.md 8, unionpay.md 9). */
export interface ChannelBills {
  readonly payChannel: PayChannel;
  /** Asks for the bill of one clearing day of one merchant account. Never throws for what the channel or the network does. */
  fetch(account: ChannelMerchant, day: BusinessDay, timeoutMs: number): Promise<FetchedBill>;
  /**
   * Reads a raw file, fetched or uploaded, in pages of at most 500 lines and in bounded memory. Everything in it is doubted: size, zip,
   * charset, day, merchant, its own totals. The same bytes always give the same pieces. Throws only where `raw` throws.
   */
  read(account: ChannelMerchant, day: BusinessDay, raw: Bytes): AsyncIterable<BillPiece>;
}

export type BillsOfChannels = Readonly<Record<PayChannel, ChannelBills>>;

/** Limits of a bill, named here because both channels keep them. */
export const billLimits = {
  /** Raw file. */
  rawBytes: 512 * 1024 * 1024,
  /** All entries of the zip unpacked. */
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  /** Unpacked over packed size of one entry; bills of digits pack well. */
  ratio: 200,
  entries: 16,
  lineBytes: 8 * 1024,
  lines: 5_000_000,
  pageLines: 500,
} as const;
