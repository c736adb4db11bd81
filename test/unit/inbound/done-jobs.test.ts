import { expect } from 'chai';
import sinon from 'sinon';
import type { JobBoard } from '../../../application/ports/jobs.js';
import { noon } from '../../builders/moments.js';
import { done, quiet, stopAll, until, workshop } from './workshop.js';

const dayMs = 86_400_000;

describe('jobs that are done', () => {
  afterEach(stopAll);

  /** A runner over a board whose `archiveDone` is `forget`. */
  const forgetting = (forget: JobBoard['archiveDone'], forgetArchived: JobBoard['forgetArchived'] = async () => 0) => workshop(done, { limits: { drainMs: 2_000 }, board: (board) => { board.archiveDone = forget; board.forgetArchived = forgetArchived; return board; } });

  it('leave the board thirty days after they were due', async () => {
    const { runner, clock, enqueue, row } = workshop(done);
    await enqueue('a');
    runner.start();
    await until(() => row('a')?.state === 'DONE');
    clock.at = noon + 30 * dayMs;
    await quiet();
    expect(row('a')?.state).to.equal('DONE');
    clock.at += 60_000;
    await until(() => row('a') === undefined);
  });

  it('are looked for at most once a minute, a page at a time', async () => {
    const forget = sinon.stub<[number, number], Promise<number>>().resolves(3);
    const { runner, clock } = forgetting(forget);
    runner.start();
    await quiet();
    clock.at += 59_999;
    await quiet();
    expect(forget.args).to.deep.equal([[noon - 30 * dayMs, 500]]);
    clock.at += 1;
    await until(() => forget.callCount === 2);
    await quiet();
    expect(forget.callCount).to.equal(2);
  });

  it('leave page after page when many are due, up to a limit a minute', async () => {
    const forget = sinon.stub<[number, number], Promise<number>>().resolves(500);
    const { runner, clock } = forgetting(forget);
    runner.start();
    await until(() => forget.callCount === 20);
    await quiet();
    expect(forget.callCount).to.equal(20);
    forget.onCall(21).resolves(499);
    clock.at += 60_000;
    await until(() => forget.callCount === 22);
    await quiet();
    expect(forget.callCount).to.equal(22);
  });

  it('stop nobody’s work when they cannot be archived, and are tried again a minute later', async () => {
    const forget = sinon.stub<[number, number], Promise<number>>().rejects(new Error('gone'));
    const { runner, clock, enqueue, row, events } = forgetting(forget);
    await enqueue('a');
    runner.start();
    await until(() => row('a')?.state === 'DONE' && forget.callCount === 1);
    await quiet();
    expect(events).to.deep.equal(['fault job-board']);
    clock.at += 60_000;
    await until(() => forget.callCount === 2);
  });

  it('hold up no other job while they are being archived, but a stop waits for them', async () => {
    let release: (count: number) => void = () => undefined;
    const forget = sinon.spy(() => new Promise<number>((resolve) => { release = resolve; }));
    const { runner, enqueue, row } = forgetting(forget);
    runner.start();
    await until(() => forget.callCount === 1);
    await enqueue('a');
    await until(() => row('a')?.state === 'DONE');
    let stopped = false;
    const stopping = runner.stop().then(() => { stopped = true; });
    await quiet();
    expect(stopped).to.equal(false);
    release(500);
    await stopping;
    expect(forget.callCount).to.equal(1);
  });

  it('are forgotten in the archive a hundred and twenty days after they were due, page after page', async () => {
    const forgetArchived = sinon.stub<[number, number], Promise<number>>().resolves(3).onFirstCall().resolves(500);
    const { runner } = forgetting(async () => 0, forgetArchived);
    runner.start();
    await until(() => forgetArchived.callCount === 2);
    await quiet();
    expect(forgetArchived.args).to.deep.equal([[noon - 120 * dayMs, 500], [noon - 120 * dayMs, 500]]);
  });
});
