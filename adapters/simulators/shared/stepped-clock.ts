/** The time of the simulated world: the wall clock plus an offset that can be moved forward. Timers wake when it is moved. */
export class SteppedClock {
  #offsetMs = 0;
  readonly #listeners = new Set<() => void>();

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Moves the clock forward by `ms` (never back) and wakes everybody who waits. */
  advance(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`cannot advance a clock by ${ms}`);
    this.#offsetMs += ms;
    for (const listener of [...this.#listeners]) listener();
  }

  /** How far the clock is ahead of the wall, in ms. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Called after each step; returns a function that ends the subscription. */
  onAdvance(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  /** Calls `action` once the clock reaches `at` (epoch ms); returns a function that cancels it. */
  at(at: number, action: () => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    let done = false;
    const stop = (): void => {
      done = true;
      clearTimeout(timer);
      unsubscribe();
    };
    const check = (): void => {
      if (done) return;
      clearTimeout(timer);
      const waitMs = at - this.now();
      if (waitMs <= 0) { stop(); action(); return; }
      timer = setTimeout(check, Math.min(waitMs, 60_000));
      timer.unref();
    };
    const unsubscribe = this.onAdvance(check);
    // Never inside the caller's own call: a timer that is due at once still fires later.
    setImmediate(check);
    return stop;
  }
}
