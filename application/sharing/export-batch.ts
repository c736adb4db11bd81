import { businessDay, type EpochMs } from '../../domain/kernel/china-time.js';
import {
  alarmAfterFailures, heldUp, isLeased, leased, moved, newProgress, safetyLagMs, type ShareProgress,
} from '../../domain/sharing/share-progress.js';
import type { ShareBatch } from '../../domain/sharing/share-records.js';
import type { ShareAnswer } from '../ports/data-sharing.js';
import { keepQuarantine } from './keep-quarantine.js';
import { preparedRows, type BadRow, type PreparedRows } from './prepare-rows.js';
import type { ShareParts } from './share-parts.js';
import type { ShareSource, SourceRow } from './share-source.js';

/**
 * `wrote`: there may be more. `nothing`: everything that is old enough has gone. `busy`: another worker has the table. `waits`: the target did not
 * take the last batch, and it is not time to try again. `held-up`: it did not take this one. `lost`: somebody ordered a reload meanwhile.
 */
export type ExportOutcome = 'wrote' | 'nothing' | 'busy' | 'waits' | 'held-up' | 'lost';

/** Above so many rows, a target that rejects every single one is not what we think it is: nothing is put aside, and people are told. */
const fewRows = 20;

/**
 * Sends the next rows of one table. The mark moves in the unit of work that writes the log, after the target has confirmed: a crash between the two
 * sends the same rows again, which replaces them by themselves.
 */
export class ExportBatch {
  readonly #parts: ShareParts;
  constructor(parts: ShareParts) { this.#parts = parts; }

  async run(source: ShareSource): Promise<ExportOutcome> {
    const { unitOfWork, writer, clock, batchSize } = this.#parts;
    const now = clock.now();
    const seen = await unitOfWork.read(({ sharing }) => sharing.progress(writer.target, source.table.name));
    if (seen && isLeased(seen, now)) return 'busy';
    if (seen && seen.notBefore > now) return 'waits';
    const page = (mark: ShareProgress['mark']): Promise<readonly SourceRow[]> => source.page({ after: mark, until: now - safetyLagMs, limit: batchSize });
    const rows = await page(seen?.mark);
    if (rows.length === 0) return 'nothing';
    const mine = await this.#lease(source, now);
    if (mine === undefined) return 'busy';
    const isSame = mine.mark?.at === seen?.mark?.at && mine.mark?.id === seen?.mark?.id;
    return this.#send(source, mine, isSame ? rows : await page(mine.mark));
  }

  async #lease(source: ShareSource, now: EpochMs): Promise<ShareProgress | undefined> {
    const { unitOfWork, writer, ids } = this.#parts;
    const owner = ids.token();
    return unitOfWork.run(async ({ sharing }) => {
      const fresh = newProgress(writer.target, source.table.name);
      await sharing.addProgress(fresh);
      const before = await sharing.progress(writer.target, source.table.name) ?? fresh;
      if (isLeased(before, now) || before.notBefore > now) return undefined;
      const after = leased(before, owner, now);
      await sharing.putProgress(after);
      return after;
    });
  }

  async #send(source: ShareSource, mine: ShareProgress, page: readonly SourceRow[]): Promise<ExportOutcome> {
    const { unitOfWork, writer, clock, ids, lengthMode, timeoutMs } = this.#parts;
    const beganAt = clock.now();
    const batchNo = ids.next();
    const prepared = preparedRows(source.table, page, await unitOfWork.read(({ sharing }) => sharing.policies()), lengthMode);
    const given = prepared.rows.length === 0 ? { kind: 'taken', rejected: [] } as const
      : await writer.write({ batchNo, table: source.table, sequence: mine.sequence, day: businessDay(beganAt), rows: prepared.rows }, timeoutMs);
    return this.#end(source, mine, { batchNo, beganAt, page, prepared, answer: believed(given, prepared) });
  }

  async #end(source: ShareSource, mine: ShareProgress, sent: Sent): Promise<ExportOutcome> {
    const { unitOfWork, writer, clock, ids } = this.#parts;
    const now = clock.now();
    const { table } = source;
    const { batchNo, answer, prepared, page } = sent;
    const refusedThere = answer.kind === 'taken' ? answer.rejected : [];
    const bad: readonly BadRow[] = [...prepared.bad, ...refusedThere.map(({ key, reason }) => ({ key, reason: 'rejected', detail: reason }))];
    const rejected = new Set(refusedThere.map(({ key }) => key));
    const goneKeys = prepared.rows.map(({ key }) => key).filter((key) => !rejected.has(key));
    const last = page.at(-1);
    const ended = await unitOfWork.run(async (stores) => {
      const held = await stores.sharing.progress(writer.target, table.name);
      if (held === undefined || held.leaseOwner !== mine.leaseOwner) return undefined;
      const after = answer.kind !== 'taken' ? heldUp(held, now) : last === undefined ? { ...held, leaseOwner: undefined, leaseUntil: 0 } : moved(held, last.place);
      await stores.sharing.putProgress(after);
      await stores.sharing.addBatch(logOf(sent, { target: writer.target, table: table.name, endedAt: now }, bad.length));
      if (answer.kind === 'taken') {
        await keepQuarantine(stores, ids, { target: writer.target, table: table.name, batchNo, bad, goneKeys, now });
      }
      return after;
    });
    if (ended === undefined) return 'lost';
    this.#tell(table.name, mine, ended, sent, bad.length);
    return answer.kind === 'taken' ? 'wrote' : 'held-up';
  }

  #tell(table: string, before: ShareProgress, after: ShareProgress, { answer, prepared }: Sent, badCount: number): void {
    const { journal, writer } = this.#parts;
    const about = { target: writer.target, table };
    if (answer.kind !== 'taken') {
      const fields = { ...about, why: answer.why, failures: after.failures };
      if (after.failures === alarmAfterFailures) journal.alarm('share-target-down', fields);
      else journal.warn('share-held-up', fields);
      return;
    }
    if (before.failures >= alarmAfterFailures) journal.info('share-target-up', about);
    if (badCount > 0) journal.warn('share-quarantined', { ...about, rows: badCount });
    if (prepared.warningCount > 0) journal.warn('share-values-cut', { ...about, values: prepared.warningCount, first: prepared.warning });
  }
}

interface Sent { readonly batchNo: string; readonly beganAt: EpochMs; readonly page: readonly SourceRow[]; readonly prepared: PreparedRows; readonly answer: ShareAnswer }

function believed(answer: ShareAnswer, { rows }: PreparedRows): ShareAnswer {
  return answer.kind === 'taken' && rows.length > fewRows && answer.rejected.length >= rows.length
    ? { kind: 'not-taken', why: `每一行都被拒绝：${answer.rejected[0]?.reason ?? ''}` } : answer;
}

function logOf({ batchNo, beganAt, page, prepared, answer }: Sent, place: Pick<ShareBatch, 'target' | 'table' | 'endedAt'>, badCount: number): ShareBatch {
  const isTaken = answer.kind === 'taken';
  return {
    batchNo, ...place, kind: 'export', state: isTaken ? 'done' : answer.kind === 'unknown' ? 'unknown' : 'failed', beganAt, rowCount: page.length,
    acceptedCount: isTaken ? prepared.rows.length - answer.rejected.length : 0, quarantinedCount: isTaken ? badCount : 0, warningCount: prepared.warningCount,
    message: isTaken ? prepared.warning ?? '' : answer.why,
  };
}
