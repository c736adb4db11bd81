import { callbacks } from '../../../../../contracts/lists/callback-lists.js';
import { orderCallbacks } from '../../../../../contracts/lists/order-lists.js';
import { refundCallbacks } from '../../../../../contracts/lists/refund-lists.js';
import type { CallbackState } from '../../../../../domain/callbacks/callback.js';
import { shownAddress } from './cells.js';
import { asText, coded, moments, whole } from './conditions.js';
import { payeeName, withPayee } from './joins.js';
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
export const refundCallbacksSource = unionSource<typeof refundCallbacks>(refundCallbacks, [
  { ...part(here), filters: { platformRefundOrderNo: ofRefund(here) } }, { ...part(away), filters: { platformRefundOrderNo: ofRefund(away) } },
], options);

/** Each state has its own select: there is their index, in the order of the list. */
const inState = (state: CallbackState): Part<typeof callbacks> => ({
  from: (db) => withPayee(db, db.from('merchant_callback', 'told_of'), 'told_of.merchant_no'), payee: 'told_of.merchant_no',
  always: (query) => { query.where('told_of.state', state); },
  columns: { ...part(here).columns, devId: 'told_of.dev_id', payeeName, platformOrderNo: 'told_of.platform_order_no' },
  filters: {
    createDate: moments('told_of.created_at'), noticeState: coded('told_of.state', 'noticeState'), devId: whole('told_of.dev_id'), orderType: coded('told_of.kind', 'orderType'),
    platformOrderNo: whole('told_of.platform_order_no'),
  },
});
export const callbacksSource = unionSource(callbacks, [inState('failed'), inState('pending'), inState('accepted')], { ...options, isCut: true });
