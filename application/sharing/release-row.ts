import { businessDay } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { QuarantinedRow, ShareBatch } from '../../domain/sharing/share-records.js';
import { sharedTable } from '../../domain/sharing/shared-tables.js';
import { keepQuarantine } from './keep-quarantine.js';
import { preparedRows, type BadRow } from './prepare-rows.js';
import { shareEntry, type Decider } from './share-audit.js';
import type { ShareParts } from './share-parts.js';
import type { ShareSource } from './share-source.js';

export type ReleaseRefusal = { readonly code: 'no-such-row' | 'released' | 'not-shared' | 'gone' } | { readonly code: 'still-bad' | 'not-taken'; readonly why: string };

/** An operator sends one quarantined row again, after its cause was mended. The mark stays where it is. */
export class ReleaseRow {
  readonly #parts: ShareParts;
  readonly #sources: readonly ShareSource[];

  constructor(parts: ShareParts, sources: readonly ShareSource[]) {
    this.#parts = parts;
    this.#sources = sources;
  }

  async run(quarantineNo: string, by: Decider): Promise<Result<'released', ReleaseRefusal>> {
    const { unitOfWork } = this.#parts;
    const [row, policies] = await unitOfWork.read(async ({ sharing }) => [await sharing.quarantined(quarantineNo), await sharing.policies()] as const);
    if (row === undefined || row.target !== this.#parts.writer.target) return refuse({ code: 'no-such-row' });
    if (row.state === 'released') return refuse({ code: 'released' });
    const source = this.#sources.find(({ table }) => table.name === row.table);
    if (source === undefined) return refuse({ code: 'not-shared' });
    const found = await source.byKeys([row.rowKey]);
    if (found.length === 0) return refuse({ code: 'gone' });
    const prepared = preparedRows(source.table, found, policies, this.#parts.lengthMode);
    const [bad] = prepared.bad;
    if (bad) return refuse({ code: 'still-bad', why: bad.detail });
    return this.#send(row, prepared.rows, by);
  }

  async #send(row: QuarantinedRow, rows: ReturnType<typeof preparedRows>['rows'], by: Decider): Promise<Result<'released', ReleaseRefusal>> {
    const { unitOfWork, writer, clock, ids, timeoutMs } = this.#parts;
    const table = sharedTable(row.table);
    const sequence = await this.#nextSequence(row);
    const [batchNo, beganAt] = [ids.next(), clock.now()];
    const answer = await writer.write({ batchNo, table, sequence, day: businessDay(beganAt), rows }, timeoutMs);
    const rejected = answer.kind === 'taken' ? answer.rejected[0] : undefined;
    const isGone = answer.kind === 'taken' && rejected === undefined;
    const bad: readonly BadRow[] = rejected ? [{ key: row.rowKey, reason: 'rejected', detail: rejected.reason }] : [];
    const log: ShareBatch = {
      batchNo, target: row.target, table: row.table, kind: 'single', state: answer.kind === 'taken' ? 'done' : answer.kind === 'unknown' ? 'unknown' : 'failed', rowCount: 1,
      acceptedCount: isGone ? 1 : 0, quarantinedCount: bad.length, warningCount: 0, message: answer.kind === 'taken' ? rejected?.reason ?? '' : answer.why,
      beganAt, endedAt: clock.now(),
    };
    await unitOfWork.run(async (stores) => {
      await stores.sharing.addBatch(log);
      await keepQuarantine(stores, ids, { target: row.target, table: row.table, batchNo, bad, goneKeys: isGone ? [row.rowKey] : [], now: clock.now() });
      await stores.audit.append(shareEntry(ids, clock, by, {
        action: 'share.release', objectNo: row.quarantineNo, description: `重新发送被隔离的一行（${table.zh}）`, before: undefined,
        after: { outcome: isGone ? 'released' : answer.kind },
      }));
    });
    if (isGone) return ok('released');
    return refuse(rejected ? { code: 'still-bad', why: rejected.reason } : { code: 'not-taken', why: answer.kind === 'taken' ? '' : answer.why });
  }

  /** No two files of a table have the same number. */
  #nextSequence({ target, table }: QuarantinedRow): Promise<number> {
    return this.#parts.unitOfWork.run(async ({ sharing }) => {
      const progress = await sharing.progress(target, table);
      if (progress === undefined) return 1;
      await sharing.putProgress({ ...progress, sequence: progress.sequence + 1 });
      return progress.sequence + 1;
    });
  }
}
