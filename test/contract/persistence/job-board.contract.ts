import { expect } from 'chai';
import { noon } from './builders.js';
import { jobDesk } from './job-desk.js';
import type { Open } from './opened.js';

/** Who may have a job, and for how long. */
export function jobBoardContract(adapter: string, open: Open): void {
  describe(`job board on ${adapter}`, () => {
    const desk = jobDesk(open);
    const { enqueue, claim, claimOne } = desk;

    /** As its nudge named it; a job of later is named by claiming it then and handing it back. */
    const idOf = async (key: string): Promise<string> => {
      const jobs = await claim(noon + 1_000, 'looker');
      await desk.store.jobBoard.handBack('looker');
      return jobs.find((job) => job.key === key)?.jobId ?? '';
    };

    it('hands out due jobs, oldest due first, and none that is not due', async () => {
      await enqueue('late', noon + 5);
      await enqueue('b', noon - 1);
      await enqueue('a', noon - 2);
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(noon - 2);
      const jobs = await claim();
      expect(jobs.map((job) => job.key)).to.deep.equal(['a', 'b']);
      expect([jobs[0]?.attempts, jobs[0]?.topic, jobs[0]?.createdAt]).to.deep.equal([0, 'query-attempt', noon]);
      expect(await claim()).to.deep.equal([]);
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(noon + 5);
    });

    it('hands out one job by its id when it is due and free, and to one worker only', async () => {
      await enqueue('a');
      await enqueue('later', noon + 5);
      const [a, later] = [await idOf('a'), await idOf('later')];
      const both = await Promise.all(['w1', 'w2'].map((owner) => desk.store.jobBoard.claimThis(a, owner, noon, 30_000)));
      const [job, ...others] = both.filter((one) => one !== undefined);
      // The looker's claims were cut off, and counted as such: two before this one.
      expect([job?.jobId, job?.key, job?.attempts, others.length]).to.deep.equal([a, 'a', 2, 0]);
      for (const id of [a, later, 'nobody']) expect(await desk.store.jobBoard.claimThis(id, 'w1', noon, 30_000)).to.equal(undefined);
      if (!job) throw new Error('nobody has it');
      expect(await desk.store.jobBoard.fail(job, noon + 1, 'x')).to.equal(true);
      expect((await desk.store.jobBoard.claimThis(a, 'w1', noon + 1, 30_000))?.attempts).to.equal(3);
    });

    it('hands out no more than asked for', async () => {
      for (const key of ['a', 'b', 'c']) await enqueue(key);
      expect(await claim(noon, 'w1', 2)).to.have.lengthOf(2);
      expect(await claim(noon, 'w1', 0)).to.have.lengthOf(0);
    });

    it('never gives one job to two of four workers', async () => {
      await desk.store.unitOfWork.run(async ({ outbox }) => {
        for (let n = 0; n < 120; n++) await outbox.enqueue({ topic: 'work-refund', key: `k${n}`, dueAt: noon, fresh: true });
      });
      const claimed = await Promise.all(Array.from({ length: 4 }, async (_, worker) => {
        const keys: string[] = [];
        for (;;) {
          const jobs = await claim(noon, `w${worker}`, 7);
          if (jobs.length === 0) return keys;
          for (const job of jobs) {
            keys.push(job.key);
            await desk.store.jobBoard.settle(job, { kind: 'done' });
          }
        }
      }));
      const keys = claimed.flat();
      expect(keys).to.have.lengthOf(120);
      expect(new Set(keys).size).to.equal(120);
    });

    it('lets nobody settle or fail a job without the token of its claim', async () => {
      await enqueue('a');
      const job = await claimOne();
      for (const claimToken of ['', 'w1', `${job.claimToken}x`]) {
        expect(await desk.store.jobBoard.settle({ ...job, claimToken }, { kind: 'done' })).to.equal(false);
        expect(await desk.store.jobBoard.fail({ ...job, claimToken }, undefined, 'x')).to.equal(false);
      }
      expect(await desk.store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
    });

    it('keeps a claim from the earlier run of the same worker that had lost it', async () => {
      await enqueue('a');
      const lost = await claimOne();
      await desk.store.jobBoard.releaseExpired(noon + 30_000);
      const held = await claimOne(noon + 30_000);
      expect(held.claimToken).to.not.equal(lost.claimToken);
      expect(await desk.store.jobBoard.settle(lost, { kind: 'done' })).to.equal(false);
      expect(await desk.store.jobBoard.fail(lost, undefined, 'x')).to.equal(false);
      expect(await desk.store.jobBoard.counts()).to.deep.equal([]);
      expect(await desk.store.jobBoard.settle(held, { kind: 'again', dueAt: noon + 40_000 })).to.equal(true);
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(noon + 40_000);
    });

    it('lets a run settle after an enqueue touched its claim, and nobody settle what was handed back', async () => {
      await enqueue('a');
      const job = await claimOne();
      await enqueue('a', noon + 5);
      expect(await desk.store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
      const second = await claimOne(noon + 5);
      await desk.store.jobBoard.handBack('w1');
      expect(await desk.store.jobBoard.settle(second, { kind: 'done' })).to.equal(false);
      expect((await claimOne(noon + 5)).key).to.equal('a');
    });

    it('returns a job whose lease has passed, and its old owner has lost it', async () => {
      await enqueue('a');
      const job = await claimOne();
      expect(await desk.store.jobBoard.releaseExpired(noon + 29_999)).to.equal(0);
      expect(await desk.store.jobBoard.releaseExpired(noon + 30_000)).to.equal(1);
      const again = await claimOne(noon + 30_000, 'w2');
      expect([again.jobId, again.attempts]).to.deep.equal([job.jobId, 1]);
      expect(await desk.store.jobBoard.settle(job, { kind: 'done' })).to.equal(false);
    });

    it('returns each lost job once when several processes sweep at once', async () => {
      for (let n = 0; n < 30; n++) await enqueue(`k${n}`, noon);
      await desk.store.jobBoard.claim('dead', noon, 1_000, 30);
      const released = await Promise.all([1, 2, 3, 4].map(() => desk.store.jobBoard.releaseExpired(noon + 1_000)));
      expect(released.reduce((sum, count) => sum + count)).to.equal(30);
      expect((await desk.store.jobBoard.claim('w1', noon + 1_000, 1_000, 50)).map((job) => job.attempts)).to.deep.equal(Array.from({ length: 30 }, () => 1));
    });

    it('hands back all that a worker holds, and nothing of others', async () => {
      await enqueue('a');
      await claimOne(noon, 'w1');
      await enqueue('b');
      await claimOne(noon, 'w2');
      expect(await desk.store.jobBoard.handBack('w1')).to.equal(1);
      expect((await claimOne(noon, 'w3')).key).to.equal('a');
    });
  });
}
