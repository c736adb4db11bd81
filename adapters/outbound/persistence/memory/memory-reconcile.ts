import type { ReconcileStore } from '../../../../application/ports/reconcile-books.js';
import { maxTradesAtOnce } from '../../../../application/ports/settlement-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { DifferenceState } from '../../../../domain/reconciliation/difference.js';
import { notCleared } from '../sql/reconcile-repository.js';
import { pageSize, withinMaxRows } from '../sql/row-limits.js';
import { asked, byText } from './memory-settlement.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';
import { joined } from './memory-table.js';

const unlessTaken = (added: 'added' | 'exists', what: string): void => {
  if (added === 'exists') throw new ConcurrentChange(`${what} was added meanwhile`);
};
const fresh = (added: 'added' | 'exists', what: string): void => {
  if (added === 'exists') throw new Error(`a number of ${what} was given twice`);
};

/** Bills, runs, days, differences and notes over the memory tables. */
export function reconcileStore(view: View): ReconcileStore {
  const { bills, runs, items, days, differences, notes } = view.tables;
  const runsOf = (id: string, day: string) => runs.group('merchantDay', joined(id, day), seen(view));
  const onDay = (id: string, day: string, states: readonly DifferenceState[]) =>
    differences.group('merchant', id, seen(view)).filter((row) => row.clearingDay === day && states.includes(row.state));
  return {
    bill: async (no) => bills.get(no, seen(view)),
    billsOf: async (id, day) => withinMaxRows('bills', bills.group('merchantDay', joined(id, day), seen(view))).sort((a, b) => a.receivedAt - b.receivedAt).reverse(),
    run: async (no) => runs.get(no, seen(view)),
    runsOf: async (id, day, limit) => runsOf(id, day).sort((a, b) => b.sequence - a.sequence).slice(0, pageSize(limit, maxTradesAtOnce)),
    itemsOf: async (runNo, after, limit) => items.group('run', runNo, seen(view)).filter((row) => after === undefined || row.itemNo > after).slice(0, pageSize(limit, maxTradesAtOnce)),
    day: async (id, day) => days.get(joined(id, day), seen(view)),
    daysOn: async (day) => withinMaxRows('days', days.group('day', day, seen(view))).sort(byText((row) => row.channelMerchantId)),
    difference: async (no) => differences.get(no, seen(view)),
    differencesOn: async (id, subjects) => asked(subjects).flatMap((subject) => differences.group('subject', joined(id, subject), seen(view))),
    differencesOf: async ({ channelMerchantId, clearingDay, states, after, limit }) => onDay(channelMerchantId, clearingDay, states)
      .filter((row) => after === undefined || row.differenceNo > after).slice(0, pageSize(limit, maxTradesAtOnce)),
    differencesOfPayee: async ({ merchantNo, clearingDay, after, limit }) => differences.all(seen(view))
      .filter((row) => row.merchantNo === merchantNo && row.clearingDay === clearingDay && row.state !== 'cleared' && (after === undefined || row.differenceNo > after))
      .sort(byText((row) => row.differenceNo)).slice(0, pageSize(limit, maxTradesAtOnce)),
    differencesUnseen: async ({ channelMerchantId, clearingDay, runNo, limit }) => onDay(channelMerchantId, clearingDay, notCleared)
      .filter((row) => row.lastRunNo !== runNo).slice(0, pageSize(limit, maxTradesAtOnce)),
    differenceCounts: async (id, day) => ({ open: onDay(id, day, ['open']).length, waiting: onDay(id, day, ['waiting']).length }),
    notesOf: async (kind, no) => withinMaxRows('notes', notes.group('object', joined(kind, no), seen(view))).sort((a, b) => a.at - b.at),
    addBill: async (bill) => { fresh(await addOnce(view, bills, bill), 'a bill'); },
    addRun: async (run) => {
      writing(view);
      if (runsOf(run.channelMerchantId, run.clearingDay).some((row) => row.sequence === run.sequence)) throw new ConcurrentChange('a run was added meanwhile');
      unlessTaken(await addOnce(view, runs, run), 'a run');
    },
    putRun: (run) => put(view, runs, run.runNo, run),
    addItems: async (rows) => {
      for (const row of rows) fresh(await addOnce(view, items, row), 'an item');
    },
    addDay: (day) => addOnce(view, days, day),
    putDay: (day) => put(view, days, joined(day.channelMerchantId, day.clearingDay), day),
    addDifference: async (row) => {
      writing(view);
      if (differences.group('subject', joined(row.channelMerchantId, row.subject), true).length > 0) throw new ConcurrentChange('a difference was added meanwhile');
      unlessTaken(await addOnce(view, differences, row), 'a difference');
    },
    putDifference: (row) => put(view, differences, row.differenceNo, row),
    addNote: async (note) => { fresh(await addOnce(view, notes, note), 'a note'); },
  };
}
