import { randomBytes, randomInt } from 'node:crypto';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Ids } from '../../../application/ports/ids.js';

const sequencesPerMs = 100_000;

/**
 * Numbers by time, node and sequence. Never goes back: when the clock does, it stays at the last millisecond used. The sequence starts at a
 * random place each millisecond, so that volumes cannot be read from numbers.
 */
export class NumberMaker implements Ids {
  readonly #clock: Clock;
  readonly #node: number;
  #lastMs = 0;
  #sequence = 0;
  #usedInMs = 0;

  constructor(clock: Clock, node: number) {
    if (!Number.isInteger(node) || node < 0 || node > 999) throw new RangeError(`node number must be 0 to 999, not ${node}`);
    this.#clock = clock;
    this.#node = node;
  }

  next(): string {
    const now = Math.max(this.#clock.now(), this.#lastMs);
    if (now > this.#lastMs || this.#usedInMs >= sequencesPerMs) {
      this.#lastMs = now > this.#lastMs ? now : this.#lastMs + 1;
      this.#sequence = randomInt(sequencesPerMs);
      this.#usedInMs = 0;
    }
    const number = platformNumber(this.#lastMs, this.#node, this.#sequence);
    this.#sequence = (this.#sequence + 1) % sequencesPerMs;
    this.#usedInMs += 1;
    return number;
  }

  token(): string {
    return randomBytes(24).toString('base64url');
  }
}
