import type { ForgetChallenges } from '../../../application/operators/forget-challenges.js';
import type { ForgetSignIns } from '../../../application/operators/forget-sign-ins.js';
import type { Journal } from '../../../application/ports/journal.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 60_000;

export interface ChallengeRoundsParts { readonly forget: Pick<ForgetChallenges, 'run'>; readonly forgetSignIns: Pick<ForgetSignIns, 'run'>; readonly journal: Pick<Journal, 'fault'> }

/** Tidies behind sign-ins, in every process with a job runner. */
export class ChallengeRounds {
  readonly #loop: LookLoop;

  constructor({ forget, forgetSignIns, journal }: ChallengeRoundsParts, lookMs = lookEveryMs) {
    this.#loop = new LookLoop({ look: async () => {
        await forget.run();
        await forgetSignIns.run();
      }, everyMs: lookMs, fault: 'challenge-rounds', journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }
}
