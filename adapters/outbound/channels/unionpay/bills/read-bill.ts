import { billLimits, type Bytes } from '../../../../../application/ports/channel-bills.js';
import type { BusinessDay } from '../../../../../domain/kernel/china-time.js';
import type { BillPiece } from '../../../../../domain/reconciliation/bill-line.js';
import { BillRefused, type WhyRefused } from '../../../wire/bill-refused.js';
import { openBillZip, type BillZip } from '../../../wire/bill-zip.js';
import { byteLines } from '../../../wire/byte-lines.js';
import { billFiles, type BillFile } from './bill-files.js';
import { BillPages } from './bill-pages.js';
import { zmColumns, zmeColumns } from './fixed-columns.js';
import { LineTimes } from './line-times.js';
import { oddText } from './odd-text.js';
import { readZmLine, type ZmFile } from './zm-line.js';

const refused = ({ why, detail }: WhyRefused): BillPiece => ({ kind: 'refused', why, detail });

/** Reads the zip of one merchant and day. Throws only what `raw` throws. */
export async function* readBill(merId: string, day: BusinessDay, raw: Bytes): AsyncGenerator<BillPiece, void, undefined> {
  const opened = await openBillZip(raw, billLimits);
  if (!opened.ok) return yield refused(opened.refusal);
  try {
    yield* piecesOf(opened.value, merId, day);
  } catch (fault) {
    if (!(fault instanceof BillRefused)) throw fault;
    yield refused(fault);
  } finally {
    await opened.value.close();
  }
}

async function* piecesOf(zip: BillZip, merId: string, day: BusinessDay): AsyncGenerator<BillPiece, void, undefined> {
  const files = billFiles(zip.entries, merId, day);
  if (!files.ok) return yield refused(files.refusal);
  const reading: Reading = { zm: { merId, times: new LineTimes(day) }, pages: new BillPages(billLimits.pageLines), lineCount: 0 };
  for (const file of files.value) yield* linesOf(file, reading);
  yield* reading.pages.take();
  yield reading.pages.end();
}

interface Reading {
  readonly zm: ZmFile;
  readonly pages: BillPages;
  lineCount: number;
}

/** The file has no totals of its own, so that a last line which is too short is the only sign of an end that is missing. */
async function* linesOf(file: BillFile, reading: Reading): AsyncGenerator<BillPiece, void, undefined> {
  const { lineBytes } = file.kind === 'transactions' ? zmColumns : zmeColumns;
  let isCut = false;
  for await (const lines of byteLines(file.entry.read(), billLimits.lineBytes)) {
    for (const line of lines) {
      if (line.length === 0) continue;
      if (reading.lineCount >= billLimits.lines) throw new BillRefused('too-many-lines', `超过 ${billLimits.lines} 行`);
      reading.lineCount += 1;
      addLine(file, line, reading);
      isCut = line.length < lineBytes;
      if (reading.pages.isFull) yield* reading.pages.take();
    }
  }
  if (isCut) throw new BillRefused('truncated', '最后一行不完整');
}

/** Disputes are shown and never booked (unionpay.md 9). */
function addLine(file: BillFile, line: Buffer, { zm, pages, lineCount: lineNo }: Reading): void {
  if (file.kind === 'disputes') return pages.addOdd({ lineNo, why: 'dispute', text: oddText(line, zmeColumns) });
  const read = readZmLine(line, zm);
  if (read.ok) pages.add({ lineNo, ...read.value });
  else pages.addOdd({ lineNo, why: read.refusal, text: oddText(line, zmColumns) });
}
