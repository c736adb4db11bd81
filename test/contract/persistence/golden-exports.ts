import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { listExportTable } from '../../../adapters/outbound/persistence/sql/export-repository.js';
import { exportTable } from '../../../adapters/outbound/persistence/sql/sql-kept-files.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { aListExport } from '../../builders/exports.js';
import { no, noon } from './builders.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;

/** One row of each table of exports. */
export const exportRows = (): Readonly<Record<string, StoredRow>> => ({
  list_export: listExportTable.encode(aListExport()), kept_export: exportTable.encode({ fileNo: no(8601), chunkCount: 2, touchedAt: noon }),
});

/** Where nothing is there yet. */
export const exportsOnNothing: Works = { 'exports.add': ({ unitOfWork }) => unitOfWork.run(({ exports }) => exports.add(aListExport())) };

/** Every question, and every change of a row that is there. */
export const exportsOnRows: Works = {
  'exports': ({ unitOfWork }) => unitOfWork.read(async ({ exports }) => [
    await exports.byNo(no(7701)), await exports.byFile(no(8601)), await exports.runningOf('O1'), await exports.silentSince(noon),
  ]),
  'exports.put': ({ unitOfWork }) => unitOfWork.run(({ exports }) => exports.put(aListExport())),
  'keptFiles.forgetExports, a part': (store) => store.keptFiles(runningSm3).forgetExports(noon + 1, 1),
  'keptFiles.forgetExports': (store) => store.keptFiles(runningSm3).forgetExports(noon + 1, 100),
};
