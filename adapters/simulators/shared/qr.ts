import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const edge = 2;
const pixelsOfModule = 4;

const rowsOf = (text: string): readonly (readonly boolean[])[] => encode(text, { ecc: 'M', border: edge }).data;

/** The text as a drawing, in a `data:` address: pages of simulators show nothing else. */
export function qrSvgAddress(text: string): string {
  const rows = rowsOf(text);
  const path = rows.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function pngPart(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The same as a PNG in Base64, eight grey bits a pixel. */
export function qrPngBase64(text: string): string {
  const rows = rowsOf(text);
  const size = rows.length * pixelsOfModule;
  const lines = rows.flatMap((row) => {
    const line = Buffer.from([0, ...row.flatMap((isDark) => Array<number>(pixelsOfModule).fill(isDark ? 0 : 255))]);
    return Array<Buffer>(pixelsOfModule).fill(line);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 8;
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([start, pngPart('IHDR', header), pngPart('IDAT', deflateSync(Buffer.concat(lines))), pngPart('IEND', Buffer.alloc(0))]).toString('base64');
}
