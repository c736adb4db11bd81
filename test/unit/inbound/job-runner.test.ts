import { expect } from 'chai';
import sinon from 'sinon';
import type { JobBoard } from '../../../application/ports/jobs.js';
import { noon } from '../../builders/moments.js';
import { done, held, quiet, stopAll, until, workshop } from './workshop.js';

describe('the runner of jobs', () => {
  afterEach(stopAll);

  it('works on what is due, with the handler of its topic, and on nothing else', async () => {
    const handler = sinon.spy(done);
    const { runner, enqueue, row, outcomes } = workshop(handler);
    await enqueue('now');
    await enqueue('later', noon + 1);
    runner.start();
    await until(() => row('now')?.state === 'DONE');
    await quiet();
    expect(handler.args.map(([key]) => key)).to.deep.equal(['now']);
    expect([row('later')?.state, outcomes]).to.deep.equal(['READY', ['done']]);
  });

  it('lets a job settle in a unit of its own, and settles what that unit did not store', async () => {
    const { runner, enqueue, row, outcomes, store } = workshop(async (key, settle) => {
      const outcome = { kind: 'done' } as const;
      // The first run of the unit is undone, as after a deadlock.
      await store.unitOfWork.run(async () => { await settle({ kind: 'again', dueAt: noon + 1 }); throw new Error('undone'); }).catch(() => undefined);
      if (key === 'itself') await store.unitOfWork.run(async () => settle(outcome));
      return outcome;
    }, { limits: { concurrency: 1 } });
    await enqueue('itself');
    await enqueue('by-runner');
    runner.start();
    await until(() => row('itself')?.state === 'DONE' && row('by-runner')?.state === 'DONE');
    expect(outcomes).to.deep.equal(['done', 'done']);
  });

  it('leaves the process its turns while hundreds of short jobs are due', async () => {
    const jobs = 300;
    const { runner, store, outcomes } = workshop(done);
    await store.unitOfWork.run(async ({ outbox }) => { for (let n = 0; n < jobs; n++) await outbox.enqueue({ topic: 'query-attempt', key: `J${n}`, dueAt: noon }); });
    let [turns, isCounting] = [0, true];
    const count = (): void => { turns += 1; if (isCounting) setImmediate(count); };
    runner.start();
    setImmediate(count);
    await until(() => outcomes.length === jobs).finally(() => { isCounting = false; });
    // Two jobs at the same time: a look for each pair.
    expect(turns).to.be.above(jobs / 4);
  });

  it('looks again soon where it has just found something, so that jobs with turns are not heaped up until its next look', async () => {
    const { runner, enqueue, row, clock, store } = workshop(async (key) => (key === 'waits' && clock.now() < noon + 10 ? { kind: 'again', dueAt: noon + 10 } : { kind: 'done' }), { limits: { pollMs: 60_000 } });
    await enqueue('waits');
    runner.start();
    await until(() => row('waits')?.dueAt === noon + 10);
    clock.at += 10;
    await until(() => row('waits')?.state === 'DONE');
    expect(await store.jobBoard.nextDueAt()).to.equal(undefined);
  });

  it('sees at once what a unit enqueued, without waiting for its next look', async () => {
    const { runner, enqueue, row } = workshop(done, { limits: { pollMs: 60_000 } });
    runner.start();
    await quiet();
    await enqueue('a');
    await until(() => row('a')?.state === 'DONE');
  });

  it('sees what fell due with the clock when it is nudged, or at its next look', async () => {
    const { runner, clock, enqueue, row } = workshop(done, { limits: { pollMs: 60_000 } });
    await enqueue('a', noon + 5_000);
    runner.start();
    await quiet();
    clock.at += 5_000;
    await quiet();
    expect(row('a')?.state).to.equal('READY');
    runner.nudge();
    await until(() => row('a')?.state === 'DONE');
    const polling = workshop(done);
    await polling.enqueue('b', noon + 5_000);
    polling.runner.start();
    polling.clock.at += 5_000;
    await until(() => polling.row('b')?.state === 'DONE');
  });

  it('works on no more at a time than it may, and takes the next as soon as one ends', async () => {
    const { begun, handler, release } = held();
    const { runner, enqueue } = workshop(handler);
    for (const key of ['a', 'b', 'c', 'd', 'e']) await enqueue(key);
    runner.start();
    await until(() => begun.length === 2);
    await quiet();
    expect(begun).to.have.lengthOf(2);
    release();
    await until(() => begun.length === 4);
    await quiet();
    expect(begun).to.have.lengthOf(4);
    release();
    await until(() => begun.length === 5);
    release();
    expect(new Set(begun).size).to.equal(5);
  });

  it('makes a job due again when its handler says so', async () => {
    const { runner, enqueue, row, outcomes } = workshop(async () => ({ kind: 'again', dueAt: noon + 9_000 }));
    await enqueue('a');
    runner.start();
    await until(() => outcomes.length === 1);
    expect([row('a')?.state, row('a')?.dueAt, outcomes]).to.deep.equal(['READY', noon + 9_000, ['again']]);
  });

  it('waits longer after each fault of a callback, then gives up loudly', async () => {
    const { runner, clock, enqueue, row, events } = workshop(async () => { throw new TypeError('boom'); }, { limits: { maxFaults: 4 } });
    await enqueue('a', noon, 'deliver-callback');
    runner.start();
    const waits: number[] = [];
    for (let fault = 1; fault < 4; fault++) {
      await until(() => row('a')?.state === 'READY' && (row('a')?.dueAt ?? 0) > clock.at);
      waits.push((row('a')?.dueAt ?? 0) - clock.at);
      clock.at = row('a')?.dueAt ?? 0;
      runner.nudge();
    }
    await until(() => row('a')?.state === 'DEAD');
    expect(waits).to.deep.equal([1_000, 2_000, 4_000]);
    expect(events.filter((event) => event.endsWith('job-failed'))).to.have.lengthOf(4);
    expect(events.filter((event) => event === 'alarm job-given-up')).to.have.lengthOf(1);
    expect(row('a')?.lastError).to.equal('TypeError');
  });

  for (const topic of ['query-attempt', 'work-refund', 'refund-by-rule', 'expire-order'] as const) {
    it(`never gives up ${topic}, which is about money: it goes on and calls people every few faults`, async () => {
      const { runner, clock, enqueue, row, events } = workshop(async () => { throw new Error('boom'); }, { limits: { maxFaults: 2, faultsPerAlarm: 6 } });
      await enqueue('a', noon, topic);
      runner.start();
      const waits: number[] = [];
      for (let fault = 1; fault <= 13; fault++) {
        await until(() => row('a')?.state === 'READY' && (row('a')?.dueAt ?? 0) > clock.at);
        waits.push((row('a')?.dueAt ?? 0) - clock.at);
        clock.at = row('a')?.dueAt ?? 0;
        runner.nudge();
      }
      expect(waits.slice(-4)).to.deep.equal([512_000, 600_000, 600_000, 600_000]);
      expect(events.filter((event) => event.startsWith('alarm'))).to.deep.equal(['alarm job-keeps-failing', 'alarm job-keeps-failing']);
    });
  }

  it('does not give up a job that failed once after many good runs', async () => {
    let runs = 0;
    const { runner, clock, enqueue, row, events } = workshop(async () => {
      runs += 1;
      if (runs === 10 || runs === 12 || runs === 14) throw new Error('blip');
      return runs < 16 ? { kind: 'again', dueAt: clock.at } : { kind: 'done' };
    });
    await enqueue('a');
    runner.start();
    await until(() => {
      if (row('a')?.state === 'READY' && (row('a')?.dueAt ?? 0) > clock.at) clock.at = row('a')?.dueAt ?? 0;
      return row('a')?.state === 'DONE';
    });
    expect([runs, clock.at - noon, events.filter((event) => event.startsWith('alarm'))]).to.deep.equal([16, 3_000, []]);
  });

  it('never lets one job’s faults stop another', async () => {
    const { runner, enqueue, row } = workshop(async (key) => { if (key === 'bad') throw new Error('x'); return { kind: 'done' }; }, { limits: { concurrency: 1 } });
    await enqueue('bad');
    await enqueue('good');
    runner.start();
    await until(() => row('good')?.state === 'DONE');
  });

  it('goes on when the board itself fails', async () => {
    const { runner, enqueue, row, events } = workshop(done, {
      board: (board) => {
        let failures = 3;
        return Object.assign(Object.create(board) as JobBoard, { claim: (...args: Parameters<JobBoard['claim']>) => (failures-- > 0 ? Promise.reject(new Error('gone')) : board.claim(...args)), releaseExpired: (now: number) => board.releaseExpired(now), settle: (...args: Parameters<JobBoard['settle']>) => board.settle(...args), archiveDone: async () => 0, forgetArchived: async () => 0, handBack: (owner: string) => board.handBack(owner), onNudge: (listener: Parameters<JobBoard['onNudge']>[0]) => board.onNudge(listener) });
      },
    });
    await enqueue('a');
    runner.start();
    await until(() => row('a')?.state === 'DONE');
    expect(events.filter((event) => event === 'fault job-board')).to.have.lengthOf(3);
  });
});
