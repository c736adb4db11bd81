import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { BillLine, BillPiece, BillTotals, OddLine } from '../../../domain/reconciliation/bill-line.js';
import { UnionPayBills } from '../../../adapters/outbound/channels/unionpay/bills/unionpay-bills.js';
import type { UnionPayNeeds } from '../../../adapters/outbound/channels/unionpay/needs.js';
import { gbkOf } from '../../../adapters/simulators/shared/gbk.js';
import { zipOf } from '../../../adapters/simulators/shared/zip-writer.js';
import { anAccount, attemptNo, merId, queryId } from './unionpay-scene.js';

/** The layout of unionpay.md 9, written a second time for the tests. */
const zmWidths = [3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1, 32, 98];
const zmeWidths = [3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135];

export const day = '20260704';
/** Values by column number. */
export type Columns = Readonly<Record<number, string>>;

/** A payment of 123.45 yuan with a fee of 74 fen. */
const payment: Columns = {
  1: 'S22', 2: '48021000', 3: '00049992', 4: '123456', 5: '0704101612', 6: '621700******0001', 7: '000000012345', 8: '9399', 9: '07', 10: queryId, 12: attemptNo, 13: '01',
  16: 'D000000000074', 17: 'C000000012271', 18: '0201', 20: '01', 21: '01', 22: '000201', 28: merId, 31: '三明市不动产登记中心', 33: 'C000000012271', 34: '00000001', 35: '缴费备注', 36: 'C000000000000',
};
/** The whole of it given back, the fee too. */
export const refund: Columns = { 12: 'R2026070409000001', 16: 'C000000000074', 17: 'D000000012271', 20: '04', 21: '00', 27: queryId, 33: 'D000000012271' };

const joined = (widths: readonly number[], columns: Columns): Buffer => {
  const fields = widths.map((width, index) => Buffer.concat([gbkOf(columns[index + 1] ?? ''), Buffer.alloc(width, 0x20)]).subarray(0, width));
  return Buffer.concat(fields.flatMap((field, index) => (index === 0 ? [field] : [Buffer.from(' '), field])));
};
export const zmLine = (change: Columns = {}): Buffer => joined(zmWidths, { ...payment, ...change });
/** The older form, which ends with one column of 131. */
export const oldZmLine = (change: Columns = {}): Buffer => joined([...zmWidths.slice(0, 40), 131], { ...payment, 41: '保留'.repeat(60), ...change });
export const zmeLine = (change: Columns = {}): Buffer => joined(zmeWidths, { 1: 'E74', 4: '123456', 7: '000000012345', 22: '持卡人否认交易', ...change });

export const linesOf = (...lines: readonly Buffer[]): Buffer => Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]));
export const zmName = (owner = merId, yearToDay = day.slice(2)): string => `INN${yearToDay}01ZM_${owner}`;
export const zmeName = zmName().replace('ZM_', 'ZME_');
export const zipped = (files: Readonly<Record<string, Buffer>>): Buffer =>
  zipOf(Object.entries(files).map(([name, content]) => ({ name: Buffer.from(name), content, method: 'deflated' as const })));
/** A bill whose only file has these lines. */
export const bill = (...lines: readonly Buffer[]): Buffer => zipped({ [zmName()]: linesOf(...lines) });

/** `bytes` in pieces that cut lines, as a network would. */
export async function* inPieces(bytes: Uint8Array, pieceBytes = 1000): Bytes {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield await Promise.resolve(bytes.subarray(from, from + pieceBytes));
}

export interface Read {
  readonly pages: number;
  readonly lines: readonly BillLine[];
  readonly odd: readonly OddLine[];
  readonly totals: BillTotals | undefined;
  readonly refused: string | undefined;
}

/** Reading asks nobody, so it needs nothing. */
const reader = new UnionPayBills({} as UnionPayNeeds);

export async function readAll(raw: Uint8Array, clearingDay = day, account = anAccount()): Promise<Read> {
  const pieces: BillPiece[] = [];
  for await (const piece of reader.read(account, clearingDay, inPieces(raw))) pieces.push(piece);
  const last = pieces.at(-1);
  const pages = pieces.filter((piece) => piece.kind === 'lines');
  return {
    pages: pages.length, lines: pages.flatMap(({ lines }) => lines), odd: pages.flatMap(({ odd }) => odd),
    totals: last?.kind === 'end' ? last.totals : undefined, refused: last?.kind === 'refused' ? last.why : undefined,
  };
}

/** Why this one line cannot be booked; undefined when it can. */
export async function oddityOf(line: Buffer, clearingDay = day): Promise<string | undefined> {
  const raw = zipped({ [zmName(merId, clearingDay.slice(2))]: linesOf(line, zmLine({ 5: `${clearingDay.slice(4)}120000` })) });
  const { odd, lines, totals } = await readAll(raw, clearingDay);
  if (totals?.lineCount !== lines.length || lines.length + odd.length !== 2) throw new Error('a line got lost');
  return odd[0]?.why;
}
