import { expect } from 'chai';
import { Callers } from './callers.js';
import { Installation } from './installation.js';

/** A connection that was just being handed to a killed process may break a moment after the kill. */
const handOverMs = 500;

describe('two processes behind one port, under load', () => {
  const installation = new Installation();
  before(async function () {
    this.timeout(90_000);
    await installation.start({ TONGJIAO_WORKERS: '2', TONGJIAO_DRAIN_MS: '1500', TONGJIAO_LOG_LEVEL: 'info' });
  });
  after(async function () {
    this.timeout(60_000);
    await installation.remove();
  });
  const rolled = async (times: number): Promise<void> => {
    installation.signal('SIGHUP');
    await installation.until(`rolling restart ${times}`, () => installation.lines('rolling-restart-done').length >= times || undefined);
  };

  it('fails no request while every process is replaced, twice, and only those in hand when one is killed; repeats are answered the same', async function () {
    this.timeout(120_000);
    const callers = new Callers(installation, 4, 2);
    await installation.until('some answers', () => callers.answered > 20 || undefined);
    await rolled(1);
    expect(callers.troubles, 'failed during the first rolling restart').to.deep.equal([]);

    const victim = installation.lines('started').at(-1)?.process ?? 0;
    const started = installation.lines('started').length;
    const answeredBefore = callers.answered;
    const killedAt = performance.now();
    process.kill(victim, 'SIGKILL');
    await installation.until('a new process', () => installation.lines('started').length > started || undefined);
    const inHand = callers.troubles.splice(0);
    expect(inHand.filter(({ began }) => began > killedAt + handOverMs), 'failed although sent after the kill').to.deep.equal([]);
    expect(callers.answered).to.be.above(answeredBefore);

    await rolled(2);
    const answered = callers.answered;
    await installation.until('answers of the newest processes', () => callers.answered > answered + 20 || undefined);
    await callers.stop();
    expect(callers.troubles, 'failed during the second rolling restart').to.deep.equal([]);
    expect(installation.lines('process-ended').map((line) => line.process)).to.deep.equal([victim]);
    expect(installation.lines('started')).to.have.length(7);

    const numbers = [...callers.told.values()].flatMap((told) => [...told]);
    expect(numbers.length, 'one number for each order, whoever answered').to.equal(callers.told.size);
    expect(new Set(numbers).size, 'no number twice').to.equal(numbers.length);
    expect(numbers.length).to.be.above(30);
  });
});
