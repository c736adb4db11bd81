import { maxSilentExports, type ExportReader, type ExportStore } from '../../../../application/ports/export-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { exportFailures, listExportArrows, placesOf, type ListExport } from '../../../../domain/lists/list-export.js';
import { epochMs, int, json, oneOf, optional, text, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { fileNameChars } from './sql-kept-files.js';
import { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

export const listExportTable = new SqlTable<ListExport>('list_export', {
  exportNo: ['export_no', text(32)], operatorNo: ['operator_no', text(32)], listName: ['list_name', text(64)],
  parameters: ['parameter_list', json<ListExport['parameters']>((parsed) => parsed as ListExport['parameters'])], scope: ['row_scope', text(64)], place: ['run_place', text(40)],
  state: ['state', stateOf(listExportArrows)], written: ['rows_written', int], fileNo: ['file_no', optional(text(32))], fileName: ['file_name', optional(words(fileNameChars))],
  failure: ['fail_cause', optional(oneOf(exportFailures))], startedAt: ['started_at', epochMs], seenAt: ['seen_at', epochMs], endedAt: ['ended_at', optional(epochMs)], version: ['version', int],
}, ['exportNo'], ['operatorNo', 'listName', 'parameters', 'scope', 'startedAt']);

/** Exports on any engine (export-books port). */
export class SqlExportReader implements ExportReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async byNo(exportNo: string): Promise<ListExport | undefined> { return listExportTable.first(this.#session, { exportNo }); }
  async byFile(fileNo: string): Promise<ListExport | undefined> { return listExportTable.first(this.#session, { fileNo }); }

  async runningOf(operatorNo: string): Promise<readonly ListExport[]> {
    const rows: unknown = await listExportTable.matchingAny(this.#session, 'place', placesOf(operatorNo))?.orderBy(listExportTable.column('place'));
    return listExportTable.list(rows ?? []);
  }

  async silentSince(before: EpochMs): Promise<readonly ListExport[]> {
    const [no, seenAt] = [listExportTable.column('exportNo'), listExportTable.column('seenAt')];
    const rows: unknown = await listExportTable.matching(this.#session, { state: 'running' }).where(seenAt, '<', before).orderBy([seenAt, no]).limit(maxSilentExports);
    return listExportTable.list(rows);
  }
}

export class SqlExportStore extends SqlExportReader implements ExportStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit);
    this.#unit = unit;
    this.#engine = engine;
  }

  async add(listExport: ListExport): Promise<void> {
    const { place } = listExport;
    if (await addOnce(listExportTable, this.#unit, this.#engine, { place }, listExport) === 'exists') throw new ConcurrentChange('the place of an export was taken meanwhile');
  }
  put(listExport: ListExport): Promise<void> { return listExportTable.put(this.#unit, listExport); }
}
