import { expect } from 'chai';
import type { NewJob } from '../../../application/ports/jobs.js';
import { noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

export function jobBoardContract(adapter: string, open: Open): void {
  describe(`job board on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const enqueue = (key: string, dueAt = noon, more: Partial<NewJob> = {}): Promise<void> =>
      store.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key, dueAt, ...more }));
    const claim = (now = noon, owner = 'w1', limit = 10) => store.jobBoard.claim(owner, now, 30_000, limit);
    const claimOne = async (now = noon, owner = 'w1') => {
      const [job, ...others] = await claim(now, owner);
      if (!job || others.length > 0) throw new Error(`expected one job, got ${others.length + (job ? 1 : 0)}`);
      return job;
    };

    /** As its nudge named it; a job of later is named by claiming it then and handing it back. */
    const idOf = async (key: string): Promise<string> => {
      const jobs = await claim(noon + 1_000, 'looker');
      await store.jobBoard.handBack('looker');
      return jobs.find((job) => job.key === key)?.jobId ?? '';
    };

    it('hands out due jobs, oldest due first, and none that is not due', async () => {
      await enqueue('late', noon + 5);
      await enqueue('b', noon - 1);
      await enqueue('a', noon - 2);
      expect(await store.jobBoard.nextDueAt()).to.equal(noon - 2);
      const jobs = await claim();
      expect(jobs.map((job) => job.key)).to.deep.equal(['a', 'b']);
      expect([jobs[0]?.attempts, jobs[0]?.topic, jobs[0]?.createdAt]).to.deep.equal([0, 'query-attempt', noon]);
      expect(await claim()).to.deep.equal([]);
      expect(await store.jobBoard.nextDueAt()).to.equal(noon + 5);
    });

    it('hands out one job by its id when it is due and free, and to one worker only', async () => {
      await enqueue('a');
      await enqueue('later', noon + 5);
      const [a, later] = [await idOf('a'), await idOf('later')];
      const both = await Promise.all(['w1', 'w2'].map((owner) => store.jobBoard.claimThis(a, owner, noon, 30_000)));
      const [job, ...others] = both.filter((one) => one !== undefined);
      // The looker's claims were cut off, and counted as such: two before this one.
      expect([job?.jobId, job?.key, job?.attempts, others.length]).to.deep.equal([a, 'a', 2, 0]);
      for (const id of [a, later, 'nobody']) expect(await store.jobBoard.claimThis(id, 'w1', noon, 30_000)).to.equal(undefined);
      if (!job) throw new Error('nobody has it');
      expect(await store.jobBoard.fail(job, noon + 1, 'x')).to.equal(true);
      expect((await store.jobBoard.claimThis(a, 'w1', noon + 1, 30_000))?.attempts).to.equal(3);
    });

    it('hands out no more than asked for', async () => {
      for (const key of ['a', 'b', 'c']) await enqueue(key);
      expect(await claim(noon, 'w1', 2)).to.have.lengthOf(2);
      expect(await claim(noon, 'w1', 0)).to.have.lengthOf(0);
    });

    it('never gives one job to two of four workers', async () => {
      await store.unitOfWork.run(async ({ outbox }) => {
        for (let n = 0; n < 120; n++) await outbox.enqueue({ topic: 'work-refund', key: `k${n}`, dueAt: noon, fresh: true });
      });
      const claimed = await Promise.all(Array.from({ length: 4 }, async (_, worker) => {
        const keys: string[] = [];
        for (;;) {
          const jobs = await claim(noon, `w${worker}`, 7);
          if (jobs.length === 0) return keys;
          for (const job of jobs) {
            keys.push(job.key);
            await store.jobBoard.settle(job, { kind: 'done' });
          }
        }
      }));
      const keys = claimed.flat();
      expect(keys).to.have.lengthOf(120);
      expect(new Set(keys).size).to.equal(120);
    });

    it('ends a job, or makes it due again with nothing counted against it', async () => {
      await enqueue('a');
      const first = await claimOne();
      expect(await store.jobBoard.settle(first, { kind: 'again', dueAt: noon + 10 })).to.equal(true);
      expect(await claim()).to.deep.equal([]);
      const second = await claimOne(noon + 10);
      expect(second.attempts).to.equal(0);
      expect(await store.jobBoard.settle(second, { kind: 'done' })).to.equal(true);
      expect(await store.jobBoard.settle(second, { kind: 'done' })).to.equal(false);
      expect(await store.jobBoard.nextDueAt()).to.equal(undefined);
      expect(await store.jobBoard.counts()).to.deep.equal([]);
    });

    it('lets nobody settle or fail a job without the token of its claim', async () => {
      await enqueue('a');
      const job = await claimOne();
      for (const claimToken of ['', 'w1', `${job.claimToken}x`]) {
        expect(await store.jobBoard.settle({ ...job, claimToken }, { kind: 'done' })).to.equal(false);
        expect(await store.jobBoard.fail({ ...job, claimToken }, undefined, 'x')).to.equal(false);
      }
      expect(await store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
    });

    it('keeps a claim from the earlier run of the same worker that had lost it', async () => {
      await enqueue('a');
      const lost = await claimOne();
      await store.jobBoard.releaseExpired(noon + 30_000);
      const held = await claimOne(noon + 30_000);
      expect(held.claimToken).to.not.equal(lost.claimToken);
      expect(await store.jobBoard.settle(lost, { kind: 'done' })).to.equal(false);
      expect(await store.jobBoard.fail(lost, undefined, 'x')).to.equal(false);
      expect(await store.jobBoard.counts()).to.deep.equal([]);
      expect(await store.jobBoard.settle(held, { kind: 'again', dueAt: noon + 40_000 })).to.equal(true);
      expect(await store.jobBoard.nextDueAt()).to.equal(noon + 40_000);
    });

    it('lets a run settle after an enqueue touched its claim, and nobody settle what was handed back', async () => {
      await enqueue('a');
      const job = await claimOne();
      await enqueue('a', noon + 5);
      expect(await store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
      const second = await claimOne(noon + 5);
      await store.jobBoard.handBack('w1');
      expect(await store.jobBoard.settle(second, { kind: 'done' })).to.equal(false);
      expect((await claimOne(noon + 5)).key).to.equal('a');
    });

    it('returns a job whose lease has passed, and its old owner has lost it', async () => {
      await enqueue('a');
      const job = await claimOne();
      expect(await store.jobBoard.releaseExpired(noon + 29_999)).to.equal(0);
      expect(await store.jobBoard.releaseExpired(noon + 30_000)).to.equal(1);
      const again = await claimOne(noon + 30_000, 'w2');
      expect([again.jobId, again.attempts]).to.deep.equal([job.jobId, 1]);
      expect(await store.jobBoard.settle(job, { kind: 'done' })).to.equal(false);
    });

    it('returns each lost job once when several processes sweep at once', async () => {
      for (let n = 0; n < 30; n++) await enqueue(`k${n}`, noon);
      await store.jobBoard.claim('dead', noon, 1_000, 30);
      const released = await Promise.all([1, 2, 3, 4].map(() => store.jobBoard.releaseExpired(noon + 1_000)));
      expect(released.reduce((sum, count) => sum + count)).to.equal(30);
      expect((await store.jobBoard.claim('w1', noon + 1_000, 1_000, 50)).map((job) => job.attempts)).to.deep.equal(Array.from({ length: 30 }, () => 1));
    });

    it('hands back all that a worker holds, and nothing of others', async () => {
      await enqueue('a');
      await claimOne(noon, 'w1');
      await enqueue('b');
      await claimOne(noon, 'w2');
      expect(await store.jobBoard.handBack('w1')).to.equal(1);
      expect((await claimOne(noon, 'w3')).key).to.equal('a');
    });

    it('keeps one row a key: a waiting job becomes due at the earlier time', async () => {
      await enqueue('a', noon + 50);
      await enqueue('a', noon + 20);
      await enqueue('a', noon + 90);
      expect(await store.jobBoard.nextDueAt()).to.equal(noon + 20);
      expect(await claim(noon + 100)).to.have.lengthOf(1);
    });

    it('makes a finished job due again from the start', async () => {
      await enqueue('a');
      const job = await claimOne();
      await store.jobBoard.settle(job, { kind: 'done' });
      await enqueue('a', noon + 1);
      const again = await claimOne(noon + 1);
      expect(again.attempts).to.equal(0);
    });

    it('runs a claimed job again when it was enqueued meanwhile, although its run says done', async () => {
      await enqueue('a');
      const job = await claimOne();
      await enqueue('a', noon + 40);
      await enqueue('a', noon + 70);
      expect(await claim(noon + 99)).to.deep.equal([]);
      expect(await store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
      expect(await store.jobBoard.nextDueAt()).to.equal(noon + 40);
      const again = await claimOne(noon + 40);
      expect(await store.jobBoard.settle(again, { kind: 'done' })).to.equal(true);
      expect(await store.jobBoard.nextDueAt()).to.equal(undefined);
    });

    it('takes the earlier of both times when a run asks for another time itself', async () => {
      await enqueue('a');
      const job = await claimOne();
      await enqueue('a', noon + 40);
      await store.jobBoard.settle(job, { kind: 'again', dueAt: noon + 90 });
      expect(await store.jobBoard.nextDueAt()).to.equal(noon + 40);
    });

    it('retries a failed run, then gives it up where people see it, and wakes it by a new enqueue', async () => {
      await enqueue('a');
      const job = await claimOne();
      expect(await store.jobBoard.fail(job, noon + 5, 'timeout')).to.equal(true);
      const second = await claimOne(noon + 5);
      expect(await store.jobBoard.fail(second, undefined, 'timeout '.repeat(100))).to.equal(true);
      expect(await store.jobBoard.counts()).to.deep.equal([{ topic: 'query-attempt', state: 'DEAD', count: 1 }]);
      expect(await claim(noon + 1_000_000)).to.deep.equal([]);
      await enqueue('a', noon + 9);
      expect(await store.jobBoard.counts()).to.deep.equal([{ topic: 'query-attempt', state: 'READY', count: 1 }]);
    });

    it('does not give up a job that was enqueued while its last run failed', async () => {
      await enqueue('a');
      const job = await claimOne();
      await enqueue('a', noon + 3);
      await store.jobBoard.fail(job, undefined, 'broken');
      expect(await store.jobBoard.nextDueAt()).to.equal(noon + 3);
    });

    it('calls a fresh job that exists a fault', async () => {
      await enqueue('a');
      await faultOf(enqueue('a', noon, { fresh: true }));
    });

    it('nudges after a commit that enqueued something due, not for a job of later, after a failed unit or one without jobs', async () => {
      let nudges = 0;
      const named: number[] = [];
      const end = store.jobBoard.onNudge((due) => { nudges++; named.push(...due.map(({ jobId, attempts }) => jobId.length * 10 + attempts)); throw new Error('a listener must not undo the unit'); });
      await enqueue('a');
      expect(nudges).to.equal(1);
      await enqueue('later', noon + 3_600_000);
      await store.unitOfWork.run(() => Promise.resolve());
      await faultOf(store.unitOfWork.run(async ({ outbox }) => {
        await outbox.enqueue({ topic: 'query-attempt', key: 'b', dueAt: noon });
        throw new Error('undone');
      }));
      end();
      await enqueue('c');
      expect(nudges).to.equal(1);
      // One job, by its 26 digits, never tried before.
      expect(named).to.deep.equal([260]);
    });

    it('settles a job inside the unit that did its work', async () => {
      await enqueue('a');
      const job = await claimOne();
      await faultOf(store.unitOfWork.run(async () => {
        expect(await store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
        throw new Error('undone');
      }));
      expect(await store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
    });
  });
}
