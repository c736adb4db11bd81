import type { Clock } from '../../../application/ports/clock.js';
import type { JobOutcome, SettleJob } from '../../../application/ports/jobs.js';
import { Turns } from '../../../application/ports/turns.js';

export interface KeyedWork { run(key: string, settle: SettleJob): Promise<JobOutcome> }

const waitForPlaceMs = 2_000;

/**
 * Places of a job runner that several kinds of work may take together. Each system around the payments has a bound of its own; on a day when all of them
 * hang at once these add up to the whole runner, and callbacks would wait (design 4.9).
 */
export class SharedPlaces {
  readonly #most: number;
  readonly #clock: Pick<Clock, 'now'>;
  #taken = 0;

  constructor(most: number, clock: Pick<Clock, 'now'>) {
    [this.#most, this.#clock] = [most, clock];
  }

  /** The same work, sent away for a moment where no place is free. Each kind waits in a line of its own: the backlog of one is not in front of the others. */
  sharing(work: KeyedWork): KeyedWork {
    const turns = new Turns();
    return {
      run: async (key, settle) => {
        if (this.#taken >= this.#most) return { kind: 'again', dueAt: turns.next(this.#clock.now(), waitForPlaceMs) };
        this.#taken += 1;
        try {
          return await work.run(key, settle);
        } finally {
          this.#taken -= 1;
        }
      },
    };
  }
}
