import { expect } from 'chai';
import { streamedCheck } from '../../../adapters/outbound/attachments/streamed-check.js';
import { RefusedContent } from '../../../application/ports/attachment-checks.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { AttachmentKind } from '../../../domain/service-desk/attachment.js';
import { aJpeg, aPdf, aPng, pngSignature, zipTail } from '../../support/sample-files.js';

async function* inPieces(bytes: Buffer, size: number): Bytes { for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size); }
/** What the look says of the bytes in pieces of this size. */
async function lookedAt(kind: AttachmentKind, bytes: Buffer, size: number): Promise<string> {
  const seen: Uint8Array[] = [];
  try {
    for await (const piece of streamedCheck.checked(kind, inPieces(bytes, size))) seen.push(piece);
  } catch (error) {
    if (error instanceof RefusedContent) return error.fault;
    throw error;
  }
  return Buffer.concat(seen).equals(bytes) ? 'passed' : 'changed';
}

describe('files that are looked at while they come', () => {
  const whole: readonly (readonly [string, AttachmentKind, Buffer])[] = [
    ['a PNG', 'png', aPng()], ['a PNG with a note', 'png', aPng({ extra: Buffer.from('Comment\0缴费截图') })], ['a large PNG', 'png', aPng({ points: Buffer.alloc(300_000, 7) })], ['a JPEG', 'jpg', aJpeg()],
    ['two JPEGs, as telephones write them', 'jpg', Buffer.concat([aJpeg(), aJpeg()])], ['a JPEG filled up with zeros', 'jpg', Buffer.concat([aJpeg(), Buffer.alloc(40)])], ['a PDF', 'pdf', aPdf()],
    ['a PDF that was changed once', 'pdf', Buffer.concat([aPdf(), Buffer.from('2 0 obj\nendobj\n%%EOF\r\n\0')])],
  ];
  const wrong: readonly (readonly [string, AttachmentKind, Buffer, string])[] = [
    ['a page as PNG', 'png', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'not-of-kind'], ['a drawing as PNG', 'png', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'not-of-kind'],
    ['a zip as PDF', 'pdf', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(60), zipTail]), 'not-of-kind'], ['a JPEG as PNG', 'png', aJpeg(), 'not-of-kind'], ['a PNG as JPEG', 'jpg', aPng(), 'not-of-kind'],
    ['a PDF as JPEG', 'jpg', aPdf(), 'not-of-kind'], ['a program as PDF', 'pdf', Buffer.concat([Buffer.from('MZ'), aPdf()]), 'not-of-kind'], ['a PNG without its head', 'png', Buffer.concat([pngSignature, aPng().subarray(33)]), 'not-of-kind'],
    ['a PNG with a page in a note', 'png', aPng({ extra: Buffer.from('Comment\0<ScRiPt>alert(1)</script>') }), 'active-content'], ['a JPEG with a page in a note', 'jpg', aJpeg({ comment: Buffer.from('<html><body onload=x>') }), 'active-content'],
    ['a JPEG with a PHP page in a note', 'jpg', aJpeg({ comment: Buffer.from('<?php system($_GET[1]);') }), 'active-content'], ['a PNG that is an archive too', 'png', aPng({ points: zipTail }), 'active-content'],
    ['a PDF that is an archive too', 'pdf', Buffer.concat([aPdf(), zipTail, Buffer.from('\n%%EOF')]), 'active-content'], ['a PNG with a PDF in it', 'png', aPng({ points: aPdf() }), 'active-content'],
    ['a PDF with a script', 'pdf', aPdf('<< /S /JavaScript /JS (app.alert(1)) >>'), 'active-content'], ['a PDF that starts a program', 'pdf', aPdf('<< /S /Launch /F (cmd.exe) >>'), 'active-content'],
    ['a PDF with a file in it', 'pdf', aPdf('<< /Type /EmbeddedFile >>'), 'active-content'], ['something behind a PNG', 'png', Buffer.concat([aPng(), Buffer.from('more')]), 'something-behind'],
    ['something behind a JPEG', 'jpg', Buffer.concat([aJpeg(), Buffer.from('more')]), 'something-behind'], ['something behind a PDF', 'pdf', Buffer.concat([aPdf(), Buffer.from('MZ more')]), 'something-behind'],
    ['a pixel flood as PNG', 'png', aPng({ width: 19_999, height: 19_999 }), 'too-many-pixels'], ['a PNG as wide as a street', 'png', aPng({ width: 2 ** 31, height: 1 }), 'too-many-pixels'],
    ['a pixel flood as JPEG', 'jpg', aJpeg({ width: 65_535, height: 65_535 }), 'too-many-pixels'], ['a PNG of nothing', 'png', aPng({ width: 0 }), 'not-of-kind'], ['nothing as PDF', 'pdf', Buffer.from('%PDF'), 'not-of-kind'],
  ];

  for (const [what, kind, bytes] of whole) {
    it(`lets ${what} through as it is, whatever the pieces`, async () => {
      for (const size of [1, 7, 1000, 1_000_000]) expect(await lookedAt(kind, bytes, bytes.length > 10_000 ? size + 1000 : size), String(size)).to.equal('passed');
    });
  }
  for (const [what, kind, bytes, fault] of wrong) {
    it(`refuses ${what}, whatever the pieces`, async () => {
      for (const size of [1, 7, 1000]) expect(await lookedAt(kind, bytes, size), String(size)).to.equal(fault);
    });
  }

  it('refuses each kind that was cut off anywhere', async () => {
    for (const [kind, bytes] of [['png', aPng()], ['jpg', aJpeg()], ['pdf', aPdf().subarray(0, -2)]] as const) {
      for (let length = 1; length < bytes.length; length += 1) expect(await lookedAt(kind, bytes.subarray(0, length), 16), `${kind} ${length}`).to.match(/^(cut-short|not-of-kind)$/);
    }
  });

  it('never says anything but yes or no of bytes at random', async () => {
    let seed = 7;
    const next = (): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed; };
    for (let round = 0; round < 300; round += 1) {
      const [kind, bytes] = ([['png', aPng()], ['jpg', aJpeg()], ['pdf', aPdf()]] as const)[round % 3] ?? ['png', aPng()];
      const hurt = Buffer.from(bytes);
      for (let times = 0; times < 3; times += 1) hurt[next() % hurt.length] = next() % 256;
      expect(await lookedAt(kind, hurt, 1 + next() % 40)).to.match(/^[a-z-]+$/);
    }
  });
});
