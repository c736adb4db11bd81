import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { fromTheStart, newProgress } from '../../domain/sharing/share-progress.js';
import type { SharedTable } from '../../domain/sharing/shared-tables.js';
import { shareEntry, type Decider } from './share-audit.js';
import type { ShareParts } from './share-parts.js';

/** An operator orders that everything of a table goes again. The rounds do it; at its end both sides are counted. Rows replace themselves. */
export class ReloadTable {
  readonly #parts: Pick<ShareParts, 'unitOfWork' | 'writer' | 'ids' | 'clock'>;
  readonly #shared: readonly SharedTable[];

  constructor(parts: Pick<ShareParts, 'unitOfWork' | 'writer' | 'ids' | 'clock'>, shared: readonly SharedTable[]) {
    this.#parts = parts;
    this.#shared = shared;
  }

  async run(table: SharedTable, by: Decider): Promise<Result<'ordered', 'not-shared' | 'under-way'>> {
    const { unitOfWork, writer, ids, clock } = this.#parts;
    if (!this.#shared.some(({ name }) => name === table.name)) return refuse('not-shared');
    return unitOfWork.run(async ({ sharing, audit }): Promise<Result<'ordered', 'under-way'>> => {
      const fresh = newProgress(writer.target, table.name);
      await sharing.addProgress(fresh);
      const before = await sharing.progress(writer.target, table.name) ?? fresh;
      if (before.phase === 'reloading') return refuse('under-way');
      await sharing.putProgress(fromTheStart(before));
      await audit.append(shareEntry(ids, clock, by, {
        action: 'share.reload', objectNo: table.name, description: `要求全量重新共享${table.zh}`,
        before: { mark: before.mark === undefined ? '' : `${before.mark.at} ${before.mark.id}` }, after: { mark: '' },
      }));
      return ok('ordered');
    });
  }
}
