/** Messages remembered at one time; a province sends far fewer in a day. */
const usualLimit = 10_000;

interface Heard { readonly digest: string; isTaken: boolean }

/**
 * Message numbers that were heard in this process. One number has one content; what was taken once is answered again without being handed on.
 * Other processes and a later start do not know them: the use case behind is harmless to repeat, this only spares it the work and finds forgeries.
 */
export class HeardMessages {
  readonly #limit: number;
  readonly #heard = new Map<string, Heard>();

  constructor(limit: number = usualLimit) { this.#limit = limit; }

  /** `new` also for one that was heard and could not be stored then. */
  hear(messageId: string, digest: string): 'new' | 'taken-before' | 'other-content' {
    const known = this.#heard.get(messageId);
    if (known !== undefined) return known.digest !== digest ? 'other-content' : known.isTaken ? 'taken-before' : 'new';
    const [oldest] = this.#heard.keys();
    if (this.#heard.size >= this.#limit && oldest !== undefined) this.#heard.delete(oldest);
    this.#heard.set(messageId, { digest, isTaken: false });
    return 'new';
  }

  taken(messageId: string): void {
    const known = this.#heard.get(messageId);
    if (known !== undefined) known.isTaken = true;
  }
}
