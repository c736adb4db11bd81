import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import { BillRefused, type WhyRefused } from './bill-refused.js';
import { SpoolFile } from './spool-file.js';
import { unpacked, type UnpackLimits, type UnpackTally } from './unpack-entry.js';

export interface ZipLimits extends UnpackLimits {
  readonly rawBytes: number;
  readonly entries: number;
}

export interface BillZipEntry {
  /** Only to choose by: nothing is ever written under it. GBK where the UTF-8 flag is not set. */
  readonly name: string;
  /** Throws `BillRefused` where the bytes are not what the zip promised, or too many. */
  read(): AsyncIterable<Uint8Array>;
}

export interface BillZip {
  readonly entries: readonly BillZipEntry[];
  close(): Promise<void>;
}

export type OpenedZip = { readonly ok: true; readonly value: BillZip } | { readonly ok: false; readonly refusal: WhyRefused };

const longestNameBytes = 1024;
const utf8NameFlag = 0x800;
const endRecordBytes = 22;
/** End record and locator of a 64-bit zip. */
const zip64Bytes = 56 + 20;

/** yauzl asks for places that the file names; here they are checked before the operating system sees them. */
class SpoolReader extends RandomAccessReader {
  readonly #spool: SpoolFile;
  constructor(spool: SpoolFile) { super(); this.#spool = spool; }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (fault: Error | null) => void): void {
    this.#spool.readAt(position, length).then((bytes) => {
      bytes?.copy(buffer, offset);
      callback(bytes === undefined ? new Error('a place outside the file') : null);
    }, callback);
  }
}

/**
 * Opens the zip of a bill in bounded memory: the raw bytes go to a nameless temporary file. A refusal is a value; what is found only while an
 * entry is read is thrown as `BillRefused`. Throws what `raw` throws. The caller closes what was opened.
 */
export async function openBillZip(raw: Bytes, limits: ZipLimits): Promise<OpenedZip> {
  const spool = await SpoolFile.create();
  try {
    await fill(spool, raw, limits.rawBytes);
    return { ok: true, value: { entries: await entriesOf(spool, limits), close: () => spool.close() } };
  } catch (fault) {
    await spool.close();
    if (fault instanceof BillRefused) return { ok: false, refusal: { why: fault.why, detail: fault.detail } };
    throw fault;
  }
}

async function fill(spool: SpoolFile, raw: Bytes, rawBytes: number): Promise<void> {
  let start = Buffer.alloc(0);
  for await (const chunk of raw) {
    if (spool.size + chunk.length > rawBytes) throw new BillRefused('too-big', `文件超过 ${rawBytes} 字节`);
    if (start.length < 4) {
      start = Buffer.concat([start, chunk.subarray(0, 4 - start.length)]);
      // An error page is recognised at once, not after half a gigabyte of it.
      if (!isZipStart(start)) throw new BillRefused('not-a-bill', '不是 ZIP 文件');
    }
    await spool.append(chunk);
  }
  if (spool.size === 0) throw new BillRefused('not-a-bill', '文件为空');
}

/** The first entry's header, or the end record of a zip without entries; `start` may be shorter than four bytes. */
const isZipStart = (start: Buffer): boolean => ['504b0304', '504b0506'].some((signature) => signature.startsWith(start.toString('hex')));

async function entriesOf(spool: SpoolFile, limits: ZipLimits): Promise<readonly BillZipEntry[]> {
  const zip = await directoryOf(spool);
  if (zip.entryCount > limits.entries) throw new BillRefused('zip-bomb', `压缩包内超过 ${limits.entries} 个文件`);
  const tally: UnpackTally = { unpackedBytes: 0 };
  const entries: BillZipEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(await entryOf(zip, entry, spool, limits, tally));
  } catch (fault) {
    throw refusalOf(fault);
  }
  const left = spool.size - endRecordBytes - zip.comment.length - Number(zip.readEntryCursor);
  if (left !== 0 && left !== zip64Bytes) throw new BillRefused('damaged', '压缩包目录与文件长度不符');
  return entries;
}

function directoryOf(spool: SpoolFile): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(new SpoolReader(spool), spool.size, options, (fault, zip) => {
      if (fault === null) resolve(zip);
      else reject(refusalOf(fault));
    });
  });
}

/** Whatever yauzl complains of is the file's fault; a disk that fails is not. */
function refusalOf(fault: unknown): Error {
  if (!(fault instanceof Error)) return new Error(String(fault));
  if (fault instanceof BillRefused || 'syscall' in fault) return fault;
  const isCut = fault.message.startsWith('End of central directory record signature not found');
  return isCut ? new BillRefused('truncated', '压缩包不完整') : new BillRefused('damaged', '压缩包目录损坏');
}

async function entryOf(zip: ZipFile, entry: Entry, spool: SpoolFile, limits: ZipLimits, tally: UnpackTally): Promise<BillZipEntry> {
  if (entry.isEncrypted()) throw new BillRefused('damaged', '压缩包已加密');
  if (!entry.canDecodeFileData()) throw new BillRefused('damaged', `不支持的压缩方法 ${entry.compressionMethod}`);
  if (entry.fileNameRaw.length > longestNameBytes) throw new BillRefused('damaged', '压缩包内文件名过长');
  // Checks that the data lie inside the file.
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const charset = (entry.generalPurposeBitFlag & utf8NameFlag) === 0 ? 'gbk' : 'utf-8';
  const { compressedSize, uncompressedSize, crc32, compressionMethod } = entry;
  return {
    name: new TextDecoder(charset).decode(entry.fileNameRaw),
    read: () => unpacked({ packed: spool.range(fileDataStart, compressedSize), compressedSize, uncompressedSize, crc32, isDeflated: compressionMethod === 8 }, limits, tally),
  };
}
