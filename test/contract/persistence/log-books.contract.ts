import { expect } from 'chai';
import { maxLogRows } from '../../../application/ports/log-books.js';
import { aLogRow } from '../../builders/management.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

/** Lines of the log that are looked up (log-books port); they are read by their list. */
export function logBooksContract(adapter: string, open: Open): void {
  describe(`lines of the log on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const lines = (count: number, first = 0) => Array.from({ length: count }, (_, n) => aLogRow({ logNo: no(first + n), at: noon + first + n }));

    it('takes five hundred at once with the longest values, and no more', async () => {
      const longest = aLogRow({ logNo: no(9999), content: '𠮷'.repeat(500) + 'x'.repeat(500), requestId: '求'.repeat(128), relatedOrderNo: 'P'.repeat(32), logType: 'system', level: 'fault' });
      await store.logBooks.append([...lines(maxLogRows - 1), longest]);
      await store.logBooks.append([]);
      expect(await store.logBooks.newestBeyond(maxLogRows - 1)).to.equal(noon);
      expect(await faultOf(store.logBooks.append(lines(maxLogRows + 1, 1000)))).to.be.instanceOf(RangeError);
      expect(await store.logBooks.newestBeyond(maxLogRows)).to.equal(undefined);
    });

    it('stores all lines of a batch or none', async () => {
      await store.logBooks.append(lines(1));
      await faultOf(store.logBooks.append([...lines(3, 10), aLogRow({ logNo: no(0) })]));
      expect(await store.logBooks.newestBeyond(1)).to.equal(undefined);
    });

    it('forgets what is older than a moment, the oldest first, five hundred at most', async () => {
      await store.logBooks.append(lines(maxLogRows));
      await store.logBooks.append(lines(5, maxLogRows));
      expect(await store.logBooks.forget(noon)).to.equal(0);
      expect(await store.logBooks.forget(noon + 3)).to.equal(3);
      expect(await store.logBooks.newestBeyond(0)).to.equal(noon + maxLogRows + 4);
      expect(await store.logBooks.forget(noon + maxLogRows + 9)).to.equal(maxLogRows);
      expect(await store.logBooks.newestBeyond(1)).to.equal(noon + maxLogRows + 3);
      expect(await store.logBooks.forget(noon + maxLogRows + 9)).to.equal(2);
      expect(await store.logBooks.newestBeyond(0)).to.equal(undefined);
    });

    it('says when the newest line was written that is one too many', async () => {
      expect(await store.logBooks.newestBeyond(0)).to.equal(undefined);
      await store.logBooks.append(lines(4));
      expect(await Promise.all([0, 1, 3, 4].map((kept) => store.logBooks.newestBeyond(kept)))).to.deep.equal([noon + 3, noon + 2, noon, undefined]);
    });
  });
}
