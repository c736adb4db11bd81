import { expect } from 'chai';
import { ArchiveRounds } from '../../../adapters/inbound/jobs/archive-rounds.js';
import type { ArchivedPage } from '../../../application/archive/archive-old-orders.js';
import { hourMs, dayMs } from '../../../domain/kernel/china-time.js';
import { noon } from '../../builders/moments.js';
import { HandClock } from '../../contract/persistence/fakes.js';
import { quiet, until } from './workshop.js';

/** One o'clock at night in China. */
const oneAm = noon + 13 * hourMs;
const page = (moved: number, next?: string): ArchivedPage => ({ kind: 'page', moved, stayed: 0, next });

describe('archive rounds', () => {
  let rounds: ArchiveRounds | undefined;
  afterEach(() => rounds?.stop());

  function nights(answers: (call: number) => ArchivedPage | Promise<ArchivedPage>) {
    const clock = new HandClock(oneAm);
    const [asked, ended, events]: [(string | undefined)[], string[], string[]] = [[], [], []];
    const note = (level: string) => (event: string, fields?: object): void => { events.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`); };
    const archive = {
      page: async (_owner: string, after: string | undefined) => { asked.push(after); return answers(asked.length); },
      endTurn: async (owner: string) => { ended.push(owner); },
    };
    rounds = new ArchiveRounds({ archive, owner: 'w1', clock, journal: { info: note('info'), warn: note('warn'), alarm: note('alarm'), fault: (event) => note('fault')(event) } }, 5);
    rounds.start();
    return { clock, asked, ended, events, rounds };
  }

  it('go from page to page to the end, once a night, and hand over', async () => {
    const { clock, asked, ended, events } = nights((call) => (call < 3 ? page(200, String(call)) : page(call === 3 ? 7 : 0)));
    await until(() => ended.length === 1);
    await quiet();
    expect([asked, events]).to.deep.equal([[undefined, '1', '2'], ['info orders-archived {"moved":407}']]);
    clock.at += dayMs;
    await until(() => asked.length === 4);
    expect(asked[3]).to.equal(undefined);
  });

  it('keep to the hours from one to five', async () => {
    const { clock, asked } = nights(() => page(0));
    clock.at = oneAm - 1;
    await quiet();
    clock.at = oneAm + 4 * hourMs;
    await quiet();
    expect(asked).to.deep.equal([]);
    clock.at = oneAm + 4 * hourMs - 1;
    await until(() => asked.length === 1);
  });

  it('end with their hours, and go on from the beginning the next night', async () => {
    const { clock, asked, ended } = nights((call) => {
      if (call === 2) clock.at = oneAm + 4 * hourMs;
      return page(1, String(call));
    });
    await until(() => ended.length > 0);
    expect(asked).to.deep.equal([undefined, '1']);
  });

  it('try again at the next look when it is too early or another’s turn, and after a fault, which is said', async () => {
    const answers: readonly ArchivedPage[] = [{ kind: 'too-early', waitMs: 60_000 }, { kind: 'not-our-turn' }];
    const { asked, events } = nights((call) => {
      const answer = answers[call - 1];
      if (answer) return answer;
      if (call === 3) throw new Error('database away');
      return page(5);
    });
    await until(() => events.length === 2);
    expect([asked, events]).to.deep.equal([[undefined, undefined, undefined, undefined], ['fault archive {}', 'info orders-archived {"moved":5}']]);
  });

  it('stop with the page in hand', async () => {
    let release: (answer: ArchivedPage) => void = () => undefined;
    const { asked, rounds: started } = nights(() => new Promise((resolve) => { release = resolve; }));
    await until(() => asked.length === 1);
    const stopping = started.stop();
    release(page(200, '1'));
    await stopping;
    await quiet();
    expect(asked).to.have.length(1);
  });
});
