import type { ColumnName, ListView } from '../../../../../contracts/lists/list-view.js';
import { codeOf } from '../../../../../contracts/lists/codes.js';
import { payeeSettlementDetails, payeeSettlements, settlementDetails, settlements, unsettledTrade, unsettledTrades } from '../../../../../contracts/lists/settlement-lists.js';
import { daysBetween } from '../../../../../domain/reconciliation/clearing-day.js';
import { ageOf } from '../../../../../domain/settlement/settlement-entry.js';
import { sealedIn, textOf } from './cells.js';
import { asText, coded, days, merchantNamed, moments, oneDay, whole } from './conditions.js';
import { merchantName, signed, signedSum, withMerchant, zero } from './joins.js';
import { formula, type Expression } from './list-db.js';
import { plainSource, sumSource, type Part } from './list-source.js';

/** 应结: trades as booked, refunds negative; 已结: what entries say. Each list adds up both. */
export const dueSums = (table: string) => ({ count: formula('count(*)'), amount: signedSum(`${table}.kind`, `${table}.amount`) });
export const settledSums = (table: string) => ({
  settledCount: formula('sum(??)', `${table}.trade_count`), settledAmount: formula('sum(??)', `${table}.settled_amount`), feeAmount: formula('sum(??)', `${table}.fee_amount`),
});
export const noSettledSums = { settledCount: zero, settledAmount: zero, feeAmount: zero };
/** What reaches the payee (design 4a). */
export const creditedSum = (table: string) => formula('sum(?? - ??)', `${table}.settled_amount`, `${table}.fee_amount`);

const settlementFilters = (table: string) => ({
  orderDate: days(`${table}.order_date`), payChannel: coded(`${table}.pay_channel`, 'payChannel'),
  acquiringChannel: coded(`${table}.pay_channel`, 'acquiringChannel'), channelMerchantName: merchantNamed(`${table}.channel_merchant_id`),
});

const due = dueSums('trade');
export const settlementsSource = sumSource(settlements, [
  {
    from: (db) => db.from('trade', 'trade'), payee: 'trade.merchant_no', groupBy: ['trade.order_date'], filters: settlementFilters('trade'),
    columns: { orderDate: 'trade.order_date', dueCount: due.count, dueAmount: due.amount, ...noSettledSums, creditedAmount: zero },
  },
  {
    from: (db) => db.from('settlement_entry', 'entry'), payee: 'entry.merchant_no', groupBy: ['entry.order_date'], filters: settlementFilters('entry'),
    columns: { orderDate: 'entry.order_date', dueCount: zero, dueAmount: zero, ...settledSums('entry'), creditedAmount: creditedSum('entry') },
  },
], { groups: ['order_date'], key: [] });

/** Sum over the entries of a trade. */
export const sumOfEntries = (column: string): Expression =>
  formula('(select sum(??) from ?? where ?? = ??)', `settlement_entry.${column}`, 'settlement_entry', 'settlement_entry.trade_key', 'trade.trade_key');

/**
 * The newest settlement day of a trade. Not the bare column: PostgreSQL, where it has no statistics yet, would look for its maximum in the index of
 * all settlement days, from the end, for every row.
 */
const lastSettleDay: Expression = formula('(select max(coalesce(??, ??)) from ?? where ?? = ??)', 'settlement_entry.settle_day', 'settlement_entry.clearing_day',
  'settlement_entry', 'settlement_entry.trade_key', 'trade.trade_key');

export const settlementDetailsSource = plainSource(settlementDetails, {
  from: (db) => withMerchant(db, db.from('trade', 'trade'), 'trade.channel_merchant_id'), payee: 'trade.merchant_no',
  columns: {
    tradeTime: 'trade.trade_at', bizOrderNo: 'trade.biz_order_no', tradeAmount: signed('trade.kind', 'trade.amount'), platformOrderNo: 'trade.platform_order_no',
    channelOrderNo: 'trade.channel_order_no', settleDate: lastSettleDay, settledAmount: sumOfEntries('settled_amount'),
    feeAmount: sumOfEntries('fee_amount'), payChannel: 'trade.pay_channel', channelMerchantName: merchantName, orderType: 'trade.kind',
  },
  extras: { row_key: 'trade.trade_key' },
  filters: { ...settlementFilters('trade'), orderDate: oneDay('trade.order_date') },
}, { key: [{ name: 'row_key', type: 'text' }] });

export const openTrades = { 'trade.settle_state': 'open' } as const;

/** A refund is found by its own number, not by that of its payment. */
const payOrRefund = asText((query, number) => {
  query.where((row) => { row.where('trade.platform_refund_order_no', number).orWhere((payment) => { payment.where('trade.platform_order_no', number).where('trade.kind', 'payment'); }); });
});

export const unsettledTradesSource = plainSource(unsettledTrades, {
  from: (db) => db.from('trade', 'trade').where(openTrades), payee: 'trade.merchant_no',
  columns: {
    tradeTime: 'trade.trade_at', bizOrderNo: 'trade.biz_order_no',
    orderAmount: formula('case when ?? = ? then -?? else ?? end', 'trade.kind', 'refund', 'trade.amount', 'trade.order_amount'),
    payChannel: 'trade.pay_channel', payMethod: 'trade.pay_method',
    payOrRefundOrderNo: formula('case when ?? = ? then ?? else ?? end', 'trade.kind', 'refund', 'trade.platform_refund_order_no', 'trade.platform_order_no'),
    splitMode: 'trade.share_list', unsettledAge: 'trade.clearing_day', tradeKey: 'trade.trade_key',
  },
  filters: {
    tradeDate: moments('trade.trade_at'), payChannel: coded('trade.pay_channel', 'payChannel'), acquiringChannel: coded('trade.pay_channel', 'acquiringChannel'),
    bizOrderNo: whole('trade.biz_order_no'), payMethod: coded('trade.pay_method', 'payMethod'), payOrRefundOrderNo: payOrRefund,
  },
}, {
  key: [{ name: 'trade_key', type: 'text' }],
  read: {
    splitMode: (row) => codeOf('splitMode', ['', '[]'].includes(textOf(row['split_mode']) ?? '') ? 'none' : 'sub-merchant'),
    unsettledAge: (row, today) => codeOf('unsettledAge', ageOf(daysBetween(textOf(row['unsettled_age']) ?? today, today))),
  },
});

export const unsettledTradeSource = plainSource(unsettledTrade, {
  from: (db) => db.leftJoin(db.from('trade', 'trade'), 'pay_order', 'order_of', ['order_of.platform_order_no', 'trade.platform_order_no']), payee: 'trade.merchant_no',
  columns: {
    createTime: formula('coalesce(??, ??)', 'order_of.created_at', 'trade.created_at'), payerMobile: 'order_of.payer_mobile',
    tradeAmount: formula('case when ?? = ? then -?? else ?? - ?? end', 'trade.kind', 'refund', 'trade.amount', 'trade.amount', 'trade.channel_discount_amount'),
    orderAmount: 'trade.order_amount',
    discountAmount: formula('case when ?? = ? then 0 else ?? - ?? + ?? end', 'trade.kind', 'refund', 'trade.order_amount', 'trade.amount', 'trade.channel_discount_amount'),
    payChannel: 'trade.pay_channel', payMethod: 'trade.pay_method',
  },
  extras: { row_key: 'trade.trade_key', [sealedIn]: 'trade.platform_order_no' },
  filters: { tradeKey: whole('trade.trade_key') },
}, { key: [{ name: 'row_key', type: 'text' }] });

const byPayee = ['merchant_no', 'pay_channel'];
const grouped = (table: string) => ({ payeeName: zero, merchantNo: `${table}.merchant_no`, payChannel: `${table}.pay_channel` });
export const payeeSettlementsSource = sumSource(payeeSettlements, [
  {
    from: (db) => db.from('trade', 'trade'), payee: 'trade.merchant_no', groupBy: ['trade.merchant_no', 'trade.pay_channel'], filters: { orderDate: days('trade.order_date') },
    columns: { ...grouped('trade'), dueCount: due.count, dueAmount: due.amount, ...noSettledSums },
  },
  {
    from: (db) => db.from('settlement_entry', 'entry'), payee: 'entry.merchant_no', groupBy: ['entry.merchant_no', 'entry.pay_channel'], filters: { orderDate: days('entry.order_date') },
    columns: { ...grouped('entry'), dueCount: zero, dueAmount: zero, ...settledSums('entry') },
  },
], { groups: byPayee, payeeName: 'payeeName', key: [{ name: 'merchant_no', type: 'text' }, { name: 'pay_channel', type: 'text' }] });

/** Columns that every list of entries shows from the same places. */
export const entryColumns = {
  settleDate: 'entry.settle_day', bizOrderNo: 'entry.biz_order_no', tradeAmount: 'entry.trade_amount', settledAmount: 'entry.settled_amount',
  creditedAmount: formula('?? - ??', 'entry.settled_amount', 'entry.fee_amount'), feeAmount: 'entry.fee_amount', tradeTime: 'entry.trade_at',
  orderType: 'entry.kind', payChannel: 'entry.pay_channel',
} as const;
export const entryKey = { extras: { row_key: 'entry.trade_key', row_no: 'entry.entry_no' }, key: [{ name: 'row_key', type: 'text' }, { name: 'row_no', type: 'int' }] } as const;

/** Entries of one payee, for console and portal. */
export const payeeEntries: Part<typeof payeeSettlementDetails> = {
  from: (db) => db.from('settlement_entry', 'entry'), payee: 'entry.merchant_no', extras: entryKey.extras,
  columns: { orderDate: 'entry.order_date', ...entryColumns } satisfies Record<ColumnName<typeof payeeSettlementDetails>, Expression>,
  filters: { merchantNo: whole('entry.merchant_no'), orderDate: days('entry.order_date'), payChannel: coded('entry.pay_channel', 'payChannel') },
};
export const payeeSettlementDetailsSource = plainSource<typeof payeeSettlementDetails & ListView>(payeeSettlementDetails, payeeEntries, { key: entryKey.key });
