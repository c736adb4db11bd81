import { randomBytes, randomInt } from 'node:crypto';
import type { EpochMs } from '../../../domain/kernel/china-time.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Ids } from '../../../application/ports/ids.js';

const sequencesPerMs = 100_000;

/** Milliseconds of one node number that belong to this process alone, both ends included. */
export interface NumberRange { readonly nodeNo: number; readonly from: EpochMs; readonly until: EpochMs }

/**
 * Numbers by time, node and sequence, within the milliseconds that were reserved for this process: whatever the clock does, and however long
 * the process slept, a millisecond of another one is never used. Never goes back: when the clock does, it stays at the last millisecond used;
 * when the clock is past the reserved ones, at the last of those. The sequence starts at a random place each millisecond, so that volumes
 * cannot be read from numbers.
 */
export class NumberMaker implements Ids {
  readonly #clock: Clock;
  #range: NumberRange | undefined;
  #lastMs = 0;
  #sequence = 0;
  #usedInMs = 0;
  #whenShort: () => void = () => undefined;

  constructor(clock: Clock, range?: NumberRange) {
    this.#clock = clock;
    if (range) this.adopt(range);
  }

  /** From now on numbers come from this range. A range that goes on where the present one ends may have the same `from`. */
  adopt(range: NumberRange): void {
    if (!Number.isInteger(range.nodeNo) || range.nodeNo < 0 || range.nodeNo > 999) throw new RangeError(`node number must be 0 to 999, not ${range.nodeNo}`);
    if (range.nodeNo !== this.#range?.nodeNo) [this.#lastMs, this.#usedInMs] = [0, 0];
    this.#range = range;
  }

  /** `listener` is called when the clock has passed the reserved milliseconds: more are wanted soon. */
  onShort(listener: () => void): void { this.#whenShort = listener; }

  /** Last millisecond of the present node number that was used; 0: none yet. */
  get lastMs(): EpochMs { return this.#lastMs; }

  /** Makes no further number: what was reserved is given back. */
  end(): void { this.#range = undefined; }

  next(): string {
    if (!this.#range) throw new Error('no node number is held, so no platform number can be made');
    const { nodeNo, from, until } = this.#range;
    const now = this.#clock.now();
    if (now > until) this.#whenShort();
    const ms = Math.max(Math.min(now, until), from, this.#lastMs);
    if (ms > this.#lastMs || this.#usedInMs >= sequencesPerMs) this.#begin(ms > this.#lastMs ? ms : this.#lastMs + 1, until);
    const number = platformNumber(this.#lastMs, nodeNo, this.#sequence);
    this.#sequence = (this.#sequence + 1) % sequencesPerMs;
    this.#usedInMs += 1;
    return number;
  }

  token(): string {
    return randomBytes(24).toString('base64url');
  }

  #begin(ms: EpochMs, until: EpochMs): void {
    if (ms > until) throw new Error('the reserved platform numbers are used up; more could not be reserved in time');
    this.#lastMs = ms;
    this.#sequence = randomInt(sequencesPerMs);
    this.#usedInMs = 0;
  }
}
