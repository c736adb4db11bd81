import type { EpochMs } from '../../domain/kernel/china-time.js';

/**
 * Forty in a second. Each look of a job that waits costs the database a claim and its end, and forty of them nobody notices. It is also how fast a backlog
 * that an outage left behind comes back, so that it must not be much slower than what the places let pass: four with calls of a tenth of a second each let
 * forty pass. Turns at the pace of the calls themselves would be fewer while a system hangs, and would keep thousands away for hours once it answers again.
 */
export const turnSpacingMs = 25;

/** Turns further apart than `turnSpacingMs`, or closer, as long as the line is no longer than this. */
export interface LinePace { readonly spacingMs: number; readonly withinMs: number }

/**
 * When jobs that found no place come again: after their usual wait, and no closer behind each other than the spacing, so that ten thousand that wait for
 * a hanging system look forty times a second, not all of them every few seconds. A line of that length takes four minutes, one of a hundred thousand
 * forty: so long its last job may wait although the system answers again, and whoever is new and finds a place goes before it. That is the price of
 * a load that does not grow with the backlog; a line of a few knows nothing of it. One line for each kind of work and process, kept nowhere: after a
 * restart each job looks once when it is due, and is given a turn anew.
 */
export class Turns {
  #lastAt: EpochMs = -Infinity;
  #givenAt: EpochMs = -Infinity;

  /** `waitMs`: how long one is sent away who is alone. */
  next(now: EpochMs, waitMs: number, { spacingMs, withinMs }: LinePace = { spacingMs: turnSpacingMs, withinMs: Infinity }): EpochMs {
    // A clock that was set back: the turns of its old time are in nobody's way.
    if (now < this.#givenAt) this.#lastAt = -Infinity;
    this.#givenAt = now;
    const atPace = Math.min(this.#lastAt + spacingMs, now + withinMs);
    this.#lastAt = Math.max(now + Math.min(waitMs, withinMs), atPace, this.#lastAt + Math.min(spacingMs, turnSpacingMs));
    return this.#lastAt;
  }
}
