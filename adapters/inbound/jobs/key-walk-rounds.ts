import type { RenewRows } from '../../../application/operators/renew-rows.js';
import type { Journal } from '../../../application/ports/journal.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 60_000;
/** Between two pages, so that payments have the database to themselves most of the time. */
const breathMs = 200;

export interface KeyWalkRoundsParts { readonly renew: Pick<RenewRows, 'run'>; readonly journal: Pick<Journal, 'fault'> }

/** Brings rows to the keys of today, in every process with a job runner, until there is nothing left to do. */
export class KeyWalkRounds {
  readonly #loop: LookLoop;

  constructor({ renew, journal }: KeyWalkRoundsParts, { lookMs = lookEveryMs, pauseMs = breathMs } = {}) {
    this.#loop = new LookLoop({
      look: async () => { while (this.#loop.isRunning && (await renew.run()).kind === 'page') await new Promise((resolve) => { setTimeout(resolve, pauseMs); }); },
      everyMs: lookMs, fault: 'key-walk', journal,
    });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }
}
