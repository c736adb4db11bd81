import { expect } from 'chai';
import type { NewJob } from '../../../application/ports/jobs.js';
import { noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

export function endedJobsContract(adapter: string, open: Open): void {
  describe(`ends of jobs on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const enqueue = (key: string, dueAt = noon, more: Partial<NewJob> = {}): Promise<void> =>
      store.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key, dueAt, ...more }));
    const claim = (now = noon) => store.jobBoard.claim('w1', now, 30_000, 10);
    const claimOne = async () => {
      const [job, ...others] = await claim();
      if (!job || others.length > 0) throw new Error(`expected one job, got ${others.length + (job ? 1 : 0)}`);
      return job;
    };

    it('ends a job that waits, of that topic and key alone, and none that is being worked on', async () => {
      const end = (key: string): Promise<void> => store.unitOfWork.run(({ outbox }) => outbox.endWaiting({ topic: 'query-attempt', key }));
      await enqueue('taken');
      const taken = await claimOne();
      for (const key of ['a', 'b']) await enqueue(key);
      await enqueue('a', noon, { topic: 'work-refund' });
      for (const key of ['a', 'taken', 'nobody']) await end(key);
      expect((await claim()).map((job) => `${job.topic} ${job.key}`).sort()).to.deep.equal(['query-attempt b', 'work-refund a']);
      expect(await store.jobBoard.settle(taken, { kind: 'again', dueAt: noon })).to.equal(true);
      await enqueue('a', noon + 1);
      expect((await claim(noon + 1)).map((job) => job.key), 'an ended one is made due again by an enqueue').to.have.members(['taken', 'a']);
    });

    it('tells of a job that was enqueued while it was worked on when that work has ended, by a good run or a bad one', async () => {
      const told: string[] = [];
      const end = store.jobBoard.onNudge((due) => { told.push(...due.map((job) => job.jobId)); });
      for (const finish of ['settle', 'fail'] as const) {
        await enqueue(finish);
        const job = await claimOne();
        await enqueue(finish);
        told.length = 0;
        expect(await (finish === 'settle' ? store.jobBoard.settle(job, { kind: 'done' }) : store.jobBoard.fail(job, undefined, 'x'))).to.equal(true);
        expect(told, finish).to.deep.equal([job.jobId]);
        expect(await store.jobBoard.settle(await claimOne(), { kind: 'done' })).to.equal(true);
        expect(told, 'a job that is done is nobody\'s news').to.deep.equal([job.jobId]);
      }
      end();
    });

    it('forgets the ending of a job with the unit that failed', async () => {
      await enqueue('a');
      await faultOf(store.unitOfWork.run(async ({ outbox }) => { await outbox.endWaiting({ topic: 'query-attempt', key: 'a' }); throw new Error('power cut'); }));
      expect((await claim()).map((job) => job.key)).to.deep.equal(['a']);
    });
  });
}
