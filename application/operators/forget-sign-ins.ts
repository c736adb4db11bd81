import { endedSessionKeptMs } from '../../domain/operators/session.js';
import type { OperatorParts } from './operator-parts.js';

/** Batches of one run, of each kind; the next one goes on. */
const maxBatches = 20;

/** Deletes what sign-ins leave behind: sessions that ended long ago, and counts of wrong tries that count no more. Strangers may leave as many of those as they have addresses and guess names. Every process may do it at any time. */
export class ForgetSignIns {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'clock'>;

  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'clock'>) {
    this.#parts = parts;
  }

  async run(): Promise<{ readonly sessions: number; readonly tries: number }> {
    return { sessions: await this.#sessions(), tries: await this.#tries() };
  }

  async #sessions(): Promise<number> {
    const before = this.#parts.clock.now() - endedSessionKeptMs;
    let forgotten = 0;
    for (let batch = 0; batch < maxBatches; batch++) {
      const some = await this.#parts.unitOfWork.run(({ operators }) => operators.forgetSessions(before));
      if (some === 0) break;
      forgotten += some;
    }
    return forgotten;
  }

  async #tries(): Promise<number> {
    let [forgotten, after]: [number, string | undefined] = [0, undefined];
    for (let batch = 0; batch < maxBatches; batch++) {
      const page: { readonly forgotten: number; readonly next: string | undefined } = await this.#parts.unitOfWork.run(({ operators }) => operators.forgetTries(this.#parts.clock.now(), after));
      forgotten += page.forgotten;
      if (page.next === undefined) break;
      after = page.next;
    }
    return forgotten;
  }
}
