import type { Knex } from 'knex';
import { orderRefunds, payOrder, payOrders } from '../../../../../contracts/lists/order-lists.js';
import { sealedIn } from './cells.js';
import { asText, coded, moments, payeeNamedLike, whole } from './conditions.js';
import { merchantName, payeeName, withMerchant, withPayee } from './joins.js';
import { formula, type ListDb } from './list-db.js';
import { unionSource, type Condition, type Part } from './list-source.js';
import { ofPayer, places, told, withPaidAttempt, type TableName } from './order-tables.js';

/** Orders that are paid have one moment, the others another: each has its own select, so that one index serves both. */
type TradeTime = 'order_of.paid_at' | 'order_of.created_at';

const withPayment = (at: TableName) => (db: ListDb): Knex.QueryBuilder => withPaidAttempt(db, at, withPayee(db, db.from(at('pay_order'), 'order_of'), 'order_of.merchant_no'));

/** A payer reads the number of whichever attempt took the money, also where the order was paid twice. */
const tried = (at: TableName): Condition => asText((query, number, { db }) => {
  query.whereIn('order_of.platform_order_no', db.from(at('pay_attempt'), 'tried').select('tried.platform_order_no').where('tried.channel_order_no', number));
}, false);

const inState = (at: TableName): Condition => (query, value, asked) => {
  if (value === '5') query.whereExists(asked.db.from(at('repeat_payment'), 'paid_again').select('paid_again.attempt_no').whereRaw('?? = ??', ['paid_again.platform_order_no', 'order_of.platform_order_no']));
  else coded('order_of.state', 'orderState')(query, value, asked);
};

/** An order has `paid_at` when, and only when, it is paid (`2`); one that was paid again (`5`) may be either. */
const mayBeInState = (tradeTime: TradeTime, state: unknown): boolean => state === undefined || state === '5' || (state === '2') === (tradeTime === 'order_of.paid_at');

const orders = (at: TableName, tradeTime: TradeTime): Part<typeof payOrders> => ({
  from: withPayment(at), payee: 'order_of.merchant_no',
  always: (query) => { if (tradeTime === 'order_of.paid_at') query.whereNotNull('order_of.paid_at'); else query.whereNull('order_of.paid_at'); },
  mayHold: ({ orderState }) => mayBeInState(tradeTime, orderState),
  columns: {
    tradeTime, platformOrderNo: 'order_of.platform_order_no', bizOrderNo: 'order_of.biz_order_no', orderAmount: 'order_of.order_amount', orderState: 'order_of.state', payeeName,
    payChannel: 'order_of.pay_channel', payMethod: 'attempt_of.pay_method',
  },
  filters: {
    tradeDate: moments(tradeTime), bizOrderNo: whole('order_of.biz_order_no'), platformOrderNo: whole('order_of.platform_order_no'), channelOrderNo: tried(at),
    payerMobile: ofPayer(at, 'order_of.platform_order_no'), devId: whole('order_of.dev_id'), payChannel: coded('order_of.pay_channel', 'payChannel'), orderState: inState(at),
    payeeName: payeeNamedLike('order_of.merchant_no'), payMethod: coded('attempt_of.pay_method', 'payMethod'),
  },
});
const [here, away] = places;
export const payOrdersSource = unionSource(payOrders, [
  orders(here, 'order_of.paid_at'), orders(here, 'order_of.created_at'), orders(away, 'order_of.paid_at'), orders(away, 'order_of.created_at'),
], { key: [{ name: 'platform_order_no', type: 'text' }], isCut: true });

/** The first time that the payer went to a channel, whatever came of it. */
const firstTry = (at: TableName) => formula('(select min(??) from ?? ?? where ?? = ??)', 'tried.created_at', at('pay_attempt'), 'tried', 'tried.platform_order_no', 'order_of.platform_order_no');

const order = (at: TableName): Part<typeof payOrder> => ({
  from: (db) => withMerchant(db, withPayment(at)(db), 'attempt_of.channel_merchant_id'), payee: 'order_of.merchant_no',
  columns: {
    orderState: 'order_of.state', stateText: 'order_of.state_msg', payerMobile: 'order_of.payer_mobile',
    tradeAmount: formula('?? - ?? - coalesce(??, 0)', 'order_of.order_amount', 'order_of.biz_discount_amount', 'order_of.channel_discount_amount'),
    discountAmount: formula('?? + coalesce(??, 0)', 'order_of.biz_discount_amount', 'order_of.channel_discount_amount'),
    payChannel: 'order_of.pay_channel', payMethod: 'attempt_of.pay_method', channelOrderNo: 'order_of.channel_order_no', channelMerchantName: merchantName,
    orderProgress: { steps: ['order_of.created_at', firstTry(at), 'order_of.paid_at', told(at, 'paid', 'order_of.platform_order_no')] },
    tradeTime: formula('coalesce(??, ??)', 'order_of.paid_at', 'order_of.created_at'), platformOrderNo: 'order_of.platform_order_no', bizOrderNo: 'order_of.biz_order_no',
    orderAmount: 'order_of.order_amount', orderTitle: 'order_of.order_title', payeeName, devId: 'order_of.dev_id', expireTime: 'order_of.expires_at', closeTime: 'order_of.closed_at',
  },
  extras: { [sealedIn]: 'order_of.platform_order_no' },
  filters: { platformOrderNo: whole('order_of.platform_order_no') },
});
export const payOrderSource = unionSource(payOrder, [order(here), order(away)], { key: [{ name: 'platform_order_no', type: 'text' }] });

const refunds = (at: TableName): Part<typeof orderRefunds> => ({
  from: (db) => db.from(at('pay_refund'), 'refund_of'), payee: 'refund_of.merchant_no',
  columns: {
    refundApplyTime: 'refund_of.created_at', platformRefundOrderNo: 'refund_of.platform_refund_order_no', refundAmount: 'refund_of.refund_amount', refundState: 'refund_of.state',
  },
  filters: { platformOrderNo: whole('refund_of.platform_order_no') },
});
export const orderRefundsSource = unionSource(orderRefunds, [refunds(here), refunds(away)], { key: [{ name: 'platform_refund_order_no', type: 'text' }] });
