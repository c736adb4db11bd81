import type { BusinessDay } from '../kernel/china-time.js';
import type { FenSum } from '../kernel/money.js';
import { expectedFee, type ContractFee } from '../settlement/contract-fee.js';
import type { Trade } from '../settlement/trade.js';
import type { BillLine } from './bill-line.js';

/** What comparing one line with our books says. */
export type LineVerdict =
  /** Same movement, same amount. `agreedFee`: what the contract says, where that is something else than the line's fee. */
  | { readonly kind: 'matched'; readonly agreedFee: FenSum | undefined }
  | { readonly kind: 'amount-differs' }
  /** Our number, but a movement the channel numbers otherwise than the one we booked. */
  | { readonly kind: 'state-differs' }
  /** A line of this movement was matched before: in this bill, or in the bill of `day`. */
  | { readonly kind: 'duplicate-line'; readonly day: BusinessDay }
  /** We have booked nothing of the kind. */
  | { readonly kind: 'only-there' };

/** Which bill is being read. */
export interface Reading { readonly runNo: string; readonly day: BusinessDay; readonly contract: ContractFee | undefined }

/** `trade` as it stands now, with what earlier lines of this run changed. */
export function judgeLine(line: BillLine, trade: Trade | undefined, reading: Reading): LineVerdict {
  if (!trade || trade.kind !== line.kind) return { kind: 'only-there' };
  if (trade.seenRunNo === reading.runNo) return { kind: 'duplicate-line', day: reading.day };
  if (trade.settledDay !== undefined && trade.settledDay !== reading.day) return { kind: 'duplicate-line', day: trade.settledDay };
  // Alipay's refund lines repeat the payment's number, and some refunds are told without one: only payments are compared by it.
  if (line.kind === 'payment' && trade.channelOrderNo !== undefined && line.channelNo !== '' && trade.channelOrderNo !== line.channelNo) return { kind: 'state-differs' };
  if (trade.amount !== line.amount) return { kind: 'amount-differs' };
  const agreed = expectedFee(reading.contract, line.kind, line.amount);
  return { kind: 'matched', agreedFee: agreed === undefined || agreed === line.fee ? undefined : agreed };
}
