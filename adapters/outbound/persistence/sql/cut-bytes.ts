import type { Bytes } from '../../../../application/ports/channel-bills.js';
import { FileTooBig, maxKeptBytes } from '../../../../application/ports/kept-files.js';

/** Bytes of one chunk; in base64 far below the packet of any server. */
export const chunkBytes = 256 * 1024;

/** The same bytes in full chunks and a rest; holds one chunk and one piece of what comes. Throws FileTooBig. */
export async function* cutBytes(bytes: Bytes, most: number = maxKeptBytes): AsyncGenerator<Uint8Array> {
  let chunk = Buffer.allocUnsafe(chunkBytes);
  let [filled, total] = [0, 0];
  for await (const piece of bytes) {
    total += piece.length;
    if (total > most) throw new FileTooBig(`a file of more than ${most} bytes`);
    for (let from = 0; from < piece.length;) {
      const part = piece.subarray(from, from + chunkBytes - filled);
      chunk.set(part, filled);
      from += part.length;
      filled += part.length;
      if (filled < chunkBytes) continue;
      yield chunk;
      // Whoever took it may still hold it.
      chunk = Buffer.allocUnsafe(chunkBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}
