import { maxSharedRows, type SharePageQuery, type ShareStore } from '../../../../application/ports/share-books.js';
import { isBehind, type SharePlace } from '../../../../domain/sharing/share-progress.js';
import { pageSize } from '../sql/row-limits.js';
import { asked, byText } from './memory-settlement.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';
import { joined } from './memory-table.js';

/** Rows in the order of their turn. */
function paged<T>(rows: readonly T[], placeOf: (row: T) => SharePlace, { after, until, limit }: SharePageQuery): readonly T[] {
  return rows.filter((row) => placeOf(row).at <= until && isBehind(placeOf(row), after))
    .sort((a, b) => placeOf(a).at - placeOf(b).at || byText<T>((row) => placeOf(row).id)(a, b)).slice(0, pageSize(limit, maxSharedRows));
}

const countUntil = <T>(rows: readonly T[], placeOf: (row: T) => SharePlace, until: SharePlace): number => rows.filter((row) => !isBehind(placeOf(row), until)).length;

/** What is kept of sharing data with the city, over the memory tables. */
export function shareStore(view: View): ShareStore {
  const { sharedOrders, shareProgress, shareBatches, shareQuarantine, sharePolicies, shareNodes } = view.tables;
  const orderPlace = (row: { readonly notedAt: number; readonly platformOrderNo: string }): SharePlace => ({ at: row.notedAt, id: row.platformOrderNo });
  const nodePlace = (row: { readonly changedAt: number; readonly nodeId: string }): SharePlace => ({ at: row.changedAt, id: row.nodeId });
  const open = (target: string) => shareQuarantine.all(seen(view)).filter((row) => row.target === target && row.state === 'open');
  return {
    progress: async (target, table) => shareProgress.get(joined(target, table), seen(view)),
    batches: async (target, table, limit) => shareBatches.all(seen(view)).filter((row) => row.target === target && (table === undefined || row.table === table))
      .sort((a, b) => b.beganAt - a.beganAt || byText<typeof a>((row) => row.batchNo)(b, a)).slice(0, pageSize(limit, maxSharedRows)),
    quarantined: async (no) => shareQuarantine.get(no, seen(view)),
    quarantinedOf: async (target, table, keys) => asked(keys).flatMap((key) => shareQuarantine.group('row', joined(target, table, key), seen(view))),
    openQuarantine: async (target, after, limit) => open(target).filter((row) => after === undefined || row.quarantineNo > after)
      .sort(byText((row) => row.quarantineNo)).slice(0, pageSize(limit, maxSharedRows)),
    openQuarantineCount: async (target, table) => open(target).filter((row) => row.table === table).length,
    policies: async () => sharePolicies.all(seen(view)).sort(byText((row) => joined(row.table, row.column))),
    noted: async (no) => sharedOrders.get(no, seen(view)),
    notedPage: async (query) => paged(sharedOrders.all(seen(view)), orderPlace, query),
    notedCount: async (until) => countUntil(sharedOrders.all(seen(view)), orderPlace, until),
    nodes: async (ids) => asked(ids).flatMap((id) => shareNodes.get(id, seen(view)) ?? []),
    nodePage: async (query) => paged(shareNodes.all(seen(view)), nodePlace, query),
    nodeCount: async (until) => countUntil(shareNodes.all(seen(view)), nodePlace, until),
    paidOrderNos: async (where, after, limit) => view.tables.orders.all(seen(view))
      .filter(({ platformOrderNo: no, state }) => state === 'paid' && (after === undefined || no > after)
        && (view.tables.archivedOrders.get(no, seen(view)) !== undefined) === (where === 'archived'))
      .map(({ platformOrderNo }) => platformOrderNo).sort().slice(0, pageSize(limit, maxSharedRows)),
    nodesById: async (after, limit) => shareNodes.all(seen(view)).filter((row) => after === undefined || row.nodeId > after)
      .sort(byText((row) => row.nodeId)).slice(0, pageSize(limit, maxSharedRows)),
    addProgress: (row) => addOnce(view, shareProgress, row),
    putProgress: (row) => put(view, shareProgress, joined(row.target, row.table), row),
    addBatch: async (row) => {
      if (await addOnce(view, shareBatches, row) === 'exists') throw new Error('a batch number was given twice');
    },
    addQuarantined: async (row) => {
      writing(view);
      if (shareQuarantine.group('row', joined(row.target, row.table, row.rowKey), true).length > 0) return 'exists';
      return addOnce(view, shareQuarantine, row);
    },
    putQuarantined: (row) => put(view, shareQuarantine, row.quarantineNo, row),
    addPolicy: (row) => addOnce(view, sharePolicies, row),
    putPolicy: (row) => put(view, sharePolicies, joined(row.table, row.column), row),
    addNoted: (row) => addOnce(view, sharedOrders, row),
    putNoted: (row) => put(view, sharedOrders, row.platformOrderNo, row),
    addNode: (row) => addOnce(view, shareNodes, row),
    putNode: (row) => put(view, shareNodes, row.nodeId, row),
  };
}
