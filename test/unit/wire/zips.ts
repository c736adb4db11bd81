import { gbkOf } from '../../../adapters/simulators/shared/gbk.js';
import { zipOf, type ZipPart } from '../../../adapters/simulators/shared/zip-writer.js';

export const part = (name: string, content: string | Uint8Array, method: ZipPart['method'] = 'deflated'): ZipPart =>
  ({ name: gbkOf(name), content: typeof content === 'string' ? gbkOf(content) : content, method });

export const zip = (...parts: readonly ZipPart[]): Buffer => zipOf(parts);

/** Bytes as they come off a wire, `size` at a time. */
export async function* inPieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function allOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The bytes with one field of a record overwritten: `signature` is looked for from the end. */
export function patched(bytes: Buffer, signature: string, at: number, field: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  const start = copy.lastIndexOf(Buffer.from(signature, 'latin1'));
  if (start < 0) throw new Error(`no ${signature} in these bytes`);
  copy.set(field, start + at);
  return copy;
}
