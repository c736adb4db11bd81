import type { RateLimiter } from '../../../application/ports/rate-limiter.js';

/** `used`: how many requests it let through since it was made. */
export interface Bucket { tokens: number; at: number; used: number; perSecond: number }

/** Sees the buckets as they are used; for limits that several processes share. */
export interface BucketWatch {
  /** Before each decision; may change `tokens`. False: not now, whatever the bucket holds. */
  mayUse(key: string, bucket: Bucket): boolean;
  dropped(bucket: Bucket): void;
}

const maxBuckets = 20_000;
/** A key may save up this many seconds of its rate. */
export const burstSeconds = 10;

/** One at least: a rate of less than one in that time would otherwise let nothing through, ever. */
export const fullBucket = ({ perSecond }: Pick<Bucket, 'perSecond'>): number => Math.max(1, perSecond * burstSeconds);

/** What time has brought since the bucket was last looked at. */
export function refill(bucket: Bucket, nowMs: number): void {
  bucket.tokens = Math.min(fullBucket(bucket), bucket.tokens + ((nowMs - bucket.at) / 1000) * bucket.perSecond);
  bucket.at = nowMs;
}

/** Token buckets in this process. Uses real time: stepping the product's clock must not hand out requests. */
export class TokenBuckets implements RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #nowMs: () => number;
  readonly #watch: BucketWatch | undefined;

  constructor(nowMs: () => number = () => performance.now(), watch?: BucketWatch) {
    this.#nowMs = nowMs;
    this.#watch = watch;
  }

  allow(key: string, perSecond: number): boolean {
    const bucket = this.#take(key, perSecond);
    const open = this.#watch?.mayUse(key, bucket) ?? true;
    const allowed = open && bucket.tokens >= 1;
    if (allowed) {
      bucket.tokens -= 1;
      bucket.used += 1;
    }
    return allowed;
  }

  isSpent(key: string, perSecond: number): boolean {
    const known = this.#buckets.get(key);
    return known !== undefined && known.tokens + ((this.#nowMs() - known.at) / 1000) * perSecond < 1;
  }

  #take(key: string, perSecond: number): Bucket {
    const now = this.#nowMs();
    const known = this.#buckets.get(key);
    const bucket = known ?? { tokens: fullBucket({ perSecond }), at: now, used: 0, perSecond };
    bucket.perSecond = perSecond;
    if (known) this.#buckets.delete(key);
    else if (this.#buckets.size >= maxBuckets) this.#dropOldest();
    refill(bucket, now);
    // Re-inserted last: the map's order is the order of use, the oldest is dropped first.
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #dropOldest(): void {
    for (const [key, bucket] of this.#buckets) {
      this.#buckets.delete(key);
      this.#watch?.dropped(bucket);
      return;
    }
  }
}
