/** Most answers kept; the oldest go first. */
const maxKept = 10_000;

/** Answers kept for a moment. Time is monotonic or wall time, never the stepped business clock: another process' change must arrive. */
export class TimedCache {
  readonly #ttlMs: number;
  readonly #now: () => number;
  #kept = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>();

  constructor(ttlMs: number, now: () => number) {
    this.#ttlMs = ttlMs;
    this.#now = now;
  }

  /** The kept answer, or a new one by `load`; a failed load is not kept. */
  get<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known && this.#now() < known.until) return known.answer as Promise<T>;
    const kept = this.#kept;
    const answer = load();
    kept.delete(key);
    kept.set(key, { answer, until: this.#now() + this.#ttlMs });
    answer.catch(() => kept.delete(key));
    const oldest = kept.size > maxKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return answer;
  }

  /** Forgets all, also what is being loaded now: it may be the old row. */
  forget(): void { this.#kept = new Map(); }
}
