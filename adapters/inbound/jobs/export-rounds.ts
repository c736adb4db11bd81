import type { TidyExports } from '../../../application/lists/tidy-exports.js';
import type { Journal } from '../../../application/ports/journal.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 30_000;

export interface ExportRoundsParts { readonly tidy: Pick<TidyExports, 'run'>; readonly journal: Journal }

/** Tidies behind exports of lists, in every process with a job runner: it does not depend on whether bills are fetched. */
export class ExportRounds {
  readonly #parts: ExportRoundsParts;
  readonly #loop: LookLoop;

  constructor(parts: ExportRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'export-rounds', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const { lost, chunks } = await this.#parts.tidy.run();
    if (lost + chunks > 0) this.#parts.journal.info('exports-tidied', { lost, chunks });
  }
}
