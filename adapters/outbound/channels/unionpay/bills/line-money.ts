import { maxFen, type Fen, type FenSum } from '../../../../../domain/kernel/money.js';
import type { TradeKind } from '../../../../../domain/settlement/trade.js';
import { column, zmColumns } from './fixed-columns.js';

export interface LineMoney { readonly amount: Fen; readonly settled: FenSum; readonly fee: FenSum }

/**
 * The amounts of a ZM line in our words: column 16 is the fee (D taken, C given back), column 17 what is left for the merchant after it (C
 * plus, D minus). Undefined where they do not fit each other: before the fee, a movement is its amount or the amount less the discount of
 * column 36. Whether that column's letter says who gives the discount is not known, so it is not looked at [assumed].
 */
export function lineMoney(cut: string, kind: TradeKind): LineMoney | undefined {
  const amount = plainFen(column(cut, zmColumns, 7));
  const feeColumn = creditOf(column(cut, zmColumns, 16));
  const net = creditOf(column(cut, zmColumns, 17));
  const discount = creditOrNone(column(cut, zmColumns, 36));
  if (amount === undefined || feeColumn === undefined || net === undefined || discount === undefined) return undefined;
  const fee = -feeColumn;
  const settled = net + fee;
  const moved = kind === 'payment' ? settled : -settled;
  const withDiscount = amount - magnitude(discount);
  const fits = (moved === amount || (moved === withDiscount && withDiscount >= 0n)) && magnitude(fee) <= amount;
  return fits && isClearedAlike(cut, net) ? { amount, settled: settled as FenSum, fee: fee as FenSum } : undefined;
}

/** Column 33 is column 17 less what is cleared to others (column 32); blank or zero it tells nothing [assumed]. */
function isClearedAlike(cut: string, net: bigint): boolean {
  const split = creditOrNone(column(cut, zmColumns, 32));
  const cleared = creditOrNone(column(cut, zmColumns, 33));
  if (split === undefined || cleared === undefined) return false;
  return split !== 0n || cleared === 0n || cleared === net;
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** `n12`, zero-padded fen; a movement of nothing is none. */
function plainFen(text: string): Fen | undefined {
  if (!/^[0-9]{12}$/.test(text)) return undefined;
  const amount = BigInt(text);
  return amount > 0n && amount <= maxFen ? amount as Fen : undefined;
}

/** `X+n12`: C is to the merchant's credit, D to its debit. */
function creditOf(text: string): bigint | undefined {
  if (!/^[CD][0-9]{12}$/.test(text)) return undefined;
  const amount = BigInt(text.slice(1));
  return text.startsWith('C') ? amount : -amount;
}

const creditOrNone = (text: string): bigint | undefined => (text === '' ? 0n : creditOf(text));
