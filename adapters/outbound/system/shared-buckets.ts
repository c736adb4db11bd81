import type { Journal } from '../../../application/ports/journal.js';
import type { LimitExchange, ProcessNote } from '../../../application/ports/limit-exchange.js';
import type { RateLimiter } from '../../../application/ports/rate-limiter.js';
import { fullBucket, refill, TokenBuckets, type Bucket } from './token-buckets.js';

/** What a process tells of one key: digest, how many requests it let through in all, how much its bucket lacks. */
type KeyUse = readonly [digest: string, used: number, missing: number];

/** A bucket's key and what stands for it elsewhere. */
interface Known { readonly key: string; readonly digests: readonly string[] }

/** In a bucket that lacks less of its content than this nothing is worth telling. */
const toldShare = 0.1;
/** Keys in one note, the emptiest first. */
const maxTold = 200;
const everyMs = 1_000;

export interface SharedBucketsParts {
  readonly exchange: LimitExchange;
  /** Names this process among all that ever run. */
  readonly process: string;
  /** Whether there is anybody to share with; asked each second, and while it says no nothing is exchanged. */
  readonly isShared: () => boolean;
  /** What stands for a key outside of this process, the one that is told first: the same in each, and nothing to be read back. Several while processes may use several keys of the installation. */
  readonly digestsOf: (key: string) => readonly string[];
  /** Another word whenever keys may give other digests than before. */
  readonly phaseOfKeys?: () => string;
  readonly journal: Journal;
  /** Real time in ms, for the buckets and for notes. */
  readonly nowMs?: () => number;
  readonly wallMs?: () => number;
}

/**
 * Token buckets that know of the same buckets in other processes (decision 0017). Every decision is made here and at once; once a second the
 * processes tell each other what they used, and each takes that out of its own bucket. Between two such moments a process gives out no more
 * than one second's rate, or its part of what the bucket holds. Without the exchange each process limits for itself.
 */
export class SharedBuckets implements RateLimiter {
  readonly #parts: SharedBucketsParts;
  readonly #nowMs: () => number;
  readonly #buckets: TokenBuckets;
  readonly #digests = new WeakMap<Bucket, Known>();
  readonly #ceilings = new WeakMap<Bucket, { readonly round: number; readonly used: number }>();
  readonly #byDigest = new Map<string, Bucket>();
  #phase: string | undefined;
  #touched = new Set<Bucket>();
  #heard = new Map<string, ReadonlyMap<string, KeyUse>>();
  #state: 'alone' | 'sharing' | 'cut-off' = 'alone';
  #round = 0;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;

  constructor(parts: SharedBucketsParts) {
    this.#parts = parts;
    this.#nowMs = parts.nowMs ?? (() => performance.now());
    this.#buckets = new TokenBuckets(this.#nowMs, { mayUse: (key, bucket) => this.#mayUse(key, bucket), dropped: (bucket) => this.#forget(bucket) });
  }

  allow(key: string, perSecond: number): boolean { return this.#buckets.allow(key, perSecond); }
  isSpent(key: string, perSecond: number): boolean { return this.#buckets.isSpent(key, perSecond); }

  start(): void {
    this.#timer = setInterval(() => { this.#work ??= this.exchange().finally(() => { this.#work = undefined; }); }, everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#work;
  }

  /** One round; what `start` does each second. */
  async exchange(): Promise<void> {
    if (!this.#parts.isShared()) { this.#state = 'alone'; return; }
    if (this.#state === 'alone') this.#state = 'sharing';
    this.#followKeys();
    try {
      const mine = { process: this.#parts.process, text: JSON.stringify(this.#told()) };
      this.#hear(await this.#parts.exchange.exchange(mine, (this.#parts.wallMs ?? Date.now)()));
      if (this.#state === 'cut-off') this.#parts.journal.info('limits-shared-again');
      this.#state = 'sharing';
    } catch (error) {
      if (this.#state !== 'cut-off') this.#parts.journal.alarm('limits-not-shared', { why: error instanceof Error ? error.name : 'thrown' });
      this.#state = 'cut-off';
      this.#heard.clear();
    }
  }

  #mayUse(key: string, bucket: Bucket): boolean {
    if (this.#state === 'alone') return true;
    if (!this.#digests.has(bucket)) this.#meet(key, bucket);
    this.#touched.add(bucket);
    if (this.#state === 'cut-off') return true;
    let ceiling = this.#ceilings.get(bucket);
    if (ceiling?.round !== this.#round) {
      const atOnce = Math.max(1, bucket.perSecond, bucket.tokens / (this.#heard.size + 1));
      ceiling = { round: this.#round, used: bucket.used + atOnce };
      this.#ceilings.set(bucket, ceiling);
    }
    return bucket.used + 1 <= ceiling.used;
  }

  /** A bucket that others may have emptied already. */
  #meet(key: string, bucket: Bucket): void {
    const digests = this.#name(key, bucket);
    for (const told of this.#heard.values()) for (const digest of digests) this.#level(bucket, told.get(digest));
  }

  #name(key: string, bucket: Bucket): readonly string[] {
    const digests = this.#parts.digestsOf(key);
    this.#digests.set(bucket, { key, digests });
    for (const digest of digests) this.#byDigest.set(digest, bucket);
    return digests;
  }

  /** With a new key of the installation every bucket gets its other names, so that those who have it and those who have not yet understand each other (KEY-02). */
  #followKeys(): void {
    const [before, phase] = [this.#phase, this.#parts.phaseOfKeys?.()];
    this.#phase = phase;
    if (before === undefined || before === phase) return;
    const known = [...new Set(this.#byDigest.values())].flatMap((bucket) => { const { key } = this.#digests.get(bucket) ?? {}; return key === undefined ? [] : [{ key, bucket }]; });
    this.#byDigest.clear();
    for (const { key, bucket } of known) this.#name(key, bucket);
  }

  #forget(bucket: Bucket): void {
    this.#touched.delete(bucket);
    for (const digest of this.#digests.get(bucket)?.digests ?? []) this.#byDigest.delete(digest);
  }

  #told(): readonly KeyUse[] {
    const lacking: { readonly bucket: Bucket; readonly share: number }[] = [];
    for (const bucket of this.#touched) {
      refill(bucket, this.#nowMs());
      const share = 1 - bucket.tokens / fullBucket(bucket);
      if (share >= toldShare) lacking.push({ bucket, share });
    }
    this.#touched = new Set(lacking.map(({ bucket }) => bucket));
    return lacking.sort((a, b) => b.share - a.share).slice(0, maxTold)
      .map(({ bucket, share }) => [this.#digests.get(bucket)?.digests[0] ?? '', bucket.used, Math.min(1, share) * fullBucket(bucket)]);
  }

  #hear(notes: readonly ProcessNote[]): void {
    const before = this.#heard;
    this.#heard = new Map(notes.map(({ process, text }) => [process, new Map((JSON.parse(text) as readonly KeyUse[]).map((use) => [use[0], use]))]));
    for (const [process, told] of this.#heard) {
      for (const [digest, use] of told) {
        const bucket = this.#byDigest.get(digest);
        if (bucket !== undefined) this.#takeOut(bucket, use, before.get(process)?.get(digest));
      }
    }
    this.#round += 1;
  }

  /** What the other used since its last note; of a key it tells for the first time, how empty the bucket is there. */
  #takeOut(bucket: Bucket, use: KeyUse, last: KeyUse | undefined): void {
    refill(bucket, this.#nowMs());
    // What is told for the first time may hold uses we know already: that can cost a key what it has saved up, never its rate.
    if (last === undefined || use[1] < last[1]) bucket.tokens = Math.min(bucket.tokens, Math.max(0, bucket.tokens - use[2]));
    else bucket.tokens = Math.max(-fullBucket(bucket), bucket.tokens - (use[1] - last[1]));
  }

  #level(bucket: Bucket, use: KeyUse | undefined): void {
    if (use === undefined) return;
    refill(bucket, this.#nowMs());
    bucket.tokens = Math.min(bucket.tokens, fullBucket(bucket) - use[2]);
  }
}
