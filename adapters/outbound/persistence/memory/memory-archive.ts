import { maxArchivePage, type ArchiveStore } from '../../../../application/ports/archive.js';
import type { OrderRecords } from '../../../../domain/archive/old-orders.js';
import { seen, writing, type View } from './memory-stores.js';

/** In memory there is no place out of the way: archived orders are only known to be so, and stay where they are found. */
export function archiveStore(view: View): ArchiveStore {
  const { orders, attempts, refunds, callbacks, abnormalOrders, repeatPayments, archivedOrders, archiveTurns } = view.tables;
  const page = async (after: string | undefined, limit: number): Promise<readonly OrderRecords[]> => {
    const inUnit = seen(view);
    return orders.all(inUnit)
      .filter(({ platformOrderNo }) => platformOrderNo > (after ?? '') && archivedOrders.get(platformOrderNo, inUnit) === undefined)
      .sort((a, b) => (a.platformOrderNo < b.platformOrderNo ? -1 : 1)).slice(0, Math.min(limit, maxArchivePage))
      .map((order) => ({
        order, attempts: attempts.group('order', order.platformOrderNo, inUnit), refunds: refunds.group('order', order.platformOrderNo, inUnit),
        callbacks: callbacks.group('order', order.platformOrderNo, inUnit), abnormalOrders: abnormalOrders.group('order', order.platformOrderNo, inUnit),
        repeatPayments: repeatPayments.group('order', order.platformOrderNo, inUnit),
      }));
  };
  return {
    begunAt: async () => archiveTurns.get('archive', seen(view))?.begunAt,
    page, lockedPage: page,
    begin: async (at) => {
      writing(view);
      archiveTurns.write({ begunAt: at, owner: undefined, until: 0 });
    },
    takeTurn: async (owner, now, ttlMs) => {
      const turn = archiveTurns.get('archive', true);
      if (turn === undefined || (turn.owner !== owner && turn.until > now)) return false;
      writing(view);
      archiveTurns.write({ ...turn, owner, until: now + ttlMs });
      return true;
    },
    endTurn: async (owner) => {
      const turn = archiveTurns.get('archive', true);
      if (turn?.owner !== owner) return;
      writing(view);
      archiveTurns.write({ ...turn, owner: undefined, until: 0 });
    },
    move: async (numbers) => {
      writing(view);
      for (const platformOrderNo of numbers) archivedOrders.write({ platformOrderNo });
    },
  };
}
