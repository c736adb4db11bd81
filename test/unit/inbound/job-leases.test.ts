import { expect } from 'chai';
import sinon from 'sinon';
import { noon } from '../../builders/moments.js';
import { done, held, quiet, stopAll, until, workshop } from './workshop.js';

describe('leases and stopping of the runner', () => {
  afterEach(stopAll);

  it('returns to the queue what a dead process had claimed', async () => {
    const { runner, store, clock, enqueue, row, events } = workshop(done);
    await enqueue('a');
    await store.jobBoard.claim('dead', noon, 60_000, 5);
    runner.start();
    await quiet();
    expect(row('a')?.state).to.equal('CLAIMED');
    clock.at += 60_000;
    await until(() => row('a')?.state === 'DONE');
    expect(events).to.include('warn jobs-released');
  });

  it('goes on looking for such jobs after its clock was set back', async () => {
    const { runner, store, clock, enqueue, row } = workshop(done);
    runner.start();
    await quiet();
    clock.at -= 3_600_000;
    await enqueue('a', clock.at + 1);
    clock.at += 1;
    await store.jobBoard.claim('dead', clock.at, 5, 5);
    clock.at += 10;
    await until(() => row('a')?.state === 'DONE');
  });

  it('asks for such jobs once in the wait between two looks, however often it is nudged', async () => {
    let swept = sinon.spy();
    const { runner, clock, enqueue, row } = workshop(done, { limits: { pollMs: 60_000 }, board: (board) => { swept = sinon.spy(board, 'releaseExpired'); return board; } });
    runner.start();
    for (const key of ['a', 'b', 'c']) {
      await enqueue(key);
      await until(() => row(key)?.state === 'DONE');
    }
    expect(swept.callCount).to.equal(1);
    clock.at += 60_000;
    runner.nudge();
    await until(() => swept.callCount === 2);
  });

  it('counts a job whose lease went to somebody else as lost, not as done', async () => {
    const { begun, handler, release } = held();
    const { runner, store, clock, enqueue, row, outcomes } = workshop(handler, { limits: { pollMs: 60_000 } });
    await enqueue('a');
    runner.start();
    await until(() => begun.length === 1);
    clock.at += 60_000;
    await store.jobBoard.releaseExpired(clock.at);
    await store.jobBoard.claim('w2', clock.at, 60_000, 5);
    release();
    await until(() => outcomes.length === 1);
    expect([outcomes, row('a')?.state, row('a')?.owner]).to.deep.equal([['lease-lost'], 'CLAIMED', 'w2']);
  });

  it('keeps its second run of a job from being settled by the first, whose lease it had lost', async () => {
    const gates: ((outcome: 'done' | 'fault') => void)[] = [];
    const { runner, store, clock, enqueue, row, outcomes } = workshop(async () => {
      const end = await new Promise<'done' | 'fault'>((resolve) => { gates.push(resolve); });
      if (end === 'fault') throw new Error('too late');
      return { kind: 'done' };
    }, { limits: { concurrency: 3 } });
    await enqueue('a');
    runner.start();
    await until(() => gates.length === 1);
    clock.at += 60_000;
    await until(() => gates.length === 2);
    clock.at += 60_000;
    await until(() => gates.length === 3);
    gates[0]?.('done');
    gates[1]?.('fault');
    await until(() => outcomes.length === 2);
    expect([outcomes.includes('done'), row('a')?.state]).to.deep.equal([false, 'CLAIMED']);
    gates[2]?.('done');
    await until(() => outcomes.length === 3);
    expect([outcomes.at(-1), row('a')?.state, await store.jobBoard.nextDueAt()]).to.deep.equal(['done', 'DONE', undefined]);
  });

  it('waits for work in hand when it stops, and begins nothing more', async () => {
    const { begun, handler, release } = held();
    const { runner, enqueue, row, events } = workshop(handler, { limits: { concurrency: 1, drainMs: 2_000 } });
    await enqueue('a');
    await enqueue('b');
    runner.start();
    await until(() => begun.length === 1);
    const stopping = runner.stop();
    await quiet();
    release();
    await stopping;
    await quiet();
    expect([begun, row('a')?.state, row('b')?.state]).to.deep.equal([['a'], 'DONE', 'READY']);
    expect(events).to.deep.equal([]);
  });

  it('hands back what does not end in time, so that another takes it at once', async () => {
    const { begun, handler, release } = held();
    const { runner, enqueue, row, events, outcomes } = workshop(handler, { limits: { drainMs: 20 } });
    await enqueue('a');
    runner.start();
    await until(() => begun.length === 1);
    await runner.stop();
    expect([row('a')?.state, row('a')?.owner, events]).to.deep.equal(['READY', undefined, ['info jobs-handed-back']]);
    release();
    await until(() => outcomes.length === 1);
    expect([outcomes, row('a')?.state]).to.deep.equal([['lease-lost'], 'READY']);
  });

  it('looks no more once it has stopped', async () => {
    const handler = sinon.spy(done);
    const { runner, enqueue } = workshop(handler);
    runner.start();
    await runner.stop();
    await enqueue('a');
    runner.nudge();
    await quiet();
    expect(handler.callCount).to.equal(0);
  });
});
