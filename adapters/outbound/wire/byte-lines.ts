import { BillRefused } from './bill-refused.js';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const withoutReturn = (line: Buffer): Buffer => (line.length > 0 && line[line.length - 1] === carriageReturn ? line.subarray(0, -1) : line);

/**
 * Lines of a byte stream, ended by LF or CRLF (neither byte occurs inside a GBK character), without their ends; the last one may lack its
 * end. They come in batches, because a step per line would cost more than the line. A line longer than `lineBytes` throws `BillRefused`.
 * The lines are views of the incoming bytes.
 */
export async function* byteLines(bytes: AsyncIterable<Uint8Array>, lineBytes: number): AsyncGenerator<readonly Buffer[], void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  const bounded = (line: Buffer): Buffer => {
    if (line.length > lineBytes) throw new BillRefused('damaged', `有一行超过 ${lineBytes} 字节`);
    return line;
  };
  for await (const chunk of bytes) {
    // At most one unfinished line is joined, so a stream without any line end cannot grow here.
    const text = rest.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([rest, chunk]);
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = text.indexOf(lineFeed); end >= 0; end = text.indexOf(lineFeed, from)) {
      lines.push(bounded(withoutReturn(text.subarray(from, end))));
      from = end + 1;
    }
    rest = text.subarray(from);
    // One more for a carriage return whose line feed has not come yet.
    if (rest.length > lineBytes + 1) bounded(rest);
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [bounded(withoutReturn(rest))];
}
