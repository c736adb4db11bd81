/** One DER element: tag byte, content, and the bytes of the whole element. */
export interface DerNode { readonly tag: number; readonly body: Buffer; readonly whole: Buffer }

export const derTag = { integer: 0x02, bitString: 0x03, octetString: 0x04, oid: 0x06, sequence: 0x30 } as const;

/** Object identifiers as the hex of their DER content. */
export const oid = {
  ecPublicKey: '2a8648ce3d0201', // 1.2.840.10045.2.1
  sm2Curve: '2a811ccf5501822d', // 1.2.156.10197.1.301
  sm2WithSm3: '2a811ccf55018375', // 1.2.156.10197.1.501
  sha1WithRsa: '2a864886f70d010105',
  sha256WithRsa: '2a864886f70d01010b',
  sha384WithRsa: '2a864886f70d01010c',
  sha512WithRsa: '2a864886f70d01010d',
  commonName: '550403',
} as const;

export class DerError extends Error {
  override readonly name = 'DerError';
}

const MAX_LENGTH_BYTES = 3;

/** Reads exactly one element; trailing bytes are an error. Throws DerError. */
export function readDer(bytes: Buffer): DerNode {
  const node = readFirst(bytes);
  if (node.whole.length !== bytes.length) throw new DerError('bytes after the element');
  return node;
}

/** The elements inside a constructed element. Throws DerError. */
export function readDerList(body: Buffer): readonly DerNode[] {
  const nodes: DerNode[] = [];
  for (let rest = body; rest.length > 0;) {
    const node = readFirst(rest);
    nodes.push(node);
    rest = rest.subarray(node.whole.length);
  }
  return nodes;
}

/** The element if it has this tag. Throws DerError otherwise, also where there is none. */
export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError('unexpected element');
  return node;
}

function readFirst(bytes: Buffer): DerNode {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined) throw new DerError('truncated');
  if ((tag & 0x1f) === 0x1f) throw new DerError('long tags are not used in keys and certificates');
  const [start, length] = first < 0x80 ? [2, first] : readLongLength(bytes, first & 0x7f);
  if (bytes.length < start + length) throw new DerError('truncated');
  return { tag, body: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}

function readLongLength(bytes: Buffer, count: number): readonly [number, number] {
  if (count === 0) throw new DerError('indefinite length');
  if (count > MAX_LENGTH_BYTES || bytes.length < 2 + count) throw new DerError('length too long');
  const length = bytes.readUIntBE(2, count);
  if (length < 0x80 || bytes[2] === 0) throw new DerError('length not minimal');
  return [2 + count, length];
}
