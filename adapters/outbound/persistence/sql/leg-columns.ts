import { noticeStepArrows } from '../../../../domain/payment-notices/notice-record.js';
import { eBillArrows } from '../../../../domain/e-bills/e-bill.js';
import type { Fen } from '../../../../domain/kernel/money.js';
import { refundArrows, type RefundState } from '../../../../domain/refunds/refund.js';
import type { LegCheck, LegPhase } from '../../../../domain/settlement/leg-check.js';
import type { LegBill, LegNotice, LegOrder } from '../../../../domain/settlement/legs-of-order.js';
import { gapKinds, gapsOfLeg, legs, type GapKind, type KeptGap, type Leg } from '../../../../domain/settlement/order-legs.js';
import { epochMs, fen, fenSum, flag, int, json, longText, oneOf, optional, text } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import { billLines, saidItems } from './e-bill-columns.js';
import { SqlTable } from './sql-table.js';
import { tradeKey } from './trade-repository.js';

const number = text(32);
const day = text(8);

/** A few columns of other tables' rows: read many at once, and nothing sealed among them. */
export const legOrderTable = new SqlTable<LegOrder>('pay_order', {
  platformOrderNo: ['platform_order_no', number], merchantNo: ['merchant_no', number], bizOrderNo: ['biz_order_no', text(128)], orderAmount: ['order_amount', fen],
  bizDiscountAmount: ['biz_discount_amount', fen], nontaxInfo: ['nontax_info', optional(longText)], paidAttemptNo: ['paid_attempt_no', optional(number)],
}, ['platformOrderNo']);

export interface LegRefundRow { readonly platformOrderNo: string; readonly attemptNo: string; readonly refundAmount: Fen; readonly state: RefundState }
export const legRefundTable = new SqlTable<LegRefundRow>('pay_refund', {
  platformOrderNo: ['platform_order_no', number], attemptNo: ['attempt_no', number], refundAmount: ['refund_amount', fen], state: ['state', stateOf(refundArrows)],
}, ['platformOrderNo']);

export const legNoticeTable = new SqlTable<LegNotice & { readonly platformOrderNo: string }>('payment_notice', {
  platformOrderNo: ['platform_order_no', number], step: ['notice_step', stateOf(noticeStepArrows)], totalAmount: ['total_amount', fen],
}, ['platformOrderNo']);

export const legBillTable = new SqlTable<LegBill & { readonly platformOrderNo: string }>('e_bill', {
  platformOrderNo: ['bill_key', number], round: ['bill_round', int], state: ['state', stateOf(eBillArrows)], amount: ['amount', fen], base: ['base_list', billLines],
  isWhole: ['whole_order', flag], said: ['said_items', optional(saidItems)],
}, ['platformOrderNo', 'round']);

/** A gap as its row holds it: the list finds the open ones by a word. */
export type LegGapRow = KeptGap & { readonly state: 'open' | 'closed' };
export const legGapRow = (gap: KeptGap): LegGapRow => ({ ...gap, state: gap.closedAt === undefined ? 'open' : 'closed' });

export const legGapTable = new SqlTable<LegGapRow>('leg_gap', {
  day: ['check_day', day], platformOrderNo: ['platform_order_no', number], leg: ['leg_name', oneOf<Leg>(legs)], seq: ['gap_seq', int], gapNo: ['gap_no', number],
  channelMerchantId: ['channel_merchant_id', number], merchantNo: ['merchant_no', number], bizOrderNo: ['biz_order_no', text(128)], kind: ['gap_kind', oneOf<GapKind>(gapKinds)],
  expected: ['expected_amount', fen], found: ['found_amount', optional(fenSum)], state: ['gap_state', oneOf(['open', 'closed'])], firstSeenAt: ['first_seen_at', epochMs],
  closedAt: ['closed_at', optional(epochMs)], version: ['version', int],
}, ['day', 'platformOrderNo', 'leg', 'seq'], ['gapNo', 'channelMerchantId', 'merchantNo', 'bizOrderNo', 'kind', 'expected', 'found', 'firstSeenAt']);

/** A check as its row holds it: figures apart, for the list. */
export interface LegCheckRow extends Omit<LegCheck, 'figures'> {
  readonly orders: number; readonly complete: number; readonly channelGaps: number; readonly noticeGaps: number; readonly billGaps: number; readonly gaps: LegCheck['figures']['gaps'];
}
export const legCheckRow = ({ figures, ...check }: LegCheck): LegCheckRow => ({
  ...check, ...figures, channelGaps: gapsOfLeg(figures, 'channel'), noticeGaps: gapsOfLeg(figures, 'payment-notice'), billGaps: gapsOfLeg(figures, 'e-bill'),
});
export const toCheck = ({ orders, complete, gaps, channelGaps: _channel, noticeGaps: _notice, billGaps: _bill, ...check }: LegCheckRow): LegCheck =>
  ({ ...check, figures: { orders, complete, gaps } });

export const legCheckTable = new SqlTable<LegCheckRow>('leg_check', {
  day: ['check_day', day], channelMerchantId: ['channel_merchant_id', number], runNo: ['run_no', number], state: ['state', oneOf<LegCheck['state']>(['running', 'done'])],
  phase: ['check_phase', oneOf<LegPhase>(['settled', 'open', 'again'])], after: ['after_key', optional(tradeKey)], orders: ['order_count', int], complete: ['complete_count', int],
  channelGaps: ['channel_gaps', int], noticeGaps: ['notice_gaps', int], billGaps: ['bill_gaps', int],
  gaps: ['gap_figures', json<LegCheck['figures']['gaps']>((parsed) => parsed as Readonly<Record<string, number>>)], walkedAt: ['walked_at', epochMs],
  changedAt: ['changed_at', epochMs], lookAt: ['look_at', optional(epochMs)], oldestAt: ['oldest_at', optional(epochMs)], alarmedAt: ['alarmed_at', optional(epochMs)], version: ['version', int],
}, ['day', 'channelMerchantId']);
