import { createHash } from 'node:crypto';
import type { SpentNumbers } from '../../../../application/ports/province.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { UnitRunner } from './unit-runner.js';

const table = 'spent_number';
/** Rows whose time is over are deleted by whoever spends, now and then and few at once. */
const sweepEveryMs = 60_000;
const rowsAtOnce = 200;

/** Numbers spent once by all processes that share a database. A row stands for each, by its digest: the number itself is of no further use. */
export class SqlSpentNumbers implements SpentNumbers {
  readonly #units: UnitRunner;
  #sweptAt = 0;
  constructor(units: UnitRunner) { this.#units = units; }

  async spend(number: string, now: EpochMs, keepMs: number): Promise<boolean> {
    const digest = createHash('sha256').update(number).digest('hex');
    const keptUntil = now + keepMs;
    const isNew = await this.#units.run(async (scope) => {
      try {
        await scope.writingFirst().insert(table, { number_digest: digest, kept_until: keptUntil });
        return true;
      } catch (error) {
        if (this.#units.engine.classify(error) !== 'UNIQUE') throw error;
        await scope.refuseWrites();
        return false;
      }
    });
    if (now - this.#sweptAt >= sweepEveryMs) await this.#sweep(now);
    return isNew || this.#again(digest, now, keptUntil);
  }

  /** An earlier spending that is over makes room for one. */
  async #again(digest: string, now: EpochMs, keptUntil: EpochMs): Promise<boolean> {
    const changed: unknown = await this.#units.run(async (scope) => scope.writing().table(table).where('number_digest', digest).where('kept_until', '<=', now).update({ kept_until: keptUntil }));
    return changed === 1;
  }

  async #sweep(now: EpochMs): Promise<void> {
    this.#sweptAt = now;
    const found: unknown = await this.#units.reading.table(table).select('number_digest').where('kept_until', '<', now - sweepEveryMs).limit(rowsAtOnce);
    const digests = (found as readonly { readonly number_digest: string }[]).map((row) => row.number_digest);
    if (digests.length === 0) return;
    await this.#units.run(async (scope) => {
      await scope.writing().table(table).whereIn('number_digest', digests).where('kept_until', '<', now - sweepEveryMs).delete();
    });
  }
}
