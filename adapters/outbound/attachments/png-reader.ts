import { RefusedContent } from '../../../application/ports/attachment-checks.js';
import { checkPictureSize } from './picture-size.js';
import type { FormatReader } from './walk.js';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const ends = { lengthAndType: 8, crc: 4, header: 13 } as const;

/** PNG (ISO 15948): signature, IHDR, chunks, IEND, and nothing behind. */
export function* pngReader(): FormatReader {
  if (!signature.equals(yield { take: signature.length })) throw new RefusedContent('not-of-kind');
  let isFirst = true;
  for (;;) {
    const head = Buffer.from(yield { take: ends.lengthAndType });
    const [size, type] = [head.readUInt32BE(0), head.toString('latin1', 4)];
    if (!/^[A-Za-z]{4}$/.test(type) || size > 0x7fffffff || isFirst !== (type === 'IHDR')) throw new RefusedContent('not-of-kind');
    if (type === 'IEND') {
      if (size !== 0) throw new RefusedContent('not-of-kind');
      yield { take: ends.crc };
      return;
    }
    if (isFirst) {
      if (size !== ends.header) throw new RefusedContent('not-of-kind');
      const facts = Buffer.from(yield { take: ends.header });
      checkPictureSize(facts.readUInt32BE(0), facts.readUInt32BE(4));
      yield { take: ends.crc };
    } else {
      yield { skip: size + ends.crc };
    }
    isFirst = false;
  }
}
