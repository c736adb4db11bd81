import { expect } from 'chai';
import { blankRound, type ForgettingRound } from '../../../domain/keeping/forgetting.js';
import { noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

/** How far rounds of forgetting are (forgetting-books port). */
export function forgettingContract(adapter: string, open: Open): void {
  describe(`rounds of forgetting on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const take = (kind: ForgettingRound['kind']): Promise<ForgettingRound> => store.unitOfWork.run(({ forgetting }) => forgetting.take(kind));
    const put = (round: ForgettingRound): Promise<void> => store.unitOfWork.run(({ forgetting }) => forgetting.put(round));

    it('are blank at first, and stand as they were left, each kind by itself', async () => {
      expect(await take('texts')).to.deep.equal(blankRound('texts'));
      const half: ForgettingRound = { kind: 'texts', owner: 'w'.repeat(64), until: noon, forgotten: { messages: 1_000_000, inbound: 0, codes: 3 }, version: 0 };
      await put(half);
      expect(await take('texts')).to.deep.equal({ ...half, version: 1 });
      expect(await take('issues')).to.deep.equal(blankRound('issues'));
      await put({ ...blankRound('texts'), version: 1 });
      expect(await take('texts')).to.deep.equal({ ...blankRound('texts'), version: 2 });
      expect((await faultOf(put({ ...half, version: 1 }))).name).to.equal('ConcurrentChange');
    });

    it('go one after the other where several begin at once', async () => {
      await Promise.all(Array.from({ length: 6 }, () => store.unitOfWork.run(async ({ forgetting }) => {
        const round = await forgetting.take('issues');
        await forgetting.put({ ...round, forgotten: { issues: (round.forgotten['issues'] ?? 0) + 1 } });
      })));
      expect((await take('issues')).forgotten).to.deep.equal({ issues: 6 });
    });
  });
}
