import { legChecks, legGaps } from '../../../../../contracts/lists/leg-lists.js';
import { coded, days, merchantNamed, whole } from './conditions.js';
import { merchantName, payeeName, withMerchant, withPayee } from './joins.js';
import { plainSource } from './list-source.js';

export const legChecksSource = plainSource(legChecks, {
  from: (db) => withMerchant(db, db.from('leg_check', 'check_of'), 'check_of.channel_merchant_id'),
  columns: {
    reconcileDate: 'check_of.check_day', channelMerchantName: merchantName, checkState: 'check_of.state', orderCount: 'check_of.order_count', completeCount: 'check_of.complete_count',
    channelGaps: 'check_of.channel_gaps', noticeGaps: 'check_of.notice_gaps', billGaps: 'check_of.bill_gaps', checkTime: 'check_of.changed_at', nextCheckTime: 'check_of.look_at',
  },
  extras: { channel_merchant_id: 'check_of.channel_merchant_id' },
  filters: { reconcileDate: days('check_of.check_day'), channelMerchantName: merchantNamed('check_of.channel_merchant_id') },
}, { key: [{ name: 'channel_merchant_id', type: 'text' }] });

export const legGapsSource = plainSource(legGaps, {
  from: (db) => withPayee(db, db.from('leg_gap', 'gap_of'), 'gap_of.merchant_no'),
  columns: {
    reconcileDate: 'gap_of.check_day', platformOrderNo: 'gap_of.platform_order_no', bizOrderNo: 'gap_of.biz_order_no', payeeName, leg: 'gap_of.leg_name', gapKind: 'gap_of.gap_kind',
    expectedAmount: 'gap_of.expected_amount', foundAmount: 'gap_of.found_amount', foundTime: 'gap_of.first_seen_at', closedTime: 'gap_of.closed_at', gapState: 'gap_of.gap_state',
    gapNo: 'gap_of.gap_no',
  },
  filters: {
    reconcileDate: days('gap_of.check_day'), platformOrderNo: whole('gap_of.platform_order_no'), leg: coded('gap_of.leg_name', 'leg'), gapKind: coded('gap_of.gap_kind', 'gapKind'),
    gapState: coded('gap_of.gap_state', 'gapState'),
  },
}, { key: [{ name: 'gap_no', type: 'text' }] });
