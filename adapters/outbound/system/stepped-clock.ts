import type { Clock } from '../../../application/ports/clock.js';

/** A clock that can be moved forward through the control port: embedded and test profiles only (design section 3). */
export class SteppedClock implements Clock {
  #offsetMs: number;
  readonly #listeners = new Set<() => void>();

  constructor(offsetMs = 0) {
    this.#offsetMs = offsetMs;
  }

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Moves forward by `ms`, never back, and wakes sleepers whose time has come. */
  advance(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`cannot advance a clock by ${ms} ms`);
    this.#offsetMs += ms;
    for (const listener of [...this.#listeners]) listener();
  }

  onAdvance(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  async sleep(ms: number): Promise<void> {
    const until = this.now() + ms;
    await new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout;
      const check = (): void => {
        clearTimeout(timer);
        const leftMs = until - this.now();
        if (leftMs > 0) { timer = setTimeout(check, Math.min(leftMs, 60_000)); return; }
        this.#listeners.delete(check);
        resolve();
      };
      this.#listeners.add(check);
      timer = setTimeout(check, Math.min(ms, 60_000));
    });
  }
}
