import { secondMs } from '../../domain/kernel/china-time.js';
import { endedExport, seenAtWork, type ExportOutcome } from '../../domain/lists/list-export.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import { FileTooBig } from '../ports/kept-files.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { exportEntry, type ExportAsker } from './export-audit.js';
import type { ExportList, ExportRequest } from './export-list.js';

/** How often it is stored how far an export is: a row of the database for every row of the file would be more work than the file. */
const tellEveryMs = secondMs;

export interface ExportWorkParts { readonly unitOfWork: UnitOfWork; readonly exportList: Pick<ExportList, 'run'>; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal }

/** One export at work in this process, from when it was noted until its end is stored. */
export class ExportWork {
  readonly #parts: ExportWorkParts;
  readonly #request: ExportRequest & { readonly exportNo: string };
  readonly #asker: ExportAsker;
  readonly #abort = new AbortController();
  #written = 0;
  /** Never rejected. */
  ended: Promise<void> = Promise.resolve();

  constructor(parts: ExportWorkParts, request: Pick<ExportRequest, 'listName' | 'parameters' | 'scope'> & { readonly exportNo: string }, asker: ExportAsker) {
    this.#parts = parts;
    this.#request = request;
    this.#asker = asker;
  }

  /** `isNoted`: never rejected; without it there is nothing to do. */
  begin(isNoted: Promise<boolean>): void { this.ended = isNoted.then((noted) => (noted ? this.#run() : undefined)); }

  stop(): void { this.#abort.abort(new Error('the process is being stopped')); }

  async #run(): Promise<void> {
    const outcome = this.#outcome();
    await this.#tellUntil(outcome);
    try {
      await this.#end(await outcome);
    } catch (error) {
      // Nothing is heard of it from now on, so it will be told as failed.
      this.#fault(error);
    }
  }

  async #outcome(): Promise<ExportOutcome> {
    const { exportNo: _, ...request } = this.#request;
    const failed = (failure: Extract<ExportOutcome, { kind: 'failed' }>['failure']): ExportOutcome => ({ kind: 'failed', failure, written: this.#written });
    try {
      const exported = await this.#parts.exportList.run({ ...request, signal: this.#abort.signal, onProgress: (written) => { this.#written = written; } });
      if (!exported.ok) return failed(exported.refusal.code === 'too-many-rows' ? 'too-many-rows' : 'fault');
      const { file: { fileNo, fileName }, rowCount } = exported.value;
      return { kind: 'done', fileNo, fileName, written: rowCount };
    } catch (error) {
      if (this.#abort.signal.aborted) return failed('stopped');
      if (error instanceof FileTooBig) return failed('too-large');
      this.#fault(error);
      return failed('fault');
    }
  }

  /** Says that it is at work and how far, until there is an outcome. */
  async #tellUntil(outcome: Promise<ExportOutcome>): Promise<void> {
    const { clock } = this.#parts;
    while (!await Promise.race([outcome.then(() => true), clock.sleep(tellEveryMs).then(() => false)])) {
      try {
        if (!await this.#tell()) this.#abort.abort(new Error('the export was taken for lost meanwhile'));
      } catch (error) {
        // The next time may go well; after two minutes of silence it is told as failed.
        this.#fault(error);
      }
    }
  }

  #tell(): Promise<boolean> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async ({ exports }) => {
      const current = await exports.byNo(this.#request.exportNo);
      const seen = current && seenAtWork(current, this.#written, clock.now());
      if (seen) await exports.put(seen);
      return seen !== undefined;
    });
  }

  #end(outcome: ExportOutcome): Promise<void> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async ({ exports, audit }) => {
      const current = await exports.byNo(this.#request.exportNo);
      const ended = current && endedExport(current, outcome, clock.now());
      // Somebody took it for lost and has said so.
      if (!ended?.ok) return;
      await exports.put(ended.value);
      await audit.append(exportEntry(ended.value, this.#asker, { entryId: ids.next(), at: clock.now() }));
    });
  }

  #fault(error: unknown): void { this.#parts.journal.fault('list-export', error, { exportNo: this.#request.exportNo, list: this.#request.listName }); }
}
