/** Rates from 0 to 1, delay in ms of real time. */
export interface ChaosPlan {
  readonly seed: number;
  /** Share of server calls whose connection is dropped: half of them before, half after executing. */
  readonly dropRate: number;
  readonly delayMsMax: number;
  /** Share of notifications that are sent twice. */
  readonly repeatRate: number;
  /** Share of notification sendings that get lost (the retry rules still apply). */
  readonly notifyLossRate: number;
}

export const noChaos: ChaosPlan = { seed: 0, dropRate: 0, delayMsMax: 0, repeatRate: 0, notifyLossRate: 0 };
export const maximumChaosDelayMs = 30_000;

/** Numbers from 0 (inclusive) to 1; the same seed gives the same row (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function rate(value: unknown): number {
  if (value === undefined) return 0;
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw new RangeError('a rate is a number from 0 to 1');
  return value;
}

/** Reads the body of `POST /sim/chaos`; what is left out is 0. Throws RangeError. */
export function readChaosPlan(body: Readonly<Record<string, unknown>>): ChaosPlan {
  const { seed = 1, delayMsMax = 0 } = body;
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed is a whole number');
  if (typeof delayMsMax !== 'number' || !(delayMsMax >= 0 && delayMsMax <= maximumChaosDelayMs)) throw new RangeError(`delayMsMax is 0 to ${maximumChaosDelayMs}`);
  return { seed: seed as number, delayMsMax, dropRate: rate(body['dropRate']), repeatRate: rate(body['repeatRate']), notifyLossRate: rate(body['notifyLossRate']) };
}

export interface CallChaos { readonly delayMs: number; readonly drop: 'before' | 'after' | undefined }
export interface NoticeChaos { readonly lost: boolean; readonly repeated: boolean }

/** Deterministic trouble for the crash suite. Calls and notifications draw from separate rows, so that one does not shift the other. */
export class SeededChaos {
  #plan: ChaosPlan = noChaos;
  #forCalls = seededRandom(0);
  #forNotices = seededRandom(0);

  use(plan: ChaosPlan): void {
    this.#plan = plan;
    this.#forCalls = seededRandom(plan.seed);
    this.#forNotices = seededRandom(plan.seed ^ 0x5bd1e995);
  }

  nextCall(): CallChaos {
    const [dropDraw, sideDraw, delayDraw] = [this.#forCalls(), this.#forCalls(), this.#forCalls()];
    const drop = dropDraw >= this.#plan.dropRate ? undefined : sideDraw < 0.5 ? 'before' : 'after';
    return { delayMs: Math.floor(delayDraw * this.#plan.delayMsMax), drop };
  }

  nextNotice(): NoticeChaos {
    const [lossDraw, repeatDraw] = [this.#forNotices(), this.#forNotices()];
    return { lost: lossDraw < this.#plan.notifyLossRate, repeated: repeatDraw < this.#plan.repeatRate };
  }
}
