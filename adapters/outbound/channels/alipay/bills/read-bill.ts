import { billLimits, type Bytes } from '../../../../../application/ports/channel-bills.js';
import type { ChannelMerchant } from '../../../../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../../../../domain/kernel/china-time.js';
import type { BillPiece } from '../../../../../domain/reconciliation/bill-line.js';
import { BillRefused } from '../../../wire/bill-refused.js';
import { openBillZip, type BillZip, type BillZipEntry } from '../../../wire/bill-zip.js';
import { byteLines } from '../../../wire/byte-lines.js';
import { checkTitle } from './frame.js';
import { DetailReader } from './read-detail.js';

/** The zip's detail file as pieces (section 8). Throws only what `raw` throws. */
export async function* readBill(account: ChannelMerchant, day: BusinessDay, raw: Bytes): AsyncGenerator<BillPiece, void, undefined> {
  const zip = await openBillZip(raw, billLimits);
  if (!zip.ok) {
    yield { kind: 'refused', ...zip.refusal };
    return;
  }
  try {
    yield* detailPieces(await detailEntry(zip.value), new DetailReader(account, day));
  } catch (fault) {
    if (!(fault instanceof BillRefused)) throw fault;
    yield { kind: 'refused', why: fault.why, detail: fault.detail };
  } finally {
    await zip.value.close();
  }
}

async function* detailPieces(entry: BillZipEntry, reader: DetailReader): AsyncGenerator<BillPiece, void, undefined> {
  for await (const lines of byteLines(entry.read(), billLimits.lineBytes)) {
    for (const line of lines) {
      const page = reader.take(line);
      if (page) yield page;
    }
  }
  // Before the last page, so that a file which is refused at its end has given away as little as can be.
  const totals = reader.end();
  const rest = reader.rest();
  if (rest) yield rest;
  yield { kind: 'end', totals };
}

/** By its name; where no name tells, by its first line. Two of them could not be told apart. */
async function detailEntry(zip: BillZip): Promise<BillZipEntry> {
  const named = zip.entries.filter(({ name }) => name.includes('业务明细') && !name.includes('汇总'));
  const [only, ...others] = named.length > 0 ? named : await titled(zip.entries);
  if (only === undefined) throw new BillRefused('not-a-bill', '压缩包内没有业务明细文件');
  if (others.length > 0) throw new BillRefused('not-a-bill', '压缩包内有多个业务明细文件');
  return only;
}

async function titled(entries: readonly BillZipEntry[]): Promise<readonly BillZipEntry[]> {
  const found: BillZipEntry[] = [];
  for (const entry of entries) if (await hasTitle(entry)) found.push(entry);
  return found;
}

async function hasTitle(entry: BillZipEntry): Promise<boolean> {
  try {
    for await (const lines of byteLines(entry.read(), billLimits.lineBytes)) {
      const first = lines.find((line) => line.length > 0);
      if (first === undefined) continue;
      checkTitle(first);
      return true;
    }
    return false;
  } catch (fault) {
    if (fault instanceof BillRefused && fault.why === 'not-a-bill') return false;
    throw fault;
  }
}
