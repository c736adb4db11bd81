import { RefusedContent } from '../../../application/ports/attachment-checks.js';
import type { AttachmentKind } from '../../../domain/service-desk/attachment.js';
import type { Walk } from './walk.js';

/** By which a browser, a server of pages or a shell takes a file for a page or a program of theirs; small letters. */
const markup = ['<!doctype html', '<html', '<script', '<svg', '<iframe', '<?php', '<%@'] as const;
/** What of a PDF does something when it is opened. One that hides these names in packed parts is found by a scanner only. */
const deeds = ['/javascript', '/launch', '/embeddedfile', '/richmedia'] as const;
const marksOf: Readonly<Record<AttachmentKind, readonly string[]>> = { png: [...markup, '%pdf-'], jpg: [...markup, '%pdf-'], pdf: [...markup, ...deeds] };
const longestMark = 16;

/** End of a zip's list of entries, and how far from its end a file is looked through for it: archives are read from behind. */
const zipEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const zipReach = 65_535 + 22;

/** A file that is two things at once: of its own kind for one program, a page or an archive for another. */
export function foreignMarks(kind: AttachmentKind): Walk {
  const marks = marksOf[kind];
  let before = Buffer.alloc(0);
  let [total, zipAt] = [0, -1];
  return {
    push: (piece) => {
      const seen = Buffer.concat([before, piece]);
      const small = seen.toString('latin1').toLowerCase();
      if (marks.some((mark) => small.includes(mark))) throw new RefusedContent('active-content');
      const at = seen.lastIndexOf(zipEnd);
      if (at >= 0) zipAt = total - before.length + at;
      total += piece.length;
      before = seen.subarray(-longestMark);
    },
    end: () => { if (zipAt >= 0 && total - zipAt <= zipReach) throw new RefusedContent('active-content'); },
  };
}
