import type { Knex } from 'knex';
import { refundOrder, refundOrders, refundReviews } from '../../../../../contracts/lists/refund-lists.js';
import type { Vault } from '../../../../../application/ports/vault.js';
import { reviewedContent } from '../../../../../domain/refunds/reviewed-content.js';
import { exactInteger, sealedIn, textOf } from './cells.js';
import { asText, coded, moments, payeeNamedLike, whole } from './conditions.js';
import { merchantName, payeeName, withMerchant, withPayee } from './joins.js';
import { formula, type Formula, type ListDb } from './list-db.js';
import { plainSource, unionSource, type Condition, type Part, type RawRow } from './list-source.js';
import { ofPayer, places, type TableName } from './order-tables.js';

const number = 'platform_refund_order_no';

const withOrder = (at: TableName) => (db: ListDb): Knex.QueryBuilder => withPayee(db,
  db.leftJoin(db.from(at('pay_refund'), 'refund_of'), at('pay_order'), 'order_of', ['order_of.platform_order_no', 'refund_of.platform_order_no']), 'refund_of.merchant_no');

/** Numbers of refunds of what stands in another table of the order. */
type Search = (db: ListDb, text: string) => Knex.QueryBuilder;

/** Refunds whose number may stand in two places: each is searched by its own index, which an OR over both would not use. */
const eitherOf = (first: Search, second: Search, ascii: boolean): Condition => asText((query, text, { db }) => {
  query.whereIn(`refund_of.${number}`, db.over(first(db, text).unionAll([second(db, text)]), 'found').select(`found.${number}`));
}, ascii);

/** The order's number or the refund's own. */
const ofBusiness = (at: TableName): Condition => eitherOf(
  (db, text) => db.from(at('pay_refund'), 'asked_as').select(`asked_as.${number}`).where('asked_as.biz_refund_order_no', text),
  (db, text) => db.leftJoin(db.from(at('pay_order'), 'paid_as'), at('pay_refund'), 'back', ['back.platform_order_no', 'paid_as.platform_order_no'])
    .select(`back.${number}`).where('paid_as.biz_order_no', text), true);

/** The payment's number or the refund's own. */
const ofChannel = (at: TableName): Condition => eitherOf(
  (db, text) => db.from(at('pay_refund'), 'asked_as').select(`asked_as.${number}`).where('asked_as.channel_refund_no', text),
  (db, text) => db.leftJoin(db.from(at('pay_attempt'), 'tried'), at('pay_refund'), 'back', ['back.platform_order_no', 'tried.platform_order_no'], ['back.attempt_no', 'tried.attempt_no'])
    .select(`back.${number}`).where('tried.channel_order_no', text), false);

const refunds = (at: TableName): Part<typeof refundOrders> => ({
  from: withOrder(at), payee: 'refund_of.merchant_no',
  columns: {
    refundApplyTime: 'refund_of.created_at', platformRefundOrderNo: `refund_of.${number}`, bizOrderNo: 'order_of.biz_order_no', refundAmount: 'refund_of.refund_amount',
    refundState: 'refund_of.state', platformOrderNo: 'refund_of.platform_order_no', payeeName,
  },
  filters: {
    refundApplyDate: moments('refund_of.created_at'), bizOrderNo: ofBusiness(at), platformOrderNo: whole('refund_of.platform_order_no'), channelOrderNo: ofChannel(at),
    payerMobile: ofPayer(at, 'refund_of.platform_order_no'), refundState: coded('refund_of.state', 'refundState'), platformRefundOrderNo: whole(`refund_of.${number}`),
  },
});
const [here, away] = places;
export const refundOrdersSource = unionSource(refundOrders, [refunds(here), refunds(away)], { key: [{ name: number, type: 'text' }] });

/** When the business system took the news of the refund. */
const told = (at: TableName): Formula => formula('(select max(??) from ?? ?? where ?? = ?? and ?? = ??)', 'told_of.accepted_at', at('merchant_callback'), 'told_of',
  'told_of.platform_order_no', 'refund_of.platform_order_no', `told_of.${number}`, `refund_of.${number}`);

const refund = (at: TableName): Part<typeof refundOrder> => ({
  from: (db) => withMerchant(db, db.leftJoin(withOrder(at)(db), at('pay_attempt'), 'attempt_of', ['attempt_of.attempt_no', 'refund_of.attempt_no']), 'attempt_of.channel_merchant_id'), payee: 'refund_of.merchant_no',
  columns: {
    refundState: 'refund_of.state', stateText: 'refund_of.state_msg', refundTitle: 'refund_of.refund_title', refundReason: 'refund_of.refund_reason', refundOrigin: 'refund_of.origin',
    approvalState: 'refund_of.approval_state', approvalRemark: 'refund_of.approval_remark', payerMobile: 'order_of.payer_mobile', payChannel: 'attempt_of.pay_channel',
    channelMerchantName: merchantName, channelOrderNo: 'attempt_of.channel_order_no', channelRefundNo: 'refund_of.channel_refund_no', platformRefundTradeNo: 'refund_of.refund_trade_no',
    refundProgress: { steps: ['refund_of.created_at', 'refund_of.sent_at', 'refund_of.refunded_at', told(at)] },
    refundApplyTime: 'refund_of.created_at', platformRefundOrderNo: `refund_of.${number}`, bizOrderNo: 'order_of.biz_order_no', refundAmount: 'refund_of.refund_amount',
    bizRefundOrderNo: 'refund_of.biz_refund_order_no', platformOrderNo: 'refund_of.platform_order_no', orderAmount: 'order_of.order_amount', payeeName,
  },
  extras: { [sealedIn]: 'refund_of.platform_order_no' },
  filters: { platformRefundOrderNo: whole(`refund_of.${number}`) },
});
export const refundOrderSource = unionSource(refundOrder, [refund(here), refund(away)], { key: [{ name: number, type: 'text' }] });

/** What the row says, in the digest that a decision about it brings back. */
const shownDigest = (row: RawRow, _today: string, vault: Vault): string => {
  const text = (name: string): string => textOf(row[name]) ?? '';
  return vault.blindIndex('pay_refund.reviewed', reviewedContent({
    platformRefundOrderNo: text(number), platformOrderNo: text('platform_order_no'), merchantNo: text('merchant_no'), attemptNo: text('attempt_no'), refundAmount: exactInteger(row['refund_amount']),
    refundTitle: text('refund_title'), refundReason: text('refund_reason'), nontaxRefundRef: text('nontax_refund_ref'),
  }));
};

/** Nothing that waits is archived. */
export const refundReviewsSource = plainSource(refundReviews, {
  from: withOrder(here), payee: 'refund_of.merchant_no',
  always: (query) => { query.where('refund_of.state', 'requested').where('refund_of.approval_state', 'pending'); },
  columns: {
    refundApplyTime: 'refund_of.created_at', platformRefundOrderNo: `refund_of.${number}`, platformOrderNo: 'refund_of.platform_order_no', bizOrderNo: 'order_of.biz_order_no', payeeName,
    orderAmount: 'order_of.order_amount', refundAmount: 'refund_of.refund_amount', refundTitle: 'refund_of.refund_title', refundReason: 'refund_of.refund_reason',
    nontaxRefundRef: 'refund_of.nontax_refund_ref', requestedBy: 'refund_of.requested_by', shownDigest: 'refund_of.content_digest',
  },
  extras: { merchant_no: 'refund_of.merchant_no', attempt_no: 'refund_of.attempt_no' },
  filters: {
    refundApplyDate: moments('refund_of.created_at'), platformRefundOrderNo: whole(`refund_of.${number}`), platformOrderNo: whole('refund_of.platform_order_no'),
    payeeName: payeeNamedLike('refund_of.merchant_no'),
  },
}, { key: [{ name: number, type: 'text' }], read: { shownDigest } });
