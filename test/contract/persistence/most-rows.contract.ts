import { expect } from 'chai';
import { maxRowsOfOne } from '../../../adapters/outbound/persistence/sql/row-limits.js';
import { anAttempt, no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

export function mostRowsContract(adapter: string, open: Open): void {
  describe(`rows of one order on ${adapter}`, () => {
    let store: Opened;
    before(async () => { store = await open(); });
    after(() => store.close());
    const add = (from: number, to: number): Promise<void> => store.unitOfWork.run(async ({ attempts }) => {
      for (let n = from; n < to; n++) await attempts.add(anAttempt({ attemptNo: no(5000 + n), createdAt: noon + n }));
    });
    const read = () => store.unitOfWork.read(({ attempts }) => attempts.ofOrder(no(1)));

    it('are all there or a fault, never a part of them', async () => {
      await add(0, maxRowsOfOne);
      expect(await read()).to.have.lengthOf(maxRowsOfOne);
      await add(maxRowsOfOne, maxRowsOfOne + 1);
      expect(await faultOf(read())).to.have.property('message').that.includes(`more than ${maxRowsOfOne} rows`);
    });
  });
}
