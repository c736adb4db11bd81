/** One text as a phone would show it, and what was reported about it. */
export interface SentText {
  readonly msgGroup: string;
  readonly apId: string;
  readonly mobile: string;
  readonly text: string;
  readonly atMs: number;
  /** Statuses that are known to the platform by now, oldest first. */
  readonly statuses: { readonly status: string; readonly atMs: number }[];
}

const mostKept = 20_000;

/** The latest texts, in memory. */
export class SentTexts {
  readonly #texts: SentText[] = [];

  keep(text: SentText): void {
    this.#texts.push(text);
    if (this.#texts.length > mostKept) this.#texts.shift();
  }

  latest(most: number): readonly SentText[] { return this.#texts.slice(-most).reverse(); }
  ofGroup(apId: string, msgGroup: string): readonly SentText[] { return this.#texts.filter((text) => text.apId === apId && text.msgGroup === msgGroup); }
  clear(): void { this.#texts.length = 0; }
}
