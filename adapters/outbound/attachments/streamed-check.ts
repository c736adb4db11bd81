import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { ContentCheck } from '../../../application/ports/attachment-checks.js';
import type { AttachmentKind } from '../../../domain/service-desk/attachment.js';
import { foreignMarks } from './foreign-marks.js';
import { jpegReader } from './jpeg-reader.js';
import { pdfWalk } from './pdf-walk.js';
import { pngReader } from './png-reader.js';
import { walkOf, type Walk } from './walk.js';

const walks: Readonly<Record<AttachmentKind, () => Walk>> = { png: () => walkOf(pngReader()), jpg: () => walkOf(jpegReader()), pdf: pdfWalk };

/** Files are looked at while they go by (UPL-01). */
export const streamedCheck: ContentCheck = { checked };

async function* checked(kind: AttachmentKind, bytes: Bytes): Bytes {
  const looking = [walks[kind](), foreignMarks(kind)];
  for await (const piece of bytes) {
    for (const walk of looking) walk.push(piece);
    yield piece;
  }
  for (const walk of looking) walk.end();
}
