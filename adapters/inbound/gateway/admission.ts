/**
 * Bounds how many requests are worked on at once, and starts one of them in each turn of the event loop. With an embedded database nearly all
 * of a request's work runs without a pause; without the turns a burst would be worked on in one go, nobody could be told "busy", and the first
 * answer would leave the house after the last request was done.
 */
export class Admission {
  readonly #places: number;
  #taken = 0;
  readonly #waiting: (() => void)[] = [];
  #turnIsTaken = false;

  constructor(places: number) { this.#places = places; }

  /** Takes a place until `leave`; false when there is none. */
  enter(): boolean {
    if (this.#taken >= this.#places) return false;
    this.#taken += 1;
    return true;
  }

  leave(): void { this.#taken -= 1; }

  /** Waits for a turn of the event loop in which no other request has begun; in the order of asking. */
  async turn(): Promise<void> {
    if (this.#turnIsTaken) {
      await new Promise<void>((begin) => { this.#waiting.push(begin); });
      return;
    }
    this.#turnIsTaken = true;
    setImmediate(this.#nextTurn);
  }

  readonly #nextTurn = (): void => {
    const begin = this.#waiting.shift();
    this.#turnIsTaken = begin !== undefined;
    if (!begin) return;
    setImmediate(this.#nextTurn);
    begin();
  };
}
