import { listNamed } from '../../contracts/lists/all-lists.js';
import { readListQuery, type QueryRefusal } from '../../contracts/lists/list-query.js';
import { businessDay } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isFileGone, isSilent, maxOwnExports, newListExport, type ExportFacts, type ExportFailure, type ListExportState } from '../../domain/lists/list-export.js';
import type { Bytes } from '../ports/channel-bills.js';
import type { KeptFiles } from '../ports/kept-files.js';
import { isReadable, scopeText, type RowScope } from '../ports/list-reader.js';
import { checkedParameters, shownParameters } from './checked-parameters.js';
import type { ExportAsker } from './export-audit.js';
import { ExportWork, type ExportWorkParts } from './export-work.js';
import { endSilent } from './tidy-exports.js';

export interface ExportDeskParts extends ExportWorkParts {
  readonly files: Pick<KeptFiles, 'find' | 'read'>;
  /** Exports that this process works on at once. */
  readonly maxAtOnce: number;
}

export interface ExportOwner { readonly operatorNo: string; readonly scope: RowScope }
export interface ExportAsk extends ExportOwner, ExportAsker {
  readonly listName: string;
  /** As somebody sent them; checked here. */
  readonly parameters: unknown;
}

/** `busy`: this process works on as many as it may, or is being stopped. */
export type StartRefusal =
  | { readonly code: 'unknown-list' } | { readonly code: 'bad-query'; readonly refusal: QueryRefusal } | { readonly code: 'too-many-own'; readonly limit: number } | { readonly code: 'busy' };

export interface ExportStanding {
  readonly state: ListExportState;
  readonly listName: string;
  readonly written: number;
  /** Both only while there is a file to be fetched. */
  readonly fileNo: string | undefined;
  readonly fileName: string | undefined;
  readonly failure: ExportFailure | undefined;
  /** It is done, and its file has been deleted since. */
  readonly isFileGone: boolean;
}
export interface ExportBytes { readonly listName: string; readonly fileName: string; readonly byteSize: number; readonly bytes: Bytes }

/** Exports of operators: worked on behind the answer, by this process; where each stands can be asked of any process. */
export class ExportDesk {
  readonly #parts: ExportDeskParts;
  readonly #works = new Map<string, ExportWork>();
  #isStopping = false;
  constructor(parts: ExportDeskParts) { this.#parts = parts; }

  async start(ask: ExportAsk): Promise<Result<{ readonly exportNo: string }, StartRefusal>> {
    const view = listNamed(ask.listName);
    if (view === undefined || !isReadable(view, ask.scope)) return refuse({ code: 'unknown-list' });
    const query = readListQuery(view, ask.parameters, businessDay(this.#parts.clock.now()));
    if (!query.ok) return refuse({ code: 'bad-query', refusal: query.refusal });
    if (this.#isStopping || this.#works.size >= this.#parts.maxAtOnce) return refuse({ code: 'busy' });
    const exportNo = this.#parts.ids.next();
    const parameters = checkedParameters(view, query.value);
    const work = new ExportWork(this.#parts, { exportNo, listName: view.name, parameters, scope: ask.scope }, { address: ask.address, requestId: ask.requestId });
    this.#works.set(exportNo, work);
    const noted = this.#note({ exportNo, operatorNo: ask.operatorNo, listName: view.name, parameters: shownParameters(view, parameters), scope: scopeText(ask.scope) });
    work.begin(noted.then(({ ok: isNoted }) => isNoted, () => false));
    void work.ended.then(() => this.#works.delete(exportNo));
    const { ok: isNoted } = await noted;
    return isNoted ? ok({ exportNo }) : refuse({ code: 'too-many-own', limit: maxOwnExports });
  }

  /** An export of somebody else is none. */
  async state(exportNo: string, operatorNo: string): Promise<ExportStanding | undefined> {
    const listExport = await this.#parts.unitOfWork.read(({ exports }) => exports.byNo(exportNo));
    if (listExport?.operatorNo !== operatorNo) return undefined;
    const { state, listName, written, fileNo, fileName, failure } = listExport;
    const now = this.#parts.clock.now();
    if (isSilent(listExport, now) && !this.isAtWork(exportNo)) return { state: 'failed', listName, written, fileNo: undefined, fileName: undefined, failure: 'process-gone', isFileGone: false };
    if (state === 'done' && isFileGone(listExport, now)) return { state, listName, written, fileNo: undefined, fileName: undefined, failure, isFileGone: true };
    return { state, listName, written, fileNo, fileName, failure, isFileGone: false };
  }

  /** Only for whoever exported it, and only while the same rows may be seen: whose account was narrowed since gets no file of before (ISO-05). */
  async file(fileNo: string, { operatorNo, scope }: ExportOwner): Promise<Result<ExportBytes, 'unknown' | 'gone'>> {
    const { unitOfWork, files, clock } = this.#parts;
    const listExport = await unitOfWork.read(({ exports }) => exports.byFile(fileNo));
    if (listExport?.operatorNo !== operatorNo || listExport.scope !== scopeText(scope)) return refuse('unknown');
    const file = isFileGone(listExport, clock.now()) ? undefined : await files.find(fileNo);
    return file === undefined ? refuse('gone') : ok({ listName: listExport.listName, fileName: file.fileName, byteSize: file.byteSize, bytes: files.read(fileNo) });
  }

  /** Whether this process works on it. */
  isAtWork(exportNo: string): boolean { return this.#works.has(exportNo); }

  /** Takes no further export, ends those at work and returns when each has said so. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const work of this.#works.values()) work.stop();
    await Promise.all([...this.#works.values()].map(({ ended }) => ended));
  }

  /** Takes a place of this person; those of lost exports are free. */
  #note(facts: ExportFacts): Promise<Result<undefined, 'no-place'>> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores) => {
      const now = clock.now();
      const running = await stores.exports.runningOf(facts.operatorNo);
      const lost = running.filter((one) => isSilent(one, now) && !this.isAtWork(one.exportNo));
      for (const one of lost) await endSilent(stores, this.#parts, one);
      const noted = newListExport(facts, running.filter((one) => !lost.includes(one)), now);
      if (!noted.ok) return noted;
      await stores.exports.add(noted.value);
      return ok(undefined);
    });
  }
}
