import { expect } from 'chai';
import type { NewJob } from '../../../application/ports/jobs.js';
import { noon } from './builders.js';
import type { Open, Opened } from './opened.js';

export function doneJobsContract(adapter: string, open: Open): void {
  describe(`job board on ${adapter} archives what is done`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const enqueue = (key: string, dueAt: number, more: Partial<NewJob> = {}): Promise<void> =>
      store.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key, dueAt, ...more }));
    const claim = (now: number, limit = 10) => store.jobBoard.claim('w1', now, 30_000, limit);
    const later = noon + 100;
    const finish = async (now: number): Promise<void> => {
      for (const job of await claim(now, 200)) await store.jobBoard.settle(job, { kind: 'done' });
    };
    /** A job that is off the board may be enqueued as fresh; one whose row is still there may not. */
    const isGone = async (key: string): Promise<boolean> => {
      try {
        await enqueue(key, later, { fresh: true });
        return true;
      } catch {
        return false;
      }
    };

    it('when it was made and due before the given time, and nothing else', async () => {
      store.clock.at = noon - 50;
      for (const key of ['old', 'due later', 'dead', 'waiting', 'claimed']) await enqueue(key, key === 'due later' ? noon : noon - 50);
      for (const job of await claim(noon)) {
        if (job.key === 'dead') await store.jobBoard.fail(job, undefined, 'x');
        else if (job.key === 'waiting') await store.jobBoard.settle(job, { kind: 'again', dueAt: noon - 40 });
        else if (job.key !== 'claimed') await store.jobBoard.settle(job, { kind: 'done' });
      }
      store.clock.at = noon;
      // Longest due of all: it must not take the place of another on a page.
      await enqueue('made later', noon - 60);
      for (const job of await claim(noon - 50)) await store.jobBoard.settle(job, { kind: 'done' });
      expect(await store.jobBoard.archiveDone(noon - 50, 500)).to.equal(0);
      expect(await store.jobBoard.archiveDone(noon, 1)).to.equal(1);
      expect(await store.jobBoard.archiveDone(noon, 500)).to.equal(0);
      expect(await store.jobBoard.counts()).to.have.deep.members([{ topic: 'query-attempt', state: 'DEAD', count: 1 }, { topic: 'query-attempt', state: 'READY', count: 1 }]);
      for (const key of ['due later', 'dead', 'waiting', 'claimed', 'made later']) expect(await isGone(key), key).to.equal(false);
      expect(await isGone('old')).to.equal(true);
      expect((await claim(later)).map((job) => job.key)).to.include('old');
    });

    it('in pages, longest due first', async () => {
      for (const [age, key] of ['c', 'b', 'a'].entries()) await enqueue(key, noon - 10 + age);
      await finish(noon);
      expect(await store.jobBoard.archiveDone(later, 0)).to.equal(0);
      expect(await store.jobBoard.archiveDone(later, 2)).to.equal(2);
      expect([await isGone('c'), await isGone('b'), await isGone('a')]).to.deep.equal([true, true, false]);
      expect(await store.jobBoard.archiveDone(later, 2)).to.equal(1);
    });

    it('by several processes at once, each row by one of them', async () => {
      for (let n = 0; n < 40; n++) await enqueue(`k${n}`, noon);
      await finish(noon);
      const deleted = await Promise.all([1, 2, 3, 4].map(() => store.jobBoard.archiveDone(later, 500)));
      expect(deleted.reduce((sum, count) => sum + count)).to.equal(40);
    });

    it('at most five hundred at a time, whatever is asked', async () => {
      await store.unitOfWork.run(async ({ outbox }) => {
        for (let n = 0; n < 501; n++) await outbox.enqueue({ topic: 'work-refund', key: `k${n}`, dueAt: noon, fresh: true });
      });
      for (let round = 0; round < 3; round++) {
        const jobs = await claim(noon, 200);
        await store.unitOfWork.run(async () => { for (const job of jobs) await store.jobBoard.settle(job, { kind: 'done' }); });
      }
      expect(await store.jobBoard.archiveDone(later, 100_000)).to.equal(500);
      expect(await store.jobBoard.archiveDone(later, 100_000)).to.equal(1);
    });

    it('and forgets what was archived, by when it was last due, longest due first', async () => {
      for (const [age, key] of ['c', 'b', 'a'].entries()) await enqueue(key, noon - 10 + age);
      await finish(noon);
      expect(await store.jobBoard.forgetArchived(later, 500)).to.equal(0);
      expect(await store.jobBoard.archiveDone(later, 500)).to.equal(3);
      expect([await store.jobBoard.forgetArchived(noon - 10, 500), await store.jobBoard.forgetArchived(noon - 8, 1), await store.jobBoard.forgetArchived(noon - 8, 0)]).to.deep.equal([0, 1, 0]);
      expect([await store.jobBoard.forgetArchived(noon - 8, 500), await store.jobBoard.forgetArchived(later, 500), await store.jobBoard.forgetArchived(later, 500)]).to.deep.equal([1, 1, 0]);
    });
  });
}
