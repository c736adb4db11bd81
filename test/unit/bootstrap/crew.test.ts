import { expect } from 'chai';
import type { Journal } from '../../../application/ports/journal.js';
import { ConfigError } from '../../../bootstrap/config.js';
import { Crew } from '../../../bootstrap/crew/crew.js';
import type { MemberProcess } from '../../../bootstrap/crew/member-link.js';
import type { FromMember, ToMember } from '../../../bootstrap/crew/messages.js';

type Manner = 'serves' | 'ends' | 'hangs' | 'stays';

/** A process as the crew sees it. `serves`: comes up; `ends`: falls over before; `hangs`: does neither; `stays`: comes up and does not leave. */
class PlayedProcess implements MemberProcess {
  static lastPid = 0;
  readonly pid = ++PlayedProcess.lastPid;
  readonly heard: ToMember[] = [];
  isAlive = true;
  readonly #manner: Manner;
  readonly #told: string[];
  #message: (message: FromMember) => void = () => undefined;
  #exit: (how: string) => void = () => undefined;

  constructor(manner: Manner, told: string[]) {
    this.#manner = manner;
    this.#told = told;
    setImmediate(() => {
      if (manner === 'ends') this.end('exit 1');
      else this.#message({ kind: 'hello' });
    });
  }

  send(message: ToMember): void {
    this.heard.push(message);
    if (message.kind === 'begin' && this.#manner !== 'hangs') {
      this.#told.push(`${this.pid} serves`);
      this.#message({ kind: 'ready', credentialsFile: 'file' });
    }
    if (message.kind !== 'stop') return;
    this.#told.push(`${this.pid} leaves`);
    this.#message({ kind: 'farewell', metrics: [{ name: 'n', help: 'h', type: 'counter', aggregator: 'sum', values: [{ value: 1, labels: {} }] }] });
    if (this.#manner !== 'stays') setImmediate(() => this.end('exit 0'));
  }
  kill(): void { this.end('SIGKILL'); }
  onMessage(listener: (message: FromMember) => void): void { this.#message = listener; }
  onExit(listener: (how: string) => void): void { this.#exit = listener; }

  end(how: string): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.#exit(how);
  }
}

const later = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

describe('a crew of processes', () => {
  let made: PlayedProcess[];
  let told: string[];
  let events: string[];
  let gaveUp: string | undefined;
  /** How the coming processes behave; the last goes on for ever. */
  const crewOf = (size: number, ...manners: readonly Manner[]): Crew => {
    [made, told, events, gaveUp] = [[], [], [], undefined];
    PlayedProcess.lastPid = 0;
    const note = (event: string): void => { events.push(event); };
    return new Crew({
      size, clockOffsetMs: () => 5, provisions: true, journal: { info: note, warn: note, alarm: note, fault: note } satisfies Journal, giveUp: (sentence) => { gaveUp = sentence; },
      fork: () => {
        const process = new PlayedProcess(manners[Math.min(made.length, manners.length - 1)] ?? 'serves', told);
        made.push(process);
        return process;
      },
      times: { firstPauseMs: 2, mostPauseMs: 8, readyMs: 60, leaveMs: 60 },
    });
  };
  const living = (): number => made.filter(({ isAlive }) => isAlive).length;

  it('begins with one process, which makes the demo city, and then the others', async () => {
    const crew = crewOf(3);
    expect(await crew.start()).to.deep.equal({ credentialsFile: 'file' });
    expect(made.map(({ heard }) => heard[0])).to.deep.equal([true, false, false].map((provisions) => ({ kind: 'begin', begin: { clockOffsetMs: 5, provisions } })));
    expect(crew.serving).to.have.length(3);
  });

  it('does not start, with a sentence, when the first process ends before it serves', async () => {
    const error = await crewOf(3, 'ends').start().then(() => undefined, (thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ConfigError);
    expect(String(error)).to.include('does not start').and.include('exit 1');
    expect(made).to.have.length(1);
  });

  it('starts with those that serve when one of the others falls over meanwhile, and tries that one again', async () => {
    const crew = crewOf(3, 'serves', 'ends', 'serves');
    await crew.start();
    expect([crew.serving.length, events]).to.deep.equal([2, ['process-not-started']]);
    await later(40);
    expect([crew.serving.length, gaveUp]).to.deep.equal([3, undefined]);
  });

  it('ends a process that neither serves nor ends, and does not start', async () => {
    expect(String(await crewOf(1, 'hangs').start().catch((thrown: unknown) => thrown))).to.include('SIGKILL');
  });

  it('replaces a process that ended by itself', async () => {
    const crew = crewOf(2);
    await crew.start();
    made[0]?.end('SIGKILL');
    await later(40);
    expect([living(), crew.serving.length, events]).to.deep.equal([2, 2, ['process-ended']]);
  });

  it('goes on trying with ever longer pauses while another process serves', async () => {
    const crew = crewOf(2, 'serves', 'serves', 'ends');
    await crew.start();
    made[1]?.end('exit 1');
    await later(150);
    expect(made.length).to.be.within(7, 40);
    expect([gaveUp, crew.serving.length]).to.deep.equal([undefined, 1]);
    await crew.stop();
  });

  it('gives up with a sentence when nobody serves and nobody can be started', async () => {
    const crew = crewOf(2, 'serves', 'serves', 'ends');
    await crew.start();
    made[0]?.end('exit 1');
    made[1]?.end('exit 1');
    await later(150);
    expect(gaveUp).to.include('in a row').and.include('exit 1');
    const count = made.length;
    await later(50);
    expect(made).to.have.length(count);
  });

  it('replaces every process in a rolling restart, the new one serving before the old one leaves', async () => {
    const crew = crewOf(2);
    await crew.start();
    await crew.roll();
    expect(told).to.deep.equal(['1 serves', '2 serves', '3 serves', '1 leaves', '4 serves', '2 leaves']);
    expect(made.slice(0, 2).map(({ heard }) => heard.at(-1))).to.deep.equal([{ kind: 'stop', ending: 'process' }, { kind: 'stop', ending: 'process' }]);
    expect([living(), events]).to.deep.equal([2, ['rolling-restart', 'rolling-restart-done']]);
  });

  it('rolls once more when asked while it rolls', async () => {
    const crew = crewOf(2);
    await crew.start();
    await Promise.all([crew.roll(), crew.roll(), crew.roll()]);
    expect([made.length, living()]).to.deep.equal([6, 2]);
  });

  it('keeps the old processes when a new one does not come up', async () => {
    const crew = crewOf(2, 'serves', 'serves', 'ends', 'serves');
    await crew.start();
    await crew.roll();
    await later(40);
    expect(told.filter((line) => line.includes('leaves'))).to.deep.equal([]);
    expect(events).to.include('rolling-restart-stopped');
    expect(crew.serving.map(({ pid }) => pid)).to.deep.equal([1, 2]);
  });

  it('has as many as wanted when one falls over in the middle of a rolling restart', async () => {
    const crew = crewOf(3);
    await crew.start();
    const rolled = crew.roll();
    made[1]?.end('SIGKILL');
    await rolled;
    await later(40);
    expect([crew.serving.length, living()]).to.deep.equal([3, 3]);
  });

  it('ends a process that does not leave', async () => {
    const crew = crewOf(1, 'stays', 'serves');
    await crew.start();
    await crew.roll();
    expect(events).to.include('process-left-badly');
    expect([living(), crew.serving.map(({ pid }) => pid)]).to.deep.equal([1, [2]]);
  });

  it('stops all together, replaces nobody any more, and keeps what they counted', async () => {
    const crew = crewOf(2);
    await crew.start();
    await crew.stop();
    await later(20);
    expect([living(), made.length, gaveUp]).to.deep.equal([0, 2, undefined]);
    expect(made.map(({ heard }) => heard.at(-1))).to.deep.equal([{ kind: 'stop', ending: 'host' }, { kind: 'stop', ending: 'host' }]);
    expect((crew.keptMetrics[0] as { values: readonly { value: number }[] }).values[0]?.value).to.equal(2);
    await crew.roll();
    expect(made).to.have.length(2);
  });
});
