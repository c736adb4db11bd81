import { expect } from 'chai';
import { ForgettingRounds } from '../../../adapters/inbound/jobs/forgetting-rounds.js';
import type { ForgottenPage } from '../../../application/keeping/forget-old.js';
import { dayMs, hourMs } from '../../../domain/kernel/china-time.js';
import { noon } from '../../builders/moments.js';
import { HandClock } from '../../contract/persistence/fakes.js';
import { quiet, until } from './workshop.js';

/** One o'clock at night in China. */
const oneAm = noon + 13 * hourMs;
const page = (forgotten: number, isLast: boolean): ForgottenPage => ({ kind: 'page', forgotten, isLast });
const elsewhere: ForgottenPage = { kind: 'not-our-turn' };

describe('rounds of forgetting', () => {
  let rounds: ForgettingRounds | undefined;
  afterEach(() => rounds?.stop());

  function nights(answers: (call: number) => ForgottenPage | Promise<ForgottenPage>) {
    const clock = new HandClock(oneAm);
    const [asked, ended, events]: [string[], string[], string[]] = [[], [], []];
    const note = (level: string) => (event: string, fields?: object): void => { events.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`); };
    const forget = {
      page: async (_owner: string, kind: string) => { asked.push(kind); return answers(asked.length); },
      endTurn: async (owner: string) => { ended.push(owner); },
    };
    rounds = new ForgettingRounds({ forget, owner: 'w1', clock, journal: { info: note('info'), warn: note('warn'), alarm: note('alarm'), fault: (event) => note('fault')(event) } }, 5);
    rounds.start();
    return { clock, asked, ended, events };
  }

  it('go through all texts and then all issues, once a night', async () => {
    const { clock, asked, ended, events } = nights((call) => [page(100, false), page(3, true), page(20, false), page(0, true)][call - 1] ?? page(0, true));
    await until(() => ended.length === 1);
    await quiet();
    expect([asked, events]).to.deep.equal([['texts', 'texts', 'issues', 'issues'], ['info forgotten {"rows":123}']]);
    clock.at += dayMs;
    await until(() => asked.length === 6);
    expect(events).to.have.length(1);
  });

  it('come again where another process is at one of them, and after a fault in one, which is said and keeps nobody from the other', async () => {
    const { asked, ended, events } = nights((call) => (call === 1 ? elsewhere : call === 3 ? Promise.reject(new Error('power cut')) : page(0, true)));
    await until(() => ended.length === 3);
    await quiet();
    expect(asked).to.deep.equal(['texts', 'issues', 'texts', 'issues', 'texts', 'issues']);
    expect(events).to.deep.equal(['fault forgetting {}']);
  });

  it('keep to the hours from one to five', async () => {
    const { clock, asked } = nights(() => page(0, true));
    clock.at = oneAm - 1;
    await quiet();
    expect(asked).to.deep.equal([]);
    clock.at = oneAm + 4 * hourMs - 1;
    await until(() => asked.length === 2);
  });
});
