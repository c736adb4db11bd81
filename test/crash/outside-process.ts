import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askJson } from '../../bootstrap/profiles/embedded/outside-link.js';
import type { Premises } from './premises.js';

const dayMs = 86_400_000;
const chinaOffsetMs = 8 * 3_600_000;
/** A run begins at this time of the day in China, so that no run depends on when it was started (UnionPay's day ends at 23:00). */
const beginsAtMs = 9 * 3_600_000;

/** The simulated outside in a process that outlives every killed platform. Ends with this process. */
export class OutsideProcess {
  readonly #premises: Premises;
  #child: ChildProcess | undefined;
  #offsetMs = 0;
  /** Every step of the clock: the moment from which it was stepped, and how far. */
  readonly jumps: { readonly from: number; readonly ms: number }[] = [];

  constructor(premises: Premises) {
    this.#premises = premises;
  }

  async start(): Promise<void> {
    const file = fileURLToPath(new URL('../../bootstrap/profiles/embedded/outside-world.js', import.meta.url));
    const log = openSync(join(this.#premises.dataFolder, 'outside.log'), 'a');
    const child = fork(file, { env: this.#premises.outsideEnvironment ?? this.#premises.environment, stdio: ['ignore', 'ignore', log, 'ipc'] });
    closeSync(log);
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the simulators ended with ${code ?? '?'}`)));
    });
    const timeOfDayMs = (Date.now() + chinaOffsetMs) % dayMs;
    await askJson('POST', `${this.#premises.outsideUrl}/sim/clock/advance`, { ms: (beginsAtMs - timeOfDayMs + dayMs) % dayMs });
    await this.readClock();
  }

  /** The city's time, as last read. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  async readClock(): Promise<void> {
    const { offsetMs } = await askJson<{ offsetMs: number }>('GET', `${this.#premises.outsideUrl}/sim/clock`);
    if (offsetMs > this.#offsetMs) this.jumps.push({ from: this.now(), ms: offsetMs - this.#offsetMs });
    this.#offsetMs = offsetMs;
  }

  /** Steps the clock of outside and platform together, through the platform; false when the platform is down just now. */
  async advance(ms: number): Promise<boolean> {
    const done = await askJson('POST', `${this.#premises.managementUrl}/control/clock/advance`, { ms }).then(() => true, () => false);
    await this.readClock();
    return done;
  }

  stop(): void {
    this.#child?.removeAllListeners('exit');
    this.#child?.kill('SIGTERM');
  }
}
