import type { ListView } from '../../../../../contracts/lists/list-view.js';
import { portalDailySettlementDetails, portalDailySettlements, portalPayeeSettlementDetails, portalPayeeSettlements, portalUnsettled } from '../../../../../contracts/lists/portal-settlement-lists.js';
import { coded, days, moments, oneDay, payeeNamedLike } from './conditions.js';
import { payeeName, signed, withPayee, zero } from './joins.js';
import { plainSource, sumSource } from './list-source.js';
import { creditedSum, dueSums, entryColumns, entryKey, noSettledSums, openTrades, payeeEntries, settledSums } from './settlement-sources.js';

const { count, amount } = dueSums('trade');
const tradeSums = { tradeCount: count, tradeAmount: amount, ...noSettledSums, creditedAmount: zero };
const entrySums = { tradeCount: zero, tradeAmount: zero, ...settledSums('entry'), creditedAmount: creditedSum('entry') };
const filtersOf = (table: string) => ({ orderDate: days(`${table}.order_date`), payeeName: payeeNamedLike(`${table}.merchant_no`) });
const dayAndChannel = (table: string) => ({ orderDate: `${table}.order_date`, payChannel: `${table}.pay_channel` });
const payeeOf = (table: string) => ({ payeeName: zero, merchantNo: `${table}.merchant_no` });

export const portalDailySettlementsSource = sumSource(portalDailySettlements, [
  {
    from: (db) => db.from('trade', 'trade'), groupBy: ['trade.order_date', 'trade.pay_channel'], payee: 'trade.merchant_no', filters: filtersOf('trade'),
    columns: { ...dayAndChannel('trade'), ...tradeSums },
  },
  {
    from: (db) => db.from('settlement_entry', 'entry'), groupBy: ['entry.order_date', 'entry.pay_channel'], payee: 'entry.merchant_no', filters: filtersOf('entry'),
    columns: { ...dayAndChannel('entry'), ...entrySums },
  },
], { groups: ['order_date', 'pay_channel'], key: [{ name: 'pay_channel', type: 'text' }] });

export const portalPayeeSettlementsSource = sumSource(portalPayeeSettlements, [
  {
    from: (db) => db.from('trade', 'trade'), groupBy: ['trade.order_date', 'trade.merchant_no', 'trade.pay_channel'], payee: 'trade.merchant_no', filters: filtersOf('trade'),
    columns: { ...dayAndChannel('trade'), ...payeeOf('trade'), ...tradeSums },
  },
  {
    from: (db) => db.from('settlement_entry', 'entry'), groupBy: ['entry.order_date', 'entry.merchant_no', 'entry.pay_channel'], payee: 'entry.merchant_no', filters: filtersOf('entry'),
    columns: { ...dayAndChannel('entry'), ...payeeOf('entry'), ...entrySums },
  },
], { groups: ['order_date', 'merchant_no', 'pay_channel'], payeeName: 'payeeName', key: [{ name: 'merchant_no', type: 'text' }, { name: 'pay_channel', type: 'text' }] });

export const portalDailySettlementDetailsSource = plainSource(portalDailySettlementDetails, {
  from: (db) => withPayee(db, db.from('settlement_entry', 'entry'), 'entry.merchant_no'), payee: 'entry.merchant_no', extras: entryKey.extras,
  columns: { ...entryColumns, payeeName },
  filters: { orderDate: oneDay('entry.order_date'), payChannel: coded('entry.pay_channel', 'payChannel'), payeeName: payeeNamedLike('entry.merchant_no') },
}, { key: entryKey.key });

export const portalPayeeSettlementDetailsSource = plainSource<typeof portalPayeeSettlementDetails & ListView>(portalPayeeSettlementDetails, payeeEntries, { key: entryKey.key });

export const portalUnsettledSource = plainSource(portalUnsettled, {
  from: (db) => withPayee(db, db.from('trade', 'trade').where(openTrades), 'trade.merchant_no'), payee: 'trade.merchant_no', extras: { row_key: 'trade.trade_key' },
  columns: {
    tradeTime: 'trade.trade_at', bizOrderNo: 'trade.biz_order_no', tradeAmount: signed('trade.kind', 'trade.amount'), payeeName, orderType: 'trade.kind',
    payChannel: 'trade.pay_channel',
  },
  filters: { tradeDate: moments('trade.trade_at') },
}, { key: [{ name: 'row_key', type: 'text' }] });
