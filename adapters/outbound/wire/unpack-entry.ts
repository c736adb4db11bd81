import { Readable } from 'node:stream';
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { BillRefused } from './bill-refused.js';

export interface UnpackLimits {
  /** All reading of one zip together. */
  readonly unpackedBytes: number;
  /** Unpacked over packed size of one entry. */
  readonly ratio: number;
}

/** What has really been unpacked of one zip. */
export interface UnpackTally { unpackedBytes: number }

/** What the directory of the zip promises of one entry. */
export interface PackedEntry {
  readonly packed: AsyncIterable<Uint8Array>;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly isDeflated: boolean;
}

/** What is unpacked at a time: each piece goes through a thread and back, and a large bill has thousands of them. */
const pieceBytes = 64 * 1024;

/** A few equal lines pack better than any ratio allows and harm nobody. */
const harmlessBytes = 1024 * 1024;

/** The bytes of an entry. Sizes and check sum are compared with what really came out; the limits hold whatever was promised. */
export async function* unpacked(entry: PackedEntry, limits: UnpackLimits, tally: UnpackTally): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  let sum = 0;
  for await (const chunk of entry.isDeflated ? inflated(entry) : entry.packed) {
    size += chunk.length;
    tally.unpackedBytes += chunk.length;
    if (tally.unpackedBytes > limits.unpackedBytes) throw new BillRefused('zip-bomb', `解压后超过 ${limits.unpackedBytes} 字节`);
    if (size > harmlessBytes && size > entry.compressedSize * limits.ratio) throw new BillRefused('zip-bomb', `压缩比超过 ${limits.ratio}`);
    if (size > entry.uncompressedSize) throw new BillRefused('damaged', '解压后的长度与目录不符');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.uncompressedSize) throw new BillRefused('damaged', '解压后的长度与目录不符');
  if (sum !== entry.crc32) throw new BillRefused('damaged', '校验和不符');
}

async function* inflated(entry: PackedEntry): AsyncGenerator<Uint8Array, void, undefined> {
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  const source = Readable.from(entry.packed, { objectMode: false });
  source.on('error', (fault) => inflate.destroy(fault));
  source.pipe(inflate);
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) yield chunk;
  } catch (fault) {
    throw isZlibFault(fault) ? new BillRefused('damaged', '压缩数据损坏') : fault;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (consumedBy(inflate) !== entry.compressedSize) throw new BillRefused('damaged', '压缩数据之后还有多余内容');
}

const isZlibFault = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_');
const consumedBy = (inflate: InflateRaw): number => inflate.bytesWritten;
