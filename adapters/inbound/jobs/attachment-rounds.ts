import type { Journal } from '../../../application/ports/journal.js';
import type { TidyAttachments } from '../../../application/service-desk/tidy-attachments.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 300_000;

/** Deletes files that nobody attached to an issue, in every process with a job runner. */
export class AttachmentRounds {
  readonly #parts: { readonly tidy: Pick<TidyAttachments, 'run'>; readonly journal: Journal };
  readonly #loop: LookLoop;

  constructor(parts: { readonly tidy: Pick<TidyAttachments, 'run'>; readonly journal: Journal }, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'attachment-rounds', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const files = await this.#parts.tidy.run();
    if (files > 0) this.#parts.journal.info('attachments-tidied', { files });
  }
}
