import { RefusedContent } from '../../../application/ports/attachment-checks.js';
import { checkPictureSize } from './picture-size.js';
import type { FormatReader } from './walk.js';

const [ff, soi, eoi, sos] = [0xff, 0xd8, 0xd9, 0xda];
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Begin of a frame: its size stands there. C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** JPEG (ISO 10918): segments from SOI to EOI. Telephones put further pictures behind the first one, each whole as well, and fill up with zeros; nothing else may stand there. */
export function* jpegReader(): FormatReader {
  const [first, second] = yield { take: 2 };
  if (first !== ff || second !== soi) throw new RefusedContent('not-of-kind');
  for (let goesOn = true; goesOn;) {
    yield* onePicture();
    let next = yield { takeOrEnd: 1 };
    while (next[0] === 0) next = yield { takeOrEnd: 1 };
    goesOn = next.length > 0;
    if (goesOn && (next[0] !== ff || (yield { take: 1 })[0] !== soi)) throw new RefusedContent('something-behind');
  }
}

function* onePicture(): FormatReader {
  let hasFrame = false;
  let marker = yield* nextMarker();
  while (marker !== eoi) {
    if (marker === undefined || marker === soi || marker === 0) throw new RefusedContent('not-of-kind');
    if (!isAlone(marker)) {
      const size = Buffer.from(yield { take: 2 }).readUInt16BE(0);
      if (size < 2) throw new RefusedContent('not-of-kind');
      if (isFrame(marker)) {
        if (size < 8) throw new RefusedContent('not-of-kind');
        const facts = Buffer.from(yield { take: 5 });
        checkPictureSize(facts.readUInt16BE(3), facts.readUInt16BE(1));
        hasFrame = true;
        yield { skip: size - 7 };
      } else if (size > 2) {
        yield { skip: size - 2 };
      }
    }
    marker = marker === sos ? yield* behindScan() : yield* nextMarker();
  }
  if (!hasFrame) throw new RefusedContent('not-of-kind');
}

/** A marker where one has to stand; any number of FF may go before it. */
function* nextMarker(): Generator<{ readonly take: number }, number | undefined, Uint8Array> {
  if ((yield { take: 1 })[0] !== ff) return undefined;
  let marker = (yield { take: 1 })[0];
  while (marker === ff) marker = (yield { take: 1 })[0];
  return marker;
}

/** The first marker behind coded points: FF 00 is a point, D0 to D7 only part them. */
function* behindScan(): Generator<{ readonly until: number } | { readonly take: number }, number | undefined, Uint8Array> {
  for (;;) {
    yield { until: ff };
    let marker = (yield { take: 1 })[0];
    while (marker === ff) marker = (yield { take: 1 })[0];
    if (marker !== undefined && marker !== 0 && !isAlone(marker)) return marker;
  }
}
