import { RefusedContent } from '../../../application/ports/attachment-checks.js';
import type { Walk } from './walk.js';

const headBytes = 8;
const tailBytes = 1024;

/** PDF (ISO 32000): its mark at the very beginning, where others look for theirs, and its last line at the end. */
export function pdfWalk(): Walk {
  let [head, tail] = [Buffer.alloc(0), Buffer.alloc(0)];
  return {
    push: (piece) => {
      if (head.length < headBytes) {
        head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
        if (head.length === headBytes && !/^%PDF-[12]\.[0-9]$/.test(head.toString('latin1'))) throw new RefusedContent('not-of-kind');
      }
      tail = Buffer.concat([tail, piece.subarray(-tailBytes)]).subarray(-tailBytes);
    },
    end: () => {
      if (head.length < headBytes) throw new RefusedContent('not-of-kind');
      const last = tail.toString('latin1');
      const at = last.lastIndexOf('%%EOF');
      if (at < 0) throw new RefusedContent('cut-short');
      if (/[^\s\0]/.test(last.slice(at + '%%EOF'.length))) throw new RefusedContent('something-behind');
    },
  };
}
