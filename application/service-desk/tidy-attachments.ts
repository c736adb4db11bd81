import { attachmentLimits, dropped } from '../../domain/service-desk/attachment.js';
import type { Clock } from '../ports/clock.js';
import type { KeptFiles } from '../ports/kept-files.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Deletes files that were uploaded and never attached, those whose issue was forgotten, and what is left of uploads whose process ended. Every process may do it at any time. */
export class TidyAttachments {
  readonly #parts: { readonly unitOfWork: UnitOfWork; readonly files: Pick<KeptFiles, 'discardAttachment'>; readonly clock: Clock };
  constructor(parts: { readonly unitOfWork: UnitOfWork; readonly files: Pick<KeptFiles, 'discardAttachment'>; readonly clock: Clock }) { this.#parts = parts; }

  /** How many are gone. */
  async run(): Promise<number> {
    const { unitOfWork, files, clock } = this.#parts;
    const loose = await unitOfWork.read(({ issues }) => issues.looseBefore(clock.now() - attachmentLimits.looseMs));
    let gone = 0;
    for (const { attachmentNo } of loose) {
      // Marked first: from here on it cannot be attached, whatever becomes of this process.
      const isOut = await unitOfWork.run(async ({ issues }) => {
        const current = await issues.attachment(attachmentNo);
        const out = current && dropped(current);
        if (out !== undefined) await issues.putAttachment(out);
        return out !== undefined;
      });
      if (!isOut) continue;
      await files.discardAttachment(attachmentNo);
      await unitOfWork.run(async ({ issues }) => {
        const current = await issues.attachment(attachmentNo);
        if (current?.state === 'dropped') await issues.removeAttachment(current);
      });
      gone += 1;
    }
    return gone;
  }
}
