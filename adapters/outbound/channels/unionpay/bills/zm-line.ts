import type { BillLine } from '../../../../../domain/reconciliation/bill-line.js';
import { ok, refuse, type Result } from '../../../../../domain/kernel/result.js';
import type { TradeKind } from '../../../../../domain/settlement/trade.js';
import { column, cutLine, zmColumns } from './fixed-columns.js';
import { lineMoney } from './line-money.js';
import type { LineTimes } from './line-times.js';

export type OddWhy = 'columns' | 'other-merchant' | 'kind' | 'time' | 'amount';

/** Whose file it is, and of which day. */
export interface ZmFile {
  readonly merId: string;
  readonly times: LineTimes;
}

/**
 * txnType in our words: 01 is a payment, refund 04 and undo 31 both give money back under a number of their own. A reversed payment (99) is
 * not in the file at all, and preauthorisations are not ours; whatever else comes is for a person (unionpay.md 3, 9).
 */
const kinds: ReadonlyMap<string, TradeKind> = new Map([['01', 'payment'], ['04', 'refund'], ['31', 'refund']]);

/** One line of transactions. Text columns (31, 35) are not used and need not be readable. */
export function readZmLine(line: Buffer, { merId, times }: ZmFile): Result<Omit<BillLine, 'lineNo'>, OddWhy> {
  const cut = cutLine(line, zmColumns);
  if (cut === undefined) return refuse('columns');
  if (column(cut, zmColumns, 28) !== merId) return refuse('other-merchant');
  const kind = kinds.get(column(cut, zmColumns, 20));
  if (kind === undefined) return refuse('kind');
  const channelNo = column(cut, zmColumns, 10);
  // Ours have 28 digits; other systems of the merchant may have put anything printable here.
  const ownNo = column(cut, zmColumns, 12);
  if (!/^[0-9]{21}$/.test(channelNo) || !/^[\x21-\x7e]{0,32}$/.test(ownNo)) return refuse('columns');
  const at = times.momentOf(column(cut, zmColumns, 5));
  if (at === undefined) return refuse('time');
  const money = lineMoney(cut, kind);
  return money === undefined ? refuse('amount') : ok({ kind, ownNo, channelNo, ...money, at });
}
