import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const mostColours = 256;

interface Picture { readonly width: number; readonly height: number; /** One number 0xRRGGBB for each dot. */ readonly dots: Uint32Array }

/** A browser's screenshot again with at most 256 colours: a third of the bytes, and no difference that an eye sees on flat pages. */
export function smallPng(screenshot: Buffer): Buffer {
  const { width, height, dots } = readPng(screenshot);
  const palette = paletteOf(dots);
  const index = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height); // filter byte 0 in front of each row
  for (let at = 0; at < dots.length; at += 1) rows[at + Math.floor(at / width) + 1] = index(dots[at] ?? 0);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => channels(colour)));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The most frequent colours; the edges of letters have many rare ones that their neighbours can stand for. */
function paletteOf(dots: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const dot of dots) counts.set(dot, (counts.get(dot) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, mostColours).map(([colour]) => colour);
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const far = palette.map((other) => channels(other).reduce((sum, part, at) => sum + (part - (channels(colour)[at] ?? 0)) ** 2, 0));
    const nearest = far.indexOf(Math.min(...far));
    known.set(colour, nearest);
    return nearest;
  };
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Reads what Chromium writes: eight bits a channel, RGB or RGBA, not interlaced. */
function readPng(bytes: Buffer): Picture {
  const bodies: Buffer[] = [];
  let head: Buffer = Buffer.alloc(0);
  for (let at = signature.length; at < bytes.length;) {
    const [length, name] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (name === 'IHDR') head = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') bodies.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height, size] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const raw = unfiltered(inflateSync(Buffer.concat(bodies)), width * size, height, size);
  const dots = Uint32Array.from({ length: width * height }, (_dot, at) => raw.readUIntBE(at * size, 3));
  return { width, height, dots };
}

/** Undoes the five row filters of PNG (left, up, average, Paeth). */
function unfiltered(rows: Buffer, rowBytes: number, height: number, size: number): Buffer {
  const raw = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x < size ? 0 : raw[at - size] ?? 0;
      const up = y === 0 ? 0 : raw[at - rowBytes] ?? 0;
      const corner = x < size || y === 0 ? 0 : raw[at - rowBytes - size] ?? 0;
      raw[at] = (rows[y * (rowBytes + 1) + 1 + x] ?? 0) + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0);
    }
  }
  return raw;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
