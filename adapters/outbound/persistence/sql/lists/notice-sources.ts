import { abnormalNotices, nontaxRegions, noticeLog, noticeSettlement, noticeSettlements, noticeTrade, noticeTrades } from '../../../../../contracts/lists/notice-lists.js';
import type { Knex } from 'knex';
import { archiveName } from '../sql-table.js';
import { sealedIn } from './cells.js';
import { coded, days, partOf, whole } from './conditions.js';
import { merchantName, payeeName, withMerchant, withPayee } from './joins.js';
import { formula, type ListDb } from './list-db.js';
import { plainSource, unionSource, type NarrowToPayees, type Part } from './list-source.js';
import { sumOfEntries } from './settlement-sources.js';

export const nontaxRegionsSource = plainSource(nontaxRegions, {
  from: (db) => db.from('nontax_region', 'region'),
  columns: {
    nontaxRegionCode: 'region.nontax_region_code', nontaxRegionName: 'region.nontax_region_name', eBillRegionCode: 'region.e_bill_region_code', eBillRegionName: 'region.e_bill_region_name',
    regionName: 'region.region_name', regionCode: 'region.region_code',
  },
  filters: { nontaxRegionCode: whole('region.nontax_region_code'), nontaxRegionName: partOf('region.nontax_region_name') },
}, { key: [{ name: 'region_code', type: 'text' }] });

/** Notices that were paid here, each with its trade: archived orders leave both where they are. */
const withTrade = (db: ListDb): Knex.QueryBuilder => db.leftJoin(db.from('payment_notice', 'notice').whereNotNull('notice.trade_key'), 'trade', 'trade', ['trade.trade_key', 'notice.trade_key']);
const paid = { payCode: 'notice.pay_code', totalAmount: 'notice.total_amount', payDate: 'notice.pay_day' } as const;
const channel = { payChannel: 'trade.pay_channel', platformOrderNo: 'trade.platform_order_no' } as const;
const settled = { settled: 'trade.settle_state', settleDate: 'trade.settled_day', settledAmount: sumOfEntries('settled_amount') } as const;
const searches = { payDate: days('notice.pay_day'), payCode: whole('notice.pay_code') };
const oneNotice = { noticeNo: whole('notice.notice_no') };
const byNotice = [{ name: 'notice_no', type: 'text' }] as const;
const rowKey = { row_key: 'notice.notice_no' } as const;
const byRow = [{ name: 'row_key', type: 'text' }] as const;

export const noticeTradesSource = plainSource(noticeTrades, {
  from: (db) => withPayee(db, withTrade(db), 'notice.merchant_no'), payee: 'notice.merchant_no',
  columns: { ...paid, ...channel, channelOrderNo: 'trade.channel_order_no', payeeName, noticeNo: 'notice.notice_no' },
  filters: { ...searches, payChannel: coded('trade.pay_channel', 'payChannel') },
}, { key: byNotice });

/** The phone stands in the order, which may be in the archive. */
export const noticeTradeSource = plainSource(noticeTrade, {
  from: (db) => db.leftJoin(db.leftJoin(withPayee(db, withTrade(db), 'notice.merchant_no'), 'pay_order', 'order_of', ['order_of.platform_order_no', 'trade.platform_order_no']),
    archiveName('pay_order'), 'old_order', ['old_order.platform_order_no', 'trade.platform_order_no']), payee: 'notice.merchant_no',
  columns: {
    ...paid, ...channel, channelOrderNo: 'trade.channel_order_no', payeeName, payerMobile: formula('coalesce(??, ??)', 'order_of.payer_mobile', 'old_order.payer_mobile'), tradeTime: 'trade.trade_at',
    noticeStep: 'notice.notice_step',
  },
  extras: { ...rowKey, [sealedIn]: 'trade.platform_order_no' }, filters: oneNotice,
}, { key: byRow });

/** An entry is its notice's. */
const ofNotice: NarrowToPayees = (query, payees, db) => { query.whereIn('log.notice_no', db.from('payment_notice', 'owned').select('owned.notice_no').whereIn('owned.merchant_no', payees)); };

const said: Part<typeof noticeLog> = {
  from: (db) => db.from('notice_log', 'log'), payee: ofNotice, extras: { row_key: 'log.log_no' },
  columns: { noticeTime: 'log.logged_at', noticeContent: 'log.said_text', noticeState: 'log.log_state', noticeReply: 'log.reply_text' },
  filters: { noticeNo: whole('log.notice_no') },
};
/** Callbacks of the order that pays it; told apart by what they are about. */
const toldIn = (table: string): Part<typeof noticeLog> => ({
  from: (db) => db.leftJoin(db.from(table, 'told'), 'payment_notice', 'notice', ['notice.platform_order_no', 'told.platform_order_no']), payee: 'notice.merchant_no',
  extras: { row_key: 'told.callback_id' },
  columns: {
    noticeTime: formula('coalesce(??, ??)', 'told.last_tried_at', 'told.created_at'),
    noticeContent: formula('case when ?? = ? then ? else ? end', 'told.kind', 'refund', '通知业务系统退款结果', '通知业务系统支付结果'), noticeState: 'told.state', noticeReply: 'told.last_answer',
  },
  filters: oneNotice,
});
export const noticeLogSource = unionSource(noticeLog, [said, toldIn('merchant_callback'), toldIn(archiveName('merchant_callback'))], { key: byRow });

export const noticeSettlementsSource = plainSource(noticeSettlements, {
  from: withTrade, payee: 'notice.merchant_no', columns: { ...paid, ...settled, ...channel, noticeNo: 'notice.notice_no' },
  filters: { ...searches, settleDate: days('trade.settled_day'), settled: coded('trade.settle_state', 'settledState') },
}, { key: byNotice });

export const noticeSettlementSource = plainSource(noticeSettlement, {
  from: withTrade, payee: 'notice.merchant_no', columns: { ...paid, ...settled, feeAmount: sumOfEntries('fee_amount'), ...channel, channelOrderNo: 'trade.channel_order_no' }, extras: rowKey, filters: oneNotice,
}, { key: byRow });

/** Place of a record among all, by the day it is about. */
const seqNo = formula('(select count(*) from ?? ?? where ?? < ?? or (?? = ?? and ?? <= ??))', 'abnormal_notice', 'older', 'older.pay_day', 'abn.pay_day', 'older.pay_day', 'abn.pay_day',
  'older.abnormal_no', 'abn.abnormal_no');

export const abnormalNoticesSource = plainSource(abnormalNotices, {
  from: (db) => withMerchant(db, db.leftJoin(db.from('abnormal_notice', 'abn'), 'trade', 'trade', ['trade.trade_key', 'abn.trade_key']), 'trade.channel_merchant_id'),
  columns: {
    seqNo, totalAmount: 'abn.amount', payDate: 'abn.pay_day', orderDate: 'abn.order_date', payCode: 'abn.pay_code', platformOrderNo: 'abn.platform_order_no', abnormalType: 'abn.kind',
    handleState: 'abn.handle_state', channelOrderNo: 'trade.channel_order_no', channelMerchantName: merchantName, channelAppId: 'merchant_of.channel_app_id', bizOrderNo: 'trade.biz_order_no',
    explanation: 'abn.remark', abnormalNo: 'abn.abnormal_no',
  },
  filters: { payDate: days('abn.pay_day'), payCode: whole('abn.pay_code'), handleState: coded('abn.handle_state', 'handleState') },
}, { key: [{ name: 'abnormal_no', type: 'text' }] });
