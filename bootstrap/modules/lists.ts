import { ContainerModule } from 'inversify';
import { ExportRounds } from '../../adapters/inbound/jobs/export-rounds.js';
import { XlsxSpreadsheet } from '../../adapters/outbound/spreadsheet/xlsx-spreadsheet.js';
import { ExportDesk } from '../../application/lists/export-desk.js';
import { ExportList } from '../../application/lists/export-list.js';
import { TidyExports } from '../../application/lists/tidy-exports.js';
import { tokens as t } from '../tokens.js';

/** More rows than this are no file a person works with; narrower filters make several. */
const mostExportedRows = 5_000_000;
/** Exports that a process works on at once: each keeps a writing thread and the database busy. */
const mostExportsAtOnce = 4;

/** Lists and their Excel files. */
export const lists = new ContainerModule(({ bind }) => {
  bind(t.exportList).toResolvedValue(
    (reader, files, ids, clock) => new ExportList({ lists: reader, spreadsheet: new XlsxSpreadsheet(), files, ids, clock, maxRows: mostExportedRows }), [t.lists, t.keptFiles, t.ids, t.clock]);
  bind(t.exportDesk).toResolvedValue(
    (unitOfWork, exportList, files, ids, clock, journal) => new ExportDesk({ unitOfWork, exportList, files, ids, clock, journal, maxAtOnce: mostExportsAtOnce }),
    [t.unitOfWork, t.exportList, t.keptFiles, t.ids, t.clock, t.journal]);
  bind(t.exportRounds).toResolvedValue(
    (unitOfWork, files, ids, clock, journal, desk) => new ExportRounds({ tidy: new TidyExports({ unitOfWork, files, ids, clock, isAtWork: (exportNo) => desk.isAtWork(exportNo) }), journal }),
    [t.unitOfWork, t.keptFiles, t.ids, t.clock, t.journal, t.exportDesk]);
});
