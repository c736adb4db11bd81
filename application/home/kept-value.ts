/** How long a figure is taken for the present one, and how long it may be shown while a newer one is made. */
export const freshMs = 15_000;
export const usableMs = 60_000;

/** One figure that costs something: made at most once at a time and once in a while, for everybody who asks. */
export class KeptValue<T> {
  readonly #make: () => Promise<T>;
  readonly #now: () => number;
  #kept: { readonly value: T; readonly at: number } | undefined;
  #making: Promise<T> | undefined;

  /** `now`: monotonic milliseconds. */
  constructor(make: () => Promise<T>, now: () => number) { [this.#make, this.#now] = [make, now]; }

  async get(): Promise<T> {
    const age = this.#kept === undefined ? Infinity : this.#now() - this.#kept.at;
    if (this.#kept !== undefined && age < freshMs) return this.#kept.value;
    const making = this.#renew();
    if (this.#kept === undefined || age >= usableMs) return making;
    // A fault is told to whoever asks when there is nothing left to show.
    making.catch(() => undefined);
    return this.#kept.value;
  }

  #renew(): Promise<T> {
    this.#making ??= this.#once().finally(() => { this.#making = undefined; });
    return this.#making;
  }

  async #once(): Promise<T> {
    const at = this.#now();
    const value = await this.#make();
    this.#kept = { value, at };
    return value;
  }
}
