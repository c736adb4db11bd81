/** Small files of each kind, and what makes them dangerous. Written out byte by byte, so that no program decides what they are. */
const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};
const sides = (width: number, height: number): Buffer => { const size = Buffer.alloc(8); size.writeUInt32BE(width, 0); size.writeUInt32BE(height, 4); return size; };
export const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

export const aPng = ({ width = 3, height = 2, extra = Buffer.alloc(0), points = Buffer.from('points') }: { readonly width?: number; readonly height?: number; readonly extra?: Buffer; readonly points?: Buffer } = {}): Buffer => Buffer.concat([
  pngSignature, chunk('IHDR', Buffer.concat([sides(width, height), Buffer.from([8, 2, 0, 0, 0])])), ...extra.length === 0 ? [] : [chunk('tEXt', extra)], chunk('IDAT', points), chunk('IEND', Buffer.alloc(0)),
]);

const segment = (marker: number, data: Buffer): Buffer => { const head = Buffer.from([0xff, marker, 0, 0]); head.writeUInt16BE(data.length + 2, 2); return Buffer.concat([head, data]); };
export const aJpeg = ({ width = 3, height = 2, comment = Buffer.from('comment') }: { readonly width?: number; readonly height?: number; readonly comment?: Buffer } = {}): Buffer => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xfe, comment), segment(0xc0, frame), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]), Buffer.from([0xff, 0xd9]),
  ]);
};

export const aPdf = (inner = '1 0 obj\n<< /Type /Catalog >>\nendobj'): Buffer => Buffer.from(`%PDF-1.7\n${inner}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`, 'latin1');

/** The end of a list of entries of a zip, as an archive behind another file has it. */
export const zipTail = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
/** The text by which scanners are tried out (eicar.org), put together here so that this file is none. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');
