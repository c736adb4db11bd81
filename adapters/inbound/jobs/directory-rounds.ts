import type { CheckDirectoryRows } from '../../../application/operators/check-directory-rows.js';
import type { Journal } from '../../../application/ports/journal.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 3_600_000;

export interface DirectoryRoundsParts { readonly check: Pick<CheckDirectoryRows, 'run'>; readonly journal: Pick<Journal, 'fault'> }

/** Looks through the directory every hour, in every process with a job runner. */
export class DirectoryRounds {
  readonly #loop: LookLoop;

  constructor({ check, journal }: DirectoryRoundsParts, lookMs = lookEveryMs) {
    this.#loop = new LookLoop({ look: () => check.run(), everyMs: lookMs, fault: 'directory-rounds', journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }
}
