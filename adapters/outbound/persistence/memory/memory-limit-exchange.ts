import { noteFreshMs, type LimitExchange, type ProcessNote } from '../../../../application/ports/limit-exchange.js';

/** Notes of processes that share this memory: for tests. */
export class MemoryLimitExchange implements LimitExchange {
  readonly #notes = new Map<string, ProcessNote & { readonly at: number }>();

  async exchange(mine: ProcessNote, nowMs: number): Promise<readonly ProcessNote[]> {
    this.#notes.set(mine.process, { ...mine, at: nowMs });
    return [...this.#notes.values()].filter((note) => note.process !== mine.process && note.at > nowMs - noteFreshMs).map(({ process, text }) => ({ process, text }));
  }
}
