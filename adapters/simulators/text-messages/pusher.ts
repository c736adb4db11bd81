import type { SteppedClock } from '../shared/stepped-clock.js';

/** Waits before a push that was not answered with 200 is made again. */
const repeatWaitsMs: readonly number[] = [5_000, 60_000];
const answerMs = 5_000;
const mostUnderWay = 5_000;

/** Posts JSON to customers when its time on the clock has come. */
export class Pusher {
  readonly #clock: SteppedClock;
  readonly #life: AbortSignal;
  readonly #waiting = new Set<() => void>();

  constructor(clock: SteppedClock, life: AbortSignal) {
    this.#clock = clock;
    this.#life = life;
  }

  /** `before` runs at that time too, whether there is somebody to tell or not. What is too much is lost, as reports sometimes are. */
  plan(afterMs: number, url: string | undefined, body: unknown, before: () => void = () => undefined, repeat = 0): void {
    if (this.#waiting.size >= mostUnderWay) return;
    const stop = this.#clock.at(this.#clock.now() + afterMs, () => {
      this.#waiting.delete(stop);
      before();
      if (url === undefined) return;
      void this.push(url, body).then((status) => {
        const wait = repeatWaitsMs[repeat];
        if (status !== 200 && wait !== undefined && !this.#life.aborted) this.plan(wait, url, body, undefined, repeat + 1);
      });
    });
    this.#waiting.add(stop);
  }

  /** The status of the answer; 0 where there was none. */
  async push(url: string, body: unknown): Promise<number> {
    try {
      const signal = AbortSignal.any([this.#life, AbortSignal.timeout(answerMs)]);
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), redirect: 'manual', signal });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return 0;
    }
  }

  close(): void {
    for (const stop of this.#waiting) stop();
    this.#waiting.clear();
  }
}
