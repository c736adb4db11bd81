import { maxTradesAtOnce, type DaySum, type SettlementStore, type TradeStore } from '../../../../application/ports/settlement-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { SettlementEntry } from '../../../../domain/settlement/settlement-entry.js';
import type { Trade } from '../../../../domain/settlement/trade.js';
import { maxDaySums, within } from '../sql/settlement-repository.js';
import { pageSize, withinMaxRows } from '../sql/row-limits.js';
import { maxInList } from '../sql/stored-values.js';
import { addOnce, seen, writing, type View } from './memory-stores.js';
import { joined } from './memory-table.js';

/** Those asked for, once each; no more than one question may have. */
export function asked(values: readonly string[]): readonly string[] {
  if (values.length > maxInList) throw new RangeError(`more than ${maxInList} values of one question`);
  return [...new Set(values)];
}

export const byText = <T>(textOf: (row: T) => string) => (a: T, b: T): number => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);

/** Movements of money over the memory tables. */
export function tradeStore(view: View): TradeStore {
  const { trades } = view.tables;
  const found = (keys: readonly string[]): readonly Trade[] => asked(keys).flatMap((key) => trades.get(key, seen(view)) ?? []);
  const ofMerchant = (id: string, isOne: (row: Trade) => boolean): Trade[] => trades.group('merchant', id, seen(view)).filter(isOne);
  const changeEach = (keys: readonly string[], changes: Pick<Trade, 'settleState' | 'settledDay'> & Partial<Pick<Trade, 'seenRunNo'>>): void => {
    writing(view);
    const rows = found(keys);
    if (rows.length !== new Set(keys).size) throw new ConcurrentChange('not all of the trades are there');
    for (const row of rows) trades.write({ ...row, ...changes });
  };
  const place = ({ clearingDay, tradeKey }: Pick<Trade, 'clearingDay' | 'tradeKey'>): string => `${clearingDay} ${tradeKey}`;
  return {
    byKeys: async (keys) => found(keys),
    byChannelNo: async (id, no) => ofMerchant(id, (row) => row.channelOrderNo === no)[0],
    ofOrder: async (no) => withinMaxRows('trades', trades.group('order', no, seen(view))).sort((a, b) => a.createdAt - b.createdAt),
    unsettled: async ({ channelMerchantId, from, to, after, limit }) => ofMerchant(channelMerchantId, (row) => row.settleState === 'open'
      && row.clearingDay >= from && row.clearingDay <= to && (after === undefined || place(row) > place(after)))
      .sort(byText(place)).slice(0, pageSize(limit, maxTradesAtOnce)),
    settledUnseen: async ({ channelMerchantId, day, runNo, after, limit }) => ofMerchant(channelMerchantId, (row) => row.settledDay === day
      && row.seenRunNo !== runNo && (after === undefined || row.tradeKey > after)).slice(0, pageSize(limit, maxTradesAtOnce)),
    anyOn: async (id, day) => ofMerchant(id, (row) => row.clearingDay === day).length > 0,
    add: (row) => addOnce(view, trades, row),
    addFresh: async (row) => {
      if (await addOnce(view, trades, row) === 'exists') throw new Error('a movement of money was booked twice');
    },
    markSettled: async (keys, settledDay, seenRunNo) => { changeEach(keys, { settleState: 'settled', settledDay, seenRunNo }); },
    markOpen: async (keys) => { changeEach(keys, { settleState: 'open', settledDay: undefined }); },
  };
}

/** Entries, statements, certificates and locks over the memory tables. */
export function settlementStore(view: View): SettlementStore {
  const { entries, statements, certificates, locks } = view.tables;
  const certified = () => certificates.all(seen(view)).sort(byText((row) => row.day));
  return {
    ofTrades: async (keys) => [...asked(keys)].sort().flatMap((key) => entries.group('trade', key, seen(view))),
    ofStatement: async ({ merchantNo, settleDay, after, limit }) => entries.group('payeeDay', joined(merchantNo, settleDay), seen(view))
      .sort((a, b) => byText<SettlementEntry>((row) => row.tradeKey)(a, b) || a.entryNo - b.entryNo)
      .filter((row) => after === undefined || row.tradeKey > after.tradeKey || (row.tradeKey === after.tradeKey && row.entryNo > after.entryNo))
      .slice(0, pageSize(limit, maxTradesAtOnce)),
    sumsOfDay: async (day, by, until) => within(maxDaySums, sums(entries.group(by, day, seen(view)).filter(({ createdAt }) => until === undefined || createdAt <= until))),
    statement: async (merchantNo, settleDay, kind) => statements.get(joined(merchantNo, settleDay, kind), seen(view)),
    statementsOn: async (day) => within(maxDaySums, [...new Set(statements.group('day', day, seen(view)).filter(({ kind }) => kind === 'normal').map((row) => row.merchantNo))].sort()),
    certificate: async (day) => certificates.get(day, seen(view)),
    lastCertificate: async () => certified().at(-1),
    certificates: async (after, limit) => certified().filter((row) => after === undefined || row.day > after).slice(0, pageSize(limit, maxTradesAtOnce)),
    lock: async (month) => locks.get(month, seen(view)),
    addAll: async (rows) => {
      for (const row of rows) if (await addOnce(view, entries, row) === 'exists') throw new ConcurrentChange('settlement entries were written meanwhile');
    },
    addStatement: (row) => addOnce(view, statements, row),
    addCertificate: (row) => addOnce(view, certificates, row),
    addLock: (row) => addOnce(view, locks, row),
  };
}

function sums(rows: readonly SettlementEntry[]): readonly DaySum[] {
  const found = new Map<string, DaySum>();
  for (const { channelMerchantId, merchantNo, ...row } of rows) {
    const key = joined(channelMerchantId, merchantNo);
    const sum = found.get(key) ?? { tradeCount: 0, tradeAmount: 0n, settledAmount: 0n, feeAmount: 0n };
    found.set(key, {
      channelMerchantId, merchantNo, tradeCount: sum.tradeCount + row.tradeCount, tradeAmount: sum.tradeAmount + row.tradeAmount,
      settledAmount: sum.settledAmount + row.settledAmount, feeAmount: sum.feeAmount + row.feeAmount,
    });
  }
  return [...found.entries()].sort(byText(([key]) => key)).map(([, sum]) => sum);
}
