import type { Fen } from '../../../../../domain/kernel/money.js';
import { maxFen, type FenSum } from '../../../../../domain/kernel/money.js';
import type { BillLine, OddLine } from '../../../../../domain/reconciliation/bill-line.js';
import { readDashedTime } from '../paid-facts.js';
import type { Cells } from './columns.js';
import { readSignedYuan } from './signed-yuan.js';

const kinds: Readonly<Record<string, BillLine['kind']>> = { 交易: 'payment', 退款: 'refund' };
const channelNoShape = /^[0-9A-Za-z_-]{1,64}$/;
/** Numbers of other systems on the same account are kept too, whatever their form. */
const ownNoShape = /^[\x21-\x7e]{0,64}$/;
const longestOddText = 700;

export const oddLine = (lineNo: number, why: string, text: string): OddLine => ({ lineNo, why, text: [...text.slice(0, 2 * longestOddText)].slice(0, longestOddText).join('') });

/** A row as a line, or the word for what is wrong with it. */
export function readRow(cells: Cells, lineNo: number): BillLine | string {
  const kind = Object.hasOwn(kinds, cells.kind) ? kinds[cells.kind] : undefined;
  if (kind === undefined) return 'kind';
  // Alipay repeats the payment's number on its refunds; ours stands in a column of its own, but for cancelled barcode payments.
  const ownNo = kind === 'refund' && cells.refundNo !== '' ? cells.refundNo : cells.ownNo;
  if (!channelNoShape.test(cells.channelNo) || !ownNoShape.test(ownNo)) return 'number';
  const at = readDashedTime(cells.finishedAt);
  if (at === undefined) return 'time';
  const money = moneyOf(kind, cells);
  return money === undefined ? 'amount' : { lineNo, kind, ownNo, channelNo: cells.channelNo, ...money, at };
}

/** Payments are plus and refunds minus; a row that says otherwise is not understood. The service fee is minus where it is taken. */
function moneyOf(kind: BillLine['kind'], cells: Cells): Pick<BillLine, 'amount' | 'settled' | 'fee'> | undefined {
  const [signed, settled, fee] = [cells.amount, cells.settled, cells.fee].map(rowYuan);
  if (signed === undefined || settled === undefined || fee === undefined) return undefined;
  const direction = kind === 'payment' ? 1n : -1n;
  const amount = signed * direction;
  if (amount <= 0n || settled * direction < 0n) return undefined;
  return { amount: amount as Fen, settled, fee: (0n - fee) as FenSum };
}

function rowYuan(text: string): FenSum | undefined {
  const value = readSignedYuan(text);
  return value !== undefined && value <= maxFen && value >= -maxFen ? value : undefined;
}
