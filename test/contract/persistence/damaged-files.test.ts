import { expect } from 'chai';
import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import { chunkBytes, cutBytes } from '../../../adapters/outbound/persistence/sql/cut-bytes.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { KeptFiles } from '../../../application/ports/kept-files.js';
import { no } from './builders.js';
import { faultOf, openOn, type Opened } from './opened.js';

async function* threeChunks(): Bytes { for (const byte of [1, 2, 3]) yield Buffer.alloc(chunkBytes, byte); }
async function countOf(bytes: Bytes): Promise<number> {
  let count = 0;
  for await (const piece of bytes) count += piece.length;
  return count;
}

describe('a kept file that somebody changed in the database', () => {
  let engine: SqlEngine;
  let store: Opened;
  let files: KeptFiles;
  beforeEach(async () => {
    engine = openSqlite({ file: ':memory:' });
    store = await openOn(engine);
    files = store.keptFiles(runningSm3);
    await files.keep({ fileNo: no(1), purpose: 'statement', fileName: 'a.xlsx' }, threeChunks());
    expect(await countOf(files.read(no(1)))).to.equal(3 * chunkBytes);
  });
  afterEach(() => store.close());
  const chunk = (chunkNo: number) => engine.writer('kept_chunk').where({ file_no: no(1), chunk_no: chunkNo });

  const damages: Readonly<Record<string, () => Promise<unknown>>> = {
    'with other bytes in one place': async () => chunk(1).update({ chunk_text: Buffer.alloc(chunkBytes, 9).toString('base64') }),
    'with chunks in each other\'s places': async () => {
      await chunk(0).update({ chunk_no: 7 });
      await chunk(1).update({ chunk_no: 0 });
      await chunk(7).update({ chunk_no: 1 });
    },
    'without its last chunk': async () => chunk(2).delete(),
    'cut short together with its record': async () => {
      await chunk(2).delete();
      await engine.writer('kept_file').where({ file_no: no(1) }).update({ chunk_count: 2, byte_size: 2 * chunkBytes });
    },
    'with what is no base64': async () => chunk(0).update({ chunk_text: '税'.repeat(10) }),
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`is never given out whole ${what}`, async () => {
      await damage();
      expect((await faultOf(countOf(files.read(no(1))))).name).to.equal('DamagedFile');
    });
  }
});

describe('a kept export that somebody changed in the database', () => {
  it('is damaged and not gone while its time is not over', async () => {
    const engine = openSqlite({ file: ':memory:' });
    const store = await openOn(engine);
    const files = store.keptFiles(runningSm3);
    for (const n of [1, 2]) await files.keep({ fileNo: no(n), purpose: 'export', fileName: 'a.xlsx' }, threeChunks());
    await engine.writer('kept_chunk').where({ file_no: no(1), chunk_no: 2 }).delete();
    expect((await faultOf(countOf(files.read(no(1))))).name).to.equal('DamagedFile');
    // One from before exports were counted is read as it is.
    await engine.writer('kept_export').where({ file_no: no(2) }).delete();
    expect(await countOf(files.read(no(2)))).to.equal(3 * chunkBytes);
    await store.close();
  });
});

describe('bytes of a file that comes in', () => {
  it('are refused beyond the limit, without reading on', async () => {
    let given = 0;
    const endless = async function* (): Bytes { for (;; given++) yield Buffer.alloc(1000); };
    expect((await faultOf(countOf(cutBytes(endless(), 5000)))).name).to.equal('FileTooBig');
    expect(given).to.equal(5);
    expect(await countOf(cutBytes(threeChunks(), 3 * chunkBytes))).to.equal(3 * chunkBytes);
  });
});
