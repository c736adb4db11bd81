import { chinaTime } from '../wire/china-calendar.js';
import type { ClearingEntry } from './clearing-entry.js';
import { fixedWidthLine, joinedZmWidths, zmeWidths, zmWidths, type Columns } from './fixed-width.js';

const monthToSecond = (atMs: number): string => chinaTime(atMs).slice(4);
const n12 = (amountFen: bigint): string => amountFen.toString().padStart(12, '0');
/** `X+n12`: C to the merchant's credit, D to its debit. */
const signed = (amountFen: bigint): string => (amountFen < 0n ? `D${n12(-amountFen)}` : `C${n12(amountFen)}`);

/** What payments, refunds and disputes have in common. */
function head(entry: ClearingEntry): Columns {
  return { 2: '48021000', 3: '00049992', 4: entry.traceNo, 5: monthToSecond(entry.atMs), 6: '621700******0001', 7: n12(entry.amountFen), 8: '9399', 9: entry.channelType };
}

/** Purchase: fee D, settlement C, and the other way round where money goes back; the settlement is what is left after the fee. */
export function zmLine(entry: ClearingEntry, joinedTail: boolean): Buffer {
  const { original, txnType } = entry;
  const direction = txnType === '01' ? 1n : -1n;
  const settlement = signed(direction * (entry.amountFen - entry.feeFen));
  return fixedWidthLine(joinedTail ? joinedZmWidths : zmWidths, {
    ...head(entry), 1: txnType === '01' ? 'S22' : 'S30', 10: entry.queryId, 12: entry.orderId, 13: '01',
    14: original?.traceNo ?? '', 15: original === undefined ? '' : monthToSecond(original.atMs),
    16: signed(entry.feeFen === 0n ? 0n : -direction * entry.feeFen), 17: settlement, 18: '0201', 20: txnType, 21: entry.txnSubType, 22: entry.bizType, 23: '01', 26: '0',
    27: original?.queryId ?? '', 28: entry.merId, 31: entry.shopName, 33: settlement, 34: entry.termId, 35: entry.remark,
    36: signed(0n), 37: signed(0n), 38: 'D00000000000', 39: '00', 41: original?.orderId ?? '',
  });
}

export function zmeLine(entry: ClearingEntry, reason: string): Buffer {
  return fixedWidthLine(zmeWidths, { ...head(entry), 1: 'E74', 10: entry.txnSubType, 11: entry.traceNo, 12: monthToSecond(entry.atMs), 13: '4853', 17: entry.merId, 22: `${entry.queryId} ${reason}` });
}
