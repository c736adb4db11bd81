import { ContainerModule } from 'inversify';
import { XlsxSpreadsheet } from '../../adapters/outbound/spreadsheet/xlsx-spreadsheet.js';
import { ExportList } from '../../application/lists/export-list.js';
import { tokens as t } from '../tokens.js';

/** More rows than this are no file a person works with; narrower filters make several. */
const mostExportedRows = 5_000_000;

/** Lists and their Excel files. */
export const lists = new ContainerModule(({ bind }) => {
  bind(t.exportList).toResolvedValue(
    (reader, files, ids, clock) => new ExportList({ lists: reader, spreadsheet: new XlsxSpreadsheet(), files, ids, clock, maxRows: mostExportedRows }), [t.lists, t.keptFiles, t.ids, t.clock]);
});
