import { PasswordsBusyError } from '../../../../application/ports/passwords.js';

/** libuv has four threads, which name look-ups and files of everybody else need as well. */
const MOST_AT_ONCE = 2;
/** At a third of a second each, the last one waits some nine seconds; who comes after it is better told at once. */
const MOST_WAITING = 50;

/** Lets slow work through a few at a time, in the order in which it came, and turns away what would wait too long. */
export class DerivationGate {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce = MOST_AT_ONCE, mostWaiting = MOST_WAITING) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Throws PasswordsBusyError, without starting the work, where too many wait already. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#atOnce) this.#running++;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // Whoever waited longest takes over the place; were it given back first, a newcomer could slip in between.
      if (next) next();
      else this.#running--;
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) throw new PasswordsBusyError('too many passwords are being checked');
    return new Promise((resolve) => { this.#waiting.push(resolve); });
  }
}

/** One for all: a second instance of anything must not double the load on the threads. */
export const gateOfThisProcess = new DerivationGate();
