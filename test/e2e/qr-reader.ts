import { encode } from 'uqr';

/** Whether a drawing made of runs `M x y h n v1 …` is the QR code of this address: every module is compared. */
export function qrReads(svg: string, address: string): boolean {
  const wanted = encode(address, { ecc: 'M', border: 0 }).data;
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_one, step) => `${Number(x) + step} ${y}`)));
  const drawnAlike = wanted.every((row, y) => row.every((module, x) => dark.has(`${x} ${y}`) === module));
  return drawnAlike && dark.size === wanted.flat().filter(Boolean).length;
}
