import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  /** Written as it is, without the UTF-8 flag: bill files have GBK names. */
  readonly name: Uint8Array;
  readonly content: Uint8Array;
  readonly method: 'stored' | 'deflated';
}

const methodCodes = { stored: 0, deflated: 8 } as const;
const versionNeeded = 20;
/** 1 January 1980, midnight: the same parts always give the same bytes. */
const dosDate = 0x21;

/** Fields that the local header and the directory share, from "version needed" to the length of the name. */
function sharedFields(part: ZipPart, packedLength: number): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(versionNeeded, 0);
  fields.writeUInt16LE(methodCodes[part.method], 4);
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(crc32(part.content), 10);
  fields.writeUInt32LE(packedLength, 14);
  fields.writeUInt32LE(part.content.length, 18);
  fields.writeUInt16LE(part.name.length, 22);
  return fields;
}

const signature = (code: number): Buffer => Buffer.from([0x50, 0x4b, code & 0xff, code >> 8]);

function directoryEntry(part: ZipPart, shared: Buffer, localOffset: number): Buffer {
  // No extra field, no comment, first disk, no attributes.
  const rest = Buffer.alloc(16);
  rest.writeUInt32LE(localOffset, 12);
  return Buffer.concat([signature(0x0201), Buffer.from([versionNeeded, 0]), shared, rest, part.name]);
}

function endRecord(count: number, directoryLength: number, directoryOffset: number): Buffer {
  const fields = Buffer.alloc(18);
  fields.writeUInt16LE(count, 4);
  fields.writeUInt16LE(count, 6);
  fields.writeUInt32LE(directoryLength, 8);
  fields.writeUInt32LE(directoryOffset, 12);
  return Buffer.concat([signature(0x0605), fields]);
}

/** A zip as channels hand out their bills: no data descriptors, no 64-bit records, no comments. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = part.method === 'deflated' ? deflateRawSync(part.content) : Buffer.from(part.content);
    const shared = sharedFields(part, packed.length);
    const local = Buffer.concat([signature(0x0403), shared, Buffer.alloc(2), part.name, packed]);
    directory.push(directoryEntry(part, shared, offset));
    pieces.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...pieces, listed, endRecord(parts.length, listed.length, offset)]);
}
