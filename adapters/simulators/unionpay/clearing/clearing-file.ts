import { zipOf } from '../../shared/zip-writer.js';
import type { BillFault } from '../faults/bill-faults.js';
import type { GatewayWorld } from '../gateway-world.js';
import { nextDay, previousDay, readChinaTime } from '../wire/china-calendar.js';
import { entryOf, isCleared, shopName, type ClearingEntry } from './clearing-entry.js';
import { zmeLine, zmLine } from './clearing-lines.js';

/** How a whole file is made wrong, for one call. */
export interface FileChange {
  /** In whose name, and of which day, it is made out. */
  readonly merId?: string;
  readonly day?: string;
  /** So many bytes are missing at the end of the transactions. */
  readonly cutBytes?: number;
}

export interface ClearingFile {
  readonly fileName: string;
  readonly zip: Buffer;
}

const readyHour = '09';

/** From nine o'clock of the morning after the clearing day (protocol section 9). */
export const isReady = (day: string, nowMs: number): boolean => nowMs >= (readChinaTime(`${nextDay(day)}${readyHour}0000`) ?? Number.POSITIVE_INFINITY);

/** The clearing file of one merchant and day out of the books; undefined for a day without a trade. */
export function clearingFile(world: GatewayWorld, merId: string, day: string, change: FileChange = {}): ClearingFile | undefined {
  const { billFaults, clearing } = world;
  const cleared = clearedEntries(world, merId, day);
  const entries = [...cleared.flatMap((entry) => billFaults.struck(entry)), ...billFaults.extras(merId, day).map(extraEntry)].sort((a, b) => a.atMs - b.atMs);
  const disputes = cleared.flatMap((entry) => {
    const reason = billFaults.disputeReason(entry.orderId);
    return reason === undefined ? [] : [zmeLine(entry, reason)];
  });
  if (entries.length + disputes.length === 0) return undefined;
  const owner = change.merId ?? merId;
  const lines = Buffer.concat(entries.map((entry) => zmLine({ ...entry, merId: owner }, clearing.joinedTail)));
  const named = (kind: 'ZM' | 'ZME', content: Buffer) =>
    ({ name: Buffer.from(`INN${(change.day ?? day).slice(2)}01${kind}_${owner}`, 'latin1'), content, method: 'deflated' as const });
  const transactions = named('ZM', lines.subarray(0, lines.length - (change.cutBytes ?? 0)));
  return {
    fileName: `${owner}_${change.day ?? day}.zip`,
    zip: zipOf(disputes.length === 0 ? [transactions] : [transactions, named('ZME', Buffer.concat(disputes))]),
  };
}

function clearedEntries({ books, billFaults }: GatewayWorld, merId: string, day: string): readonly ClearingEntry[] {
  const dayBefore = previousDay(day);
  const isHere = (orderId: string, settleDay: string | undefined): boolean => settleDay === (billFaults.isLate(orderId) ? dayBefore : day);
  return books.all().filter((trade) => trade.merId === merId && isCleared(trade) && isHere(trade.orderId, trade.settleDay)).map(entryOf);
}

/** A payment that nobody made. */
function extraEntry({ orderId, merId, day, fen = 100n }: BillFault, index: number): ClearingEntry {
  return {
    merId, orderId, queryId: `${day}100000${String(9_000_000 + index)}`, txnType: '01', txnSubType: '01', bizType: '000201', channelType: '07', termId: '00000001',
    traceNo: String(index).padStart(6, '9'), atMs: readChinaTime(`${day}100000`) ?? 0, amountFen: fen, feeFen: 0n, original: undefined, shopName, remark: '多出的交易',
  };
}
