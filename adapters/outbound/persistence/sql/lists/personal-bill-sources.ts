import { personalBillPushes } from '../../../../../contracts/lists/personal-bill-lists.js';
import { coded, moments, whole } from './conditions.js';
import { payeeName, withPayee } from './joins.js';
import { plainSource } from './list-source.js';

export const personalBillPushesSource = plainSource(personalBillPushes, {
  from: (db) => withPayee(db, db.from('personal_bill_push', 'push_of'), 'push_of.merchant_no'), payee: 'push_of.merchant_no',
  columns: {
    createTime: 'push_of.created_at', platformOrderNo: 'push_of.platform_order_no', bizOrderNo: 'push_of.biz_order_no', payeeName, devId: 'push_of.dev_id',
    personalBillState: 'push_of.bill_state', pushState: 'push_of.state', tries: 'push_of.tries', lastTriedTime: 'push_of.last_tried_at',
    lastAnswer: 'push_of.last_answer', nextTryTime: 'push_of.next_try_at', acceptedTime: 'push_of.accepted_at',
  },
  filters: {
    createDate: moments('push_of.created_at'), platformOrderNo: whole('push_of.platform_order_no'), devId: whole('push_of.dev_id'),
    pushState: coded('push_of.state', 'pushState'),
  },
}, { key: [{ name: 'platform_order_no', type: 'text' }] });
