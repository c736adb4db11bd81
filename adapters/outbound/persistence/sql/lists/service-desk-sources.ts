import type { Knex } from 'knex';
import { codeOf, wordsOf } from '../../../../../contracts/lists/codes.js';
import { abnormalOrder, abnormalOrders, repeatOrder, repeatOrders } from '../../../../../contracts/lists/service-desk-lists.js';
import type { HandlingNote } from '../../../../../domain/reconciliation/handling.js';
import type { RefundState } from '../../../../../domain/refunds/refund.js';
import { int } from '../codecs.js';
import { sealedIn } from './cells.js';
import { asText, coded, merchantNamedLike, moments, momentsOf, none, rangeOf, startOf, whole } from './conditions.js';
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

/** Begins with the order, by its index: whoever asks by its number gives no day. */
const ofBusiness = (at: TableName): Condition => asText((query, text, { db }) => {
  query.whereIn('record.platform_order_no', db.from(at('pay_order'), 'paid_as').select('paid_as.platform_order_no').where('paid_as.biz_order_no', text));
});

const searches = (at: TableName) => ({
  bizOrderNo: ofBusiness(at), platformOrderNo: whole('record.platform_order_no'), channelOrderNo: whole('record.channel_order_no', false),
  channelMerchantName: merchantNamedLike('attempt_of.channel_merchant_id'), handleState: coded('record.handle_state', 'handleState'),
});

/** Several refunds of one attempt: the one that is furthest. */
const byProgress = ['failed', 'requested', 'refunding', 'refunded'] as const satisfies readonly RefundState[];
const refundProgress = (at: TableName): Formula => formula(
  `(select max(case ?? ${byProgress.map((_, rank) => `when ? then ${rank}`).join(' ')} end) from ?? ?? where ?? = ?? and ?? = ??)`,
  'refund_of.state', ...byProgress, at('pay_refund'), 'refund_of', 'refund_of.platform_order_no', 'record.platform_order_no', 'refund_of.attempt_no', 'record.attempt_no');

function refundState(row: RawRow): string | undefined {
  const rank: unknown = row['refund_state'];
  return rank === null || rank === undefined ? undefined : codeOf('refundState', byProgress[int.decode(rank)] ?? '');
}

type Kind = Extract<HandlingNote['objectKind'], 'repeat' | 'abnormal'>;
const giveBackWords = ['refund-asked', 'refund-approved', 'refund-rejected'] as const satisfies readonly HandlingNote['action'][];
/** The newest of the notes about what `asked_of` is about, because numbers of notes go up with time. Each select looks one level up and no further: not every engine lets it. Notes are not archived. */
const isNewest = (kind: Kind): Formula => formula('?? = (select max(??) from ?? ?? where ?? = ? and ?? = ?? and ?? in (?, ?, ?))',
  'asked_of.note_no', 'newest_of.note_no', 'handling_note', 'newest_of', 'newest_of.object_kind', kind, 'newest_of.object_no', 'asked_of.object_no', 'newest_of.note_action', ...giveBackWords);

/** What was said last of a question whether the money goes back. */
function giveBackState(kind: Kind, no: string): Formula {
  const { sql, values } = isNewest(kind);
  return formula(`coalesce((select ?? from ?? ?? where ?? = ? and ?? = ?? and ${sql}), ?)`, 'asked_of.note_action', 'handling_note', 'asked_of', 'asked_of.object_kind', kind, 'asked_of.object_no', no, ...values, 'none');
}

/** Begins with the notes: few cases have one. */
const gaveBack = (kind: Kind, no: string): Condition => (query, value, { db }) => {
  const words = typeof value === 'string' ? wordsOf('giveBackState', value) : [];
  if (words.length === 0) { none(query); return; }
  const notes = db.from('handling_note', 'asked_of').select('asked_of.object_no').where('asked_of.object_kind', kind);
  const { sql, values } = isNewest(kind);
  if (words.includes('none')) query.whereNotIn(no, notes.whereIn('asked_of.note_action', [...giveBackWords]));
  else query.whereIn(no, notes.whereIn('asked_of.note_action', [...words]).whereRaw(sql, [...values]));
};

const repeats = (at: TableName): Part<typeof repeatOrders> => ({
  from: withOrder('repeat_payment', at), payee: 'record.merchant_no',
  columns: {
    createTime: 'record.created_at', bizOrderNo: 'order_of.biz_order_no', payChannel: 'record.pay_channel', orderAmount, platformOrderNo: 'record.platform_order_no',
    channelOrderNo: 'record.channel_order_no', channelMerchantName: merchantName, handleState: 'record.handle_state', refundState: refundProgress(at), giveBackState: giveBackState('repeat', 'record.attempt_no'),
    attemptNo: 'record.attempt_no',
  },
  filters: { ...searches(at), createDate: moments('record.created_at'), giveBackState: gaveBack('repeat', 'record.attempt_no') },
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
  from: withOrder('repeat_payment', at), payee: 'record.merchant_no',
  columns: {
    ...blocks(at, 'repeat-paid', 'record.paid_at'), createTime: 'record.created_at', handleState: 'record.handle_state', giveBackState: giveBackState('repeat', 'record.attempt_no'), orderTime: 'order_of.created_at',
    attemptNo: 'record.attempt_no',
  },
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
    channelOrderNo: 'record.channel_order_no', channelMerchantName: merchantName, handleState: 'record.handle_state', abnormalState: 'record.kind',
    giveBackState: giveBackState('abnormal', 'record.abnormal_id'), abnormalId: 'record.abnormal_id',
  },
  filters: { ...searches(at), createDate: createdOn, giveBackState: gaveBack('abnormal', 'record.abnormal_id') },
});
export const abnormalOrdersSource = unionSource(abnormalOrders, [abnormals(places[0]), abnormals(places[1])], { key: [{ name: 'abnormal_id', type: 'text' }] });

const abnormal = (at: TableName): Part<typeof abnormalOrder> => ({
  from: withOrder('abnormal_order', at), payee: 'record.merchant_no',
  columns: {
    ...blocks(at, 'paid', 'attempt_of.paid_at'), abnormalState: 'record.kind', explanation: 'record.remark', handleState: 'record.handle_state', giveBackState: giveBackState('abnormal', 'record.abnormal_id'),
    foundTime: 'record.created_at', abnormalId: 'record.abnormal_id',
  },
  extras: { [sealedIn]: 'record.platform_order_no' },
  filters: { abnormalId: whole('record.abnormal_id') },
});
export const abnormalOrderSource = unionSource(abnormalOrder, [abnormal(places[0]), abnormal(places[1])], { key: [{ name: 'abnormal_id', type: 'text' }] });
