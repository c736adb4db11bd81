import { expect } from 'chai';
import { ClockWatch } from '../../../adapters/inbound/jobs/clock-watch.js';
import { quiet, until } from './workshop.js';

describe('the watch over clocks (OPS-04)', () => {
  it('calls somebody while the database’s clock is more than half a minute off, and says when it is right again', async () => {
    const skews = [0, 30_000, 30_001, -40_000, new Error('database away'), 5];
    const events: string[] = [];
    const note = (level: string) => (event: string, fields?: object): void => { events.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`); };
    let asked = 0;
    const watch = new ClockWatch({
      skewMs: async () => {
        const skew = skews[asked++] ?? 5;
        if (skew instanceof Error) throw skew;
        return skew;
      },
      journal: { info: note('info'), warn: note('warn'), alarm: note('alarm'), fault: (event) => { note('fault')(event); } },
    }, 5);
    watch.start();
    await until(() => asked >= skews.length + 2);
    await watch.stop();
    const counted = asked;
    await quiet();
    expect(asked).to.equal(counted);
    expect(events).to.deep.equal(['alarm clock-off {"skewMs":30001}', 'alarm clock-off {"skewMs":-40000}', 'fault clock-watch {}', 'info clock-right-again {"skewMs":5}']);
  });
});
