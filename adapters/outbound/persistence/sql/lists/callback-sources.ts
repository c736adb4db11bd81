import { orderCallbacks } from '../../../../../contracts/lists/order-lists.js';
import { refundCallbacks } from '../../../../../contracts/lists/refund-lists.js';
import { shownAddress } from './cells.js';
import { asText, whole } from './conditions.js';
import { unionSource, type Condition, type Part, type RawRow } from './list-source.js';
import { places, type TableName } from './order-tables.js';

const part = (at: TableName): Omit<Part<typeof orderCallbacks>, 'filters'> => ({
  from: (db) => db.from(at('merchant_callback'), 'told_of'), payee: 'told_of.merchant_no',
  columns: {
    createTime: 'told_of.created_at', orderType: 'told_of.kind', toldState: 'told_of.told_state', noticeState: 'told_of.state', tries: 'told_of.tries', lastTryTime: 'told_of.last_tried_at',
    lastAnswer: 'told_of.last_answer', nextTryTime: 'told_of.next_try_at', acceptTime: 'told_of.accepted_at', address: 'told_of.target_url',
    platformRefundOrderNo: 'told_of.platform_refund_order_no', callbackId: 'told_of.callback_id',
  },
});

/** The callbacks of a refund stand under its order: there is their index. */
const ofRefund = (at: TableName): Condition => asText((query, number, { db }) => {
  query.where('told_of.platform_refund_order_no', number)
    .whereIn('told_of.platform_order_no', db.from(at('pay_refund'), 'refund_of').select('refund_of.platform_order_no').where('refund_of.platform_refund_order_no', number));
});

const options = { key: [{ name: 'callback_id', type: 'text' }], read: { address: (row: RawRow) => shownAddress(row['address']) } } as const;
const [here, away] = places;
const ofOrder = { platformOrderNo: whole('told_of.platform_order_no') };
export const orderCallbacksSource = unionSource(orderCallbacks, [{ ...part(here), filters: ofOrder }, { ...part(away), filters: ofOrder }], options);
export const refundCallbacksSource = unionSource(refundCallbacks, [
  { ...part(here), filters: { platformRefundOrderNo: ofRefund(here) } }, { ...part(away), filters: { platformRefundOrderNo: ofRefund(away) } },
], options);
