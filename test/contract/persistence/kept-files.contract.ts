import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import { chunkBytes } from '../../../adapters/outbound/persistence/sql/cut-bytes.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { KeptFiles } from '../../../application/ports/kept-files.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

/** Bytes that differ from place to place, so that a chunk in another's place is noticed. */
const someBytes = (size: number): Buffer => Buffer.from(Uint32Array.from({ length: Math.ceil(size / 4) }, (_, index) => (index * 2_654_435_761) >>> 0).buffer).subarray(0, size);
async function* inPieces(bytes: Buffer, size: number): Bytes {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
async function wholeOf(bytes: Bytes): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
async function* breakingOff(bytes: Buffer): Bytes {
  yield bytes;
  throw new Error('the line broke');
}
const named = (suffix: number) => ({ fileNo: no(suffix), purpose: 'bill' as const, fileName: '账单_20260508.zip' });

export function keptFilesContract(adapter: string, open: Open): void {
  describe(`kept files on ${adapter}`, () => {
    let store: Opened;
    let files: KeptFiles;
    beforeEach(async () => {
      store = await open();
      files = store.keptFiles(runningSm3);
    });
    afterEach(() => store.close());

    for (const [what, size, piece] of [['nothing', 0, 1], ['one byte', 1, 1], ['exactly two chunks', 2 * chunkBytes, 100_000], ['many small pieces and a rest', 3 * chunkBytes + 17, 65_537], ['one large piece', 2 * chunkBytes + 1, 1_000_000]] as const) {
      it(`gives back ${what} as it was kept`, async () => {
        const bytes = someBytes(size);
        const kept = await files.keep(named(1), inPieces(bytes, piece));
        expect(kept).to.deep.equal({ ...named(1), byteSize: size, digest: createHash('sm3').update(bytes).digest('hex'), chunkCount: Math.ceil(size / chunkBytes), createdAt: noon });
        expect(await files.find(no(1))).to.deep.equal(kept);
        expect((await wholeOf(files.read(no(1)))).equals(bytes)).to.equal(true);
      });
    }

    it('deletes an attachment that is not wanted, and no other file', async () => {
      const bytes = someBytes(2 * chunkBytes + 3);
      for (const [suffix, purpose] of [[1, 'attachment'], [2, 'attachment'], [3, 'bill'], [4, 'export']] as const) await files.keep({ ...named(suffix), purpose }, inPieces(bytes, chunkBytes));
      for (const suffix of [1, 3, 4, 9]) await files.discardAttachment(no(suffix));
      expect(await files.find(no(1))).to.deep.include({ purpose: 'attachment', fileName: '' });
      expect((await faultOf(wholeOf(files.read(no(1))))).name).to.equal('FileGone');
      for (const suffix of [2, 3, 4]) expect((await wholeOf(files.read(no(suffix)))).equals(bytes)).to.equal(true);
      await faultOf(files.keep({ ...named(1), purpose: 'attachment' }, inPieces(someBytes(1), 1)));
    });

    it('cuts a name that is too long, at once and for good', async () => {
      const kept = await files.keep({ ...named(1), fileName: `\0${'账'.repeat(300)}` }, inPieces(someBytes(1), 1));
      expect(kept.fileName).to.equal('账'.repeat(256));
      expect(await files.find(no(1))).to.deep.equal(kept);
    });

    it('knows nothing of a file that broke off, and gives its number to nobody else before it is forgotten', async () => {
      expect((await faultOf(files.keep(named(1), breakingOff(someBytes(chunkBytes + 5))))).message).to.equal('the line broke');
      expect(await files.find(no(1))).to.equal(undefined);
      await faultOf(wholeOf(files.read(no(1))));
      await faultOf(files.keep(named(1), inPieces(someBytes(5), 5)));
    });

    it('keeps a number once, and what it has kept stays', async () => {
      const kept = await files.keep(named(1), inPieces(someBytes(10), 10));
      await faultOf(files.keep({ ...named(1), purpose: 'export' }, inPieces(someBytes(20), 20)));
      expect(await files.forgetAbandoned(noon + 1, 1000)).to.equal(0);
      expect(await files.find(no(1))).to.deep.equal(kept);
      expect((await wholeOf(files.read(no(1)))).equals(someBytes(10))).to.equal(true);
    });

    it('forgets what was given up, a few chunks at a time, and nothing that is still coming or whole', async () => {
      await files.keep(named(9), inPieces(someBytes(chunkBytes), chunkBytes));
      await faultOf(files.keep(named(1), breakingOff(someBytes(3 * chunkBytes))));
      store.clock.at = noon + 10;
      await faultOf(files.keep(named(2), breakingOff(someBytes(chunkBytes))));
      expect([await files.forgetAbandoned(noon + 5, 2), await files.forgetAbandoned(noon + 5, 2), await files.forgetAbandoned(noon + 5, 2)]).to.deep.equal([2, 1, 0]);
      await files.keep(named(1), inPieces(someBytes(7), 7));
      expect((await wholeOf(files.read(no(1)))).equals(someBytes(7))).to.equal(true);
      expect((await wholeOf(files.read(no(9)))).equals(someBytes(chunkBytes))).to.equal(true);
      await faultOf(files.keep(named(2), inPieces(someBytes(7), 7)));
    });

    it('deletes exports after their time, a few chunks at a time, says that they are gone, and touches nothing else', async () => {
      const others = ['bill', 'statement', 'province'] as const;
      for (const [index, purpose] of others.entries()) await files.keep({ ...named(10 + index), purpose }, inPieces(someBytes(chunkBytes), chunkBytes));
      const old = await files.keep({ ...named(1), purpose: 'export' }, inPieces(someBytes(3 * chunkBytes), chunkBytes));
      store.clock.at = noon + 10;
      await files.keep({ ...named(2), purpose: 'export' }, inPieces(someBytes(chunkBytes), chunkBytes));
      await faultOf(files.keep({ ...named(3), purpose: 'export' }, breakingOff(someBytes(chunkBytes))));
      expect(await files.forgetExports(noon, 100)).to.equal(0);
      expect(await files.forgetExports(noon + 5, 2)).to.equal(2);
      expect((await faultOf(wholeOf(files.read(no(1))))).name).to.equal('FileGone');
      expect([await files.forgetExports(noon + 5, 2), await files.forgetExports(noon + 5, 2)]).to.deep.equal([1, 0]);
      expect((await faultOf(wholeOf(files.read(no(1))))).name).to.equal('FileGone');
      expect(await files.find(no(1)), 'what it was stays known').to.deep.equal(old);
      for (const [index] of others.entries()) expect((await wholeOf(files.read(no(10 + index)))).equals(someBytes(chunkBytes))).to.equal(true);
      expect((await wholeOf(files.read(no(2)))).equals(someBytes(chunkBytes))).to.equal(true);
      expect(await files.forgetExports(noon + 100, 100)).to.equal(1);
      await faultOf(files.keep({ ...named(1), purpose: 'export' }, inPieces(someBytes(1), 1)));
    });

    it('deletes exports once, also when several processes do it at once', async () => {
      for (const n of [1, 2, 3]) await files.keep({ ...named(n), purpose: 'export' }, inPieces(someBytes(2 * chunkBytes), chunkBytes));
      const deleted = await Promise.all([1, 2, 3].map(() => files.forgetExports(noon + 1, 100)));
      expect(deleted.reduce((sum, one) => sum + one, 0)).to.equal(6);
    });

    it('reads an empty export as one', async () => {
      await files.keep({ ...named(1), purpose: 'export' }, inPieces(someBytes(0), 1));
      expect((await wholeOf(files.read(no(1)))).length).to.equal(0);
      expect(await files.forgetExports(noon + 1, 100)).to.equal(0);
    });

    it('does not end a file that was forgotten while it came in', async () => {
      const slow = async function* (): Bytes {
        yield someBytes(2 * chunkBytes);
        store.clock.at = noon + 10;
        expect(await files.forgetAbandoned(noon + 5, 1000)).to.equal(2);
        yield someBytes(10);
      };
      expect((await faultOf(files.keep(named(1), slow()))).message).to.contain('given up');
      expect(await files.find(no(1))).to.equal(undefined);
      expect(await files.forgetAbandoned(noon + 100, 1000)).to.equal(0);
    });
  });
}
