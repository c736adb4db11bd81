import { challengeValidMs } from '../../domain/operators/challenge.js';
import type { OperatorParts } from './operator-parts.js';

/** Batches of one run; the next one goes on. */
const maxBatches = 20;

/** Deletes questions that nobody can answer any more: each page of the sign-in leaves one, and strangers may ask for as many as they like. Every process may do it at any time. */
export class ForgetChallenges {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'clock'>;

  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'clock'>) {
    this.#parts = parts;
  }

  /** How many. Twice their time is left to them, for processes whose clocks differ a little. */
  async run(): Promise<number> {
    const before = this.#parts.clock.now() - 2 * challengeValidMs;
    let forgotten = 0;
    for (let batch = 0; batch < maxBatches; batch++) {
      const some = await this.#parts.unitOfWork.run(({ operators }) => operators.forgetChallenges(before));
      if (some === 0) break;
      forgotten += some;
    }
    return forgotten;
  }
}
