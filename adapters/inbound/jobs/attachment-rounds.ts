import type { Journal } from '../../../application/ports/journal.js';
import { maxLooseFiles } from '../../../application/ports/issue-books.js';
import type { TidyAttachments } from '../../../application/service-desk/tidy-attachments.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 300_000;

/** Deletes files that nobody attached to an issue, and those whose issue was forgotten, in every process with a job runner. */
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
    let files = 0;
    for (let gone = maxLooseFiles; gone === maxLooseFiles && this.#loop.isRunning;) {
      gone = await this.#parts.tidy.run();
      files += gone;
    }
    if (files > 0) this.#parts.journal.info('attachments-tidied', { files });
  }
}
