import { expect } from 'chai';
import { noon } from './builders.js';
import { jobDesk } from './job-desk.js';
import { faultOf, type Open } from './opened.js';

/** What becomes of a job: one row for each key, through all its runs. */
export function jobRowsContract(adapter: string, open: Open): void {
  describe(`the row of a job on ${adapter}`, () => {
    const desk = jobDesk(open);
    const { enqueue, claim, claimOne } = desk;

    it('ends a job, or makes it due again with nothing counted against it', async () => {
      await enqueue('a');
      const first = await claimOne();
      expect(await desk.store.jobBoard.settle(first, { kind: 'again', dueAt: noon + 10 })).to.equal(true);
      expect(await claim()).to.deep.equal([]);
      const second = await claimOne(noon + 10);
      expect(second.attempts).to.equal(0);
      expect(await desk.store.jobBoard.settle(second, { kind: 'done' })).to.equal(true);
      expect(await desk.store.jobBoard.settle(second, { kind: 'done' })).to.equal(false);
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(undefined);
      expect(await desk.store.jobBoard.counts()).to.deep.equal([]);
    });

    it('keeps one row a key: a waiting job becomes due at the earlier time', async () => {
      await enqueue('a', noon + 50);
      await enqueue('a', noon + 20);
      await enqueue('a', noon + 90);
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(noon + 20);
      expect(await claim(noon + 100)).to.have.lengthOf(1);
    });

    it('shows what waits or is being worked on for some keys, soonest first, and nothing that has ended', async () => {
      await enqueue('a', noon + 50);
      await enqueue('a', noon + 20, { topic: 'expire-order' });
      await enqueue('b', noon);
      await enqueue('c', noon + 1);
      await desk.store.jobBoard.settle(await claimOne(), { kind: 'done' });
      await claimOne(noon + 1);
      const seen = await desk.store.unitOfWork.read(({ jobs }) => jobs.waitingFor(['a', 'b', 'c', 'nobody']));
      expect(seen.map(({ topic, key, dueAt }) => [topic, key, dueAt - noon])).to.deep.equal([['query-attempt', 'c', 1], ['expire-order', 'a', 20], ['query-attempt', 'a', 50]]);
      expect(await desk.store.unitOfWork.read(({ jobs }) => jobs.waitingFor([]))).to.deep.equal([]);
    });

    it('makes a finished job due again from the start', async () => {
      await enqueue('a');
      const job = await claimOne();
      await desk.store.jobBoard.settle(job, { kind: 'done' });
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
      expect(await desk.store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(noon + 40);
      const again = await claimOne(noon + 40);
      expect(await desk.store.jobBoard.settle(again, { kind: 'done' })).to.equal(true);
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(undefined);
    });

    it('takes the earlier of both times when a run asks for another time itself', async () => {
      await enqueue('a');
      const job = await claimOne();
      await enqueue('a', noon + 40);
      await desk.store.jobBoard.settle(job, { kind: 'again', dueAt: noon + 90 });
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(noon + 40);
    });

    it('retries a failed run, then gives it up where people see it, and wakes it by a new enqueue', async () => {
      await enqueue('a');
      const job = await claimOne();
      expect(await desk.store.jobBoard.fail(job, noon + 5, 'timeout')).to.equal(true);
      const second = await claimOne(noon + 5);
      expect(await desk.store.jobBoard.fail(second, undefined, 'timeout '.repeat(100))).to.equal(true);
      expect(await desk.store.jobBoard.counts()).to.deep.equal([{ topic: 'query-attempt', state: 'DEAD', count: 1 }]);
      expect(await claim(noon + 1_000_000)).to.deep.equal([]);
      await enqueue('a', noon + 9);
      expect(await desk.store.jobBoard.counts()).to.deep.equal([{ topic: 'query-attempt', state: 'READY', count: 1 }]);
    });

    it('does not give up a job that was enqueued while its last run failed', async () => {
      await enqueue('a');
      const job = await claimOne();
      await enqueue('a', noon + 3);
      await desk.store.jobBoard.fail(job, undefined, 'broken');
      expect(await desk.store.jobBoard.nextDueAt()).to.equal(noon + 3);
    });

    it('calls a fresh job that exists a fault', async () => {
      await enqueue('a');
      await faultOf(enqueue('a', noon, { fresh: true }));
    });

    it('nudges after a commit that enqueued something due, not for a job of later, after a failed unit or one without jobs', async () => {
      let nudges = 0;
      const named: number[] = [];
      const end = desk.store.jobBoard.onNudge((due) => { nudges++; named.push(...due.map(({ jobId, attempts }) => jobId.length * 10 + attempts)); throw new Error('a listener must not undo the unit'); });
      await enqueue('a');
      expect(nudges).to.equal(1);
      await enqueue('later', noon + 3_600_000);
      await desk.store.unitOfWork.run(() => Promise.resolve());
      await faultOf(desk.store.unitOfWork.run(async ({ outbox }) => {
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
      await faultOf(desk.store.unitOfWork.run(async () => {
        expect(await desk.store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
        throw new Error('undone');
      }));
      expect(await desk.store.jobBoard.settle(job, { kind: 'done' })).to.equal(true);
    });
  });
}
