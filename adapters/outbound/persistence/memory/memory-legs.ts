import { maxLegsAtOnce, type GapPlace, type LegStore } from '../../../../application/ports/leg-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { LegCheck } from '../../../../domain/settlement/leg-check.js';
import type { KeptGap } from '../../../../domain/settlement/order-legs.js';
import { pageSize, withinMaxRows } from '../sql/row-limits.js';
import { asked, byText } from './memory-settlement.js';
import { addOnce, put, seen, type View } from './memory-stores.js';
import { joined } from './memory-table.js';

const placeOf = ({ platformOrderNo, leg, seq }: GapPlace): string => joined(platformOrderNo, leg, String(seq).padStart(10, '0'));
export const legGapKey = (gap: Pick<KeptGap, 'day' | 'platformOrderNo' | 'leg' | 'seq'>): string => joined(gap.day, placeOf(gap));
export const legCheckKey = ({ day, channelMerchantId }: Pick<LegCheck, 'day' | 'channelMerchantId'>): string => joined(day, channelMerchantId);

/** The four-way check over the memory tables. */
export function legStore(view: View): LegStore {
  const { orders, refunds, notices, eBills, legGaps, legChecks } = view.tables;
  const ofDay = (day: string): readonly KeptGap[] => legGaps.group('day', day, seen(view));
  const ofOrders = <T>(nos: readonly string[], rowsOf: (no: string) => readonly T[]): readonly T[] => asked(nos).flatMap(rowsOf);
  return {
    ordersOf: async (nos) => ofOrders(nos, (no) => [orders.get(no, seen(view))].filter((row) => row !== undefined)).map(
      ({ platformOrderNo, merchantNo, bizOrderNo, orderAmount, bizDiscountAmount, nontaxInfo, paidAttemptNo }) =>
        ({ platformOrderNo, merchantNo, bizOrderNo, orderAmount, bizDiscountAmount, nontaxInfo, paidAttemptNo })),
    refundsOf: async (nos) => ofOrders(nos, (no) => refunds.group('order', no, seen(view))).filter(({ state }) => state === 'refunded')
      .map(({ platformOrderNo, attemptNo, refundAmount }) => ({ platformOrderNo, attemptNo, refundAmount })),
    noticesOf: async (nos) => {
      const wanted = new Set(asked(nos));
      return notices.all(seen(view)).flatMap(({ platformOrderNo, step, totalAmount }) => (platformOrderNo !== undefined && wanted.has(platformOrderNo) ? [{ platformOrderNo, step, totalAmount }] : []));
    },
    billsOf: async (nos) => ofOrders(nos, (no) => eBills.group('order', no, seen(view)))
      .map(({ platformOrderNo, round, state, amount, base, isWhole, said }) => ({ platformOrderNo, round, state, amount, base, isWhole, said })),

    check: async (day, channelMerchantId) => legChecks.get(legCheckKey({ day, channelMerchantId }), seen(view)),
    checksOn: async (day) => withinMaxRows('legChecks', legChecks.group('day', day, seen(view))),
    gap: async (no) => legGaps.all(seen(view)).find(({ gapNo }) => gapNo === no),
    gapsOf: async (day, nos) => {
      const wanted = new Set(asked(nos));
      return ofDay(day).filter(({ platformOrderNo }) => wanted.has(platformOrderNo));
    },
    ordersWithGaps: async ({ day, channelMerchantId, after, limit }) => [...new Set(ofDay(day).filter((gap) => gap.channelMerchantId === channelMerchantId && gap.closedAt === undefined
      && (after === undefined || gap.platformOrderNo > after)).map(({ platformOrderNo }) => platformOrderNo))].sort().slice(0, pageSize(limit, maxLegsAtOnce)),
    openAt: async ({ day, at, after, limit }) => ofDay(day).filter((gap) => gap.firstSeenAt <= at && (gap.closedAt === undefined || gap.closedAt > at)
      && (after === undefined || placeOf(gap) > placeOf(after))).sort(byText(placeOf)).slice(0, pageSize(limit, maxLegsAtOnce)),

    addCheck: (check) => addOnce(view, legChecks, check),
    putCheck: (check) => put(view, legChecks, legCheckKey(check), check),
    addGaps: async (gaps) => {
      for (const gap of gaps) if (await addOnce(view, legGaps, gap) === 'exists') throw new ConcurrentChange('gaps were added meanwhile');
    },
    closeGap: async (gap) => {
      const known = legGaps.get(legGapKey(gap), true);
      await put(view, legGaps, legGapKey(gap), { ...(known ?? gap), closedAt: gap.closedAt, version: gap.version === known?.version ? gap.version : -1 });
    },
  };
}
