import type { RateLimiter } from '../ports/rate-limiter.js';
import { Turns } from '../ports/turns.js';

export interface TextPaceParts {
  readonly rateLimiter: RateLimiter;
  /** What the platform takes in a second, from all processes together. */
  readonly perSecond: number;
  /** Calls of this process under way at once: the other jobs keep their places however slow the platform is. */
  readonly atOnce: number;
  /** Real milliseconds: stepping the product's clock must not hand out texts. */
  readonly nowMs: () => number;
}

/** So long a line is given turns at the pace of the platform's calls. What stands behind that is not sent away for ever longer because these are slow now. */
const pacedLineMs = 120_000;
const leastWaitMs = 50;
const sharedKey = 'text-platform';

/**
 * How fast texts go out. A text that finds no room is given a time of its own behind those that were sent away before it, so that ten thousand
 * at eight in the morning look at the board about once each, and other jobs get their turn between them.
 */
export class TextPace {
  readonly #parts: TextPaceParts;
  readonly #turns = new Turns();
  #tokens: number;
  #refilledAt: number;
  #underWay = 0;
  #callMs = 0;

  constructor(parts: TextPaceParts) {
    this.#parts = parts;
    this.#tokens = this.#capacity;
    this.#refilledAt = parts.nowMs();
  }

  /** Real milliseconds, for whoever measures a call. */
  nowMs(): number { return this.#parts.nowMs(); }

  /** 0: go, and tell `leave` when the call has ended. Otherwise how long to wait before asking again, in milliseconds. */
  enter(): number {
    this.#refill();
    const { rateLimiter, perSecond, atOnce } = this.#parts;
    if (this.#underWay >= atOnce || this.#tokens < 1 || !rateLimiter.allow(sharedKey, perSecond)) return this.#waitMs();
    this.#begin();
    return 0;
  }

  /** For a text that a person waits for: goes at once, and is taken off what others may send. */
  enterFirst(): void {
    this.#refill();
    this.#parts.rateLimiter.allow(sharedKey, this.#parts.perSecond);
    this.#begin();
  }

  /** `tookMs`: undefined where the platform was not called after all, which says nothing about its speed. */
  leave(tookMs: number | undefined): void {
    this.#underWay -= 1;
    this.#callMs = tookMs ?? this.#callMs;
  }

  /** A tenth of a second's texts at once: the rest is spread over the second. */
  get #capacity(): number { return Math.max(1, this.#parts.perSecond / 10); }

  #begin(): void {
    this.#tokens -= 1;
    this.#underWay += 1;
  }

  #refill(): void {
    const now = this.#parts.nowMs();
    this.#tokens = Math.min(this.#capacity, this.#tokens + ((now - this.#refilledAt) / 1000) * this.#parts.perSecond);
    this.#refilledAt = now;
  }

  #waitMs(): number {
    const { perSecond, atOnce, nowMs } = this.#parts;
    const now = nowMs();
    const spacingMs = Math.max(1000 / perSecond, this.#callMs / atOnce);
    return Math.max(leastWaitMs, Math.ceil(this.#turns.next(now, spacingMs, { spacingMs, withinMs: pacedLineMs }) - now));
  }
}
