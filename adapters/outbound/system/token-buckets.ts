import type { RateLimiter } from '../../../application/ports/rate-limiter.js';

interface Bucket { tokens: number; at: number }

const maxBuckets = 20_000;
/** A key may save up this many seconds of its rate. */
const burstSeconds = 10;

/** Token buckets in this process. Uses real time: stepping the product's clock must not hand out requests. */
export class TokenBuckets implements RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  allow(key: string, perSecond: number): boolean {
    const now = this.#nowMs();
    const full = perSecond * burstSeconds;
    const known = this.#buckets.get(key);
    const tokens = known ? Math.min(full, known.tokens + ((now - known.at) / 1000) * perSecond) : full;
    if (known) this.#buckets.delete(key);
    else if (this.#buckets.size >= maxBuckets) this.#dropOldest();
    const allowed = tokens >= 1;
    // Re-inserted last: the map's order is the order of use, the oldest is dropped first.
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed;
  }

  isSpent(key: string, perSecond: number): boolean {
    const known = this.#buckets.get(key);
    return known !== undefined && known.tokens + ((this.#nowMs() - known.at) / 1000) * perSecond < 1;
  }

  #dropOldest(): void {
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}
