import { randomInt } from 'node:crypto';
import type { DemoCity, DeskOrder } from './demo-city.js';

const patienceMs = 20_000;
const lookEveryMs = 100;

/** A payer's code nobody used yet; the last two digits choose the simulated outcome. */
export const freshCode = (prefix: string, length: number, ending: string): string =>
  prefix + Array.from({ length: length - prefix.length - ending.length }, () => randomInt(10)).join('') + ending;

/** Tells the story line by line with real seconds, and waits for what it tells. */
export class Teller {
  readonly #write: (line: string) => void;
  readonly #began = performance.now();

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  title(text: string): void { this.#write(`\n■ ${text}`); }
  step(text: string): void { this.#write(`  [${((performance.now() - this.#began) / 1000).toFixed(2).padStart(6)} s] ${text}`); }

  /** Waits until the order is in `state`; steps the clock by `stepSeconds` between looks, as real days would pass. */
  async until(what: string, city: DemoCity, order: DeskOrder, state: string, stepSeconds: number): Promise<DeskOrder> {
    const found = await this.#wait(what, city, stepSeconds, async () => {
      const now = await city.order(order);
      return now.state === state ? now : undefined;
    });
    this.step(`${what}: ${found.stateMsg}`);
    return found;
  }

  async untilCallbacks(what: string, city: DemoCity, order: DeskOrder, count: number): Promise<void> {
    await this.#wait(what, city, 0, async () => ((await city.order(order)).callbacks.length >= count ? true : undefined));
    this.step(what);
  }

  async untilRefunded(what: string, city: DemoCity, order: DeskOrder, fen: bigint): Promise<void> {
    await this.#wait(what, city, 10, async () => {
      const { refunds } = await city.inspect(order.platformOrderNo ?? '');
      const done = refunds.filter((refund) => refund.state === 'refunded').reduce((sum, refund) => sum + BigInt(refund.amount), 0n);
      return done === fen ? true : undefined;
    });
    this.step(what);
  }

  /** Money that was not owed has gone back by rule; with `kind`, its abnormal record is settled too. */
  async untilReturned(what: string, city: DemoCity, order: DeskOrder, kind: string | undefined): Promise<void> {
    await this.#wait(what, city, 10, async () => {
      const { refunds, abnormal } = await city.inspect(order.platformOrderNo ?? '');
      const back = refunds.some((refund) => refund.origin === 'rule' && refund.state === 'refunded');
      return back && (kind === undefined || abnormal.some((record) => record.kind === kind && record.handleState === 'handled')) ? true : undefined;
    });
    this.step(what);
  }

  /** Waits until something is there, stepping the clock by `stepSeconds` between looks, and tells it. */
  async seen<T>(what: string, city: DemoCity, stepSeconds: number, probe: () => Promise<T | undefined>): Promise<T> {
    const found = await this.#wait(what, city, stepSeconds, probe);
    this.step(what);
    return found;
  }

  async #wait<T>(what: string, city: DemoCity, stepSeconds: number, probe: () => Promise<T | undefined>): Promise<T> {
    const deadline = performance.now() + patienceMs;
    for (let look = 0; performance.now() < deadline; look++) {
      const found = await probe();
      if (found !== undefined) return found;
      if (stepSeconds > 0 && look > 3) await city.advance(stepSeconds);
      await new Promise((resolve) => { setTimeout(resolve, lookEveryMs); });
    }
    throw new Error(`waited in vain: ${what}`);
  }
}
