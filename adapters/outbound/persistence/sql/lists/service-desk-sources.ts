import type { Knex } from 'knex';
import { codeOf } from '../../../../../contracts/lists/codes.js';
import { abnormalOrder, abnormalOrders, repeatOrder, repeatOrders } from '../../../../../contracts/lists/service-desk-lists.js';
import type { HandlingNote } from '../../../../../domain/reconciliation/handling.js';
import type { RefundState } from '../../../../../domain/refunds/refund.js';
import { int } from '../codecs.js';
import { sealedIn } from './cells.js';
import { coded, merchantNamedLike, moments, momentsOf, rangeOf, startOf, whole } from './conditions.js';
import { merchantName, withMerchant } from './joins.js';
import { formula, type Formula, type ListDb } from './list-db.js';
import { unionSource, type Condition, type Part, type RawRow } from './list-source.js';
import { places, told, type TableName, type ToldWord } from './order-tables.js';

/** A record with its order, its attempt and the attempt's channel merchant. */
const withOrder = (record: string, at: TableName) => (db: ListDb): Knex.QueryBuilder => withMerchant(db, db.leftJoin(
  db.leftJoin(db.from(at(record), 'record'), at('pay_order'), 'order_of', ['order_of.platform_order_no', 'record.platform_order_no']),
  at('pay_attempt'), 'attempt_of', ['attempt_of.attempt_no', 'record.attempt_no']), 'attempt_of.channel_merchant_id');

/** Where the order is not known here, what the channel says it moved. */
const orderAmount = formula('coalesce(??, ??)', 'order_of.order_amount', 'record.amount');

const searches = {
  bizOrderNo: whole('order_of.biz_order_no'), platformOrderNo: whole('record.platform_order_no'), channelOrderNo: whole('record.channel_order_no', false),
  channelMerchantName: merchantNamedLike('attempt_of.channel_merchant_id'), handleState: coded('record.handle_state', 'handleState'),
};

/** Several refunds of one attempt: the one that is furthest. */
const byProgress = ['failed', 'requested', 'refunding', 'refunded'] as const satisfies readonly RefundState[];
const refundProgress = (at: TableName): Formula => formula(
  `(select max(case ?? ${byProgress.map((_, rank) => `when ? then ${rank}`).join(' ')} end) from ?? ?? where ?? = ?? and ?? = ??)`,
  'refund_of.state', ...byProgress, at('pay_refund'), 'refund_of', 'refund_of.platform_order_no', 'record.platform_order_no', 'refund_of.attempt_no', 'record.attempt_no');

function refundState(row: RawRow): string | undefined {
  const rank: unknown = row['refund_state'];
  return rank === null || rank === undefined ? undefined : codeOf('refundState', byProgress[int.decode(rank)] ?? '');
}

/** Whoever asks and whoever decides take turns. Notes are not archived. */
const refundAsked = (kind: HandlingNote['objectKind'], no: string): Formula => formula('(select sum(case when ?? = ? then 1 when ?? in (?, ?) then -1 else 0 end) from ?? ?? where ?? = ? and ?? = ??)',
  'asked_of.note_action', 'refund-asked', 'asked_of.note_action', 'refund-approved', 'refund-rejected', 'handling_note', 'asked_of', 'asked_of.object_kind', kind, 'asked_of.object_no', no);

const repeats = (at: TableName): Part<typeof repeatOrders> => ({
  from: withOrder('repeat_payment', at), payee: 'record.merchant_no',
  columns: {
    createTime: 'record.created_at', bizOrderNo: 'order_of.biz_order_no', payChannel: 'record.pay_channel', orderAmount, platformOrderNo: 'record.platform_order_no',
    channelOrderNo: 'record.channel_order_no', channelMerchantName: merchantName, handleState: 'record.handle_state', refundState: refundProgress(at), attemptNo: 'record.attempt_no', refundAsked: refundAsked('repeat', 'record.attempt_no'),
  },
  filters: { ...searches, createDate: moments('record.created_at') },
});
export const repeatOrdersSource = unionSource(repeatOrders, [repeats(places[0]), repeats(places[1])], { key: [{ name: 'attempt_no', type: 'text' }], read: { refundState } });

const blocks = (at: TableName, toldState: ToldWord, paidAt: string) => ({
  orderState: 'order_of.state', createTime: formula('coalesce(??, ??)', 'order_of.created_at', 'record.created_at'), payerMobile: 'order_of.payer_mobile',
  tradeAmount: 'record.amount', orderAmount, payChannel: 'record.pay_channel',
  orderProgress: { steps: ['order_of.created_at', 'attempt_of.created_at', paidAt, told(at, toldState, 'record.platform_order_no')] },
  bizOrderNo: 'order_of.biz_order_no', platformOrderNo: 'record.platform_order_no', orderTitle: 'order_of.order_title', channelOrderNo: 'record.channel_order_no',
  channelMerchantName: merchantName, payState: 'attempt_of.state',
});

const repeat = (at: TableName): Part<typeof repeatOrder> => ({
  from: withOrder('repeat_payment', at), payee: 'record.merchant_no', columns: { ...blocks(at, 'repeat-paid', 'record.paid_at'), handleState: 'record.handle_state', attemptNo: 'record.attempt_no', refundAsked: refundAsked('repeat', 'record.attempt_no') },
  extras: { [sealedIn]: 'record.platform_order_no' },
  filters: { attemptNo: whole('record.attempt_no') },
});
export const repeatOrderSource = unionSource(repeatOrder, [repeat(places[0]), repeat(places[1])], { key: [{ name: 'attempt_no', type: 'text' }] });

const orderTime = formula('coalesce(??, ??)', 'order_of.created_at', 'record.created_at');

/** The day of the order. No record is older than its order, so the index on records narrows too. */
const createdOn: Condition = (query, value) => {
  const { from } = rangeOf(value);
  if (from !== undefined) query.where('record.created_at', '>=', startOf(from));
  momentsOf(query, orderTime, value);
};

const abnormals = (at: TableName): Part<typeof abnormalOrders> => ({
  from: withOrder('abnormal_order', at), payee: 'record.merchant_no',
  columns: {
    orderTime, bizOrderNo: 'order_of.biz_order_no', payChannel: 'record.pay_channel', orderAmount, platformOrderNo: 'record.platform_order_no',
    channelOrderNo: 'record.channel_order_no', channelMerchantName: merchantName, handleState: 'record.handle_state', abnormalState: 'record.kind', abnormalId: 'record.abnormal_id', refundAsked: refundAsked('abnormal', 'record.abnormal_id'),
  },
  filters: { ...searches, createDate: createdOn },
});
export const abnormalOrdersSource = unionSource(abnormalOrders, [abnormals(places[0]), abnormals(places[1])], { key: [{ name: 'abnormal_id', type: 'text' }] });

const abnormal = (at: TableName): Part<typeof abnormalOrder> => ({
  from: withOrder('abnormal_order', at), payee: 'record.merchant_no',
  columns: { ...blocks(at, 'paid', 'attempt_of.paid_at'), abnormalState: 'record.kind', explanation: 'record.remark', handleState: 'record.handle_state', abnormalId: 'record.abnormal_id', refundAsked: refundAsked('abnormal', 'record.abnormal_id') },
  extras: { [sealedIn]: 'record.platform_order_no' },
  filters: { abnormalId: whole('record.abnormal_id') },
});
export const abnormalOrderSource = unionSource(abnormalOrder, [abnormal(places[0]), abnormal(places[1])], { key: [{ name: 'abnormal_id', type: 'text' }] });
