import { maxSilentExports, type ExportStore } from '../../../../application/ports/export-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { placesOf } from '../../../../domain/lists/list-export.js';
import { byText } from './memory-settlement.js';
import { addOnce, put, seen, type View } from './memory-stores.js';

/** Exports of lists over the memory tables. */
export function exportStore(view: View): ExportStore {
  const { listExports } = view.tables;
  return {
    byNo: async (no) => listExports.get(no, seen(view)),
    byFile: async (fileNo) => listExports.all(seen(view)).find((row) => row.fileNo === fileNo),
    runningOf: async (operatorNo) => listExports.all(seen(view)).filter(({ place }) => placesOf(operatorNo).includes(place)).sort(byText(({ place }) => place)),
    silentSince: async (before) => listExports.all(seen(view)).filter(({ state, seenAt }) => state === 'running' && seenAt < before)
      .sort((a, b) => a.seenAt - b.seenAt || (a.exportNo < b.exportNo ? -1 : 1)).slice(0, maxSilentExports),
    add: async (listExport) => {
      if (listExports.all(seen(view)).some(({ place }) => place === listExport.place)) throw new ConcurrentChange('the place of an export was taken meanwhile');
      if (await addOnce(view, listExports, listExport) === 'exists') throw new Error('a number was given twice');
    },
    put: async (listExport) => {
      const { operatorNo, listName, parameters, scope, startedAt } = listExports.get(listExport.exportNo, true) ?? listExport;
      await put(view, listExports, listExport.exportNo, { ...listExport, operatorNo, listName, parameters, scope, startedAt });
    },
  };
}
