/** Places at something that may hang, of one process: whoever finds none free does not wait there. */
export class Places {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Undefined where all are taken: nothing was done. */
  async within<T>(work: () => Promise<T>): Promise<{ readonly came: T } | undefined> {
    if (this.#taken >= this.#most) return undefined;
    this.#taken++;
    try {
      return { came: await work() };
    } finally {
      this.#taken--;
    }
  }
}
