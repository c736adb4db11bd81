import { orderArrows, type Order, type OrderTerminal, type SubOrder } from '../../../../domain/payments/order.js';
import { fen as toFen } from '../../../../domain/kernel/money.js';
import { epochMs, fen, int, json, longText, oneOf, optional, text, words } from './codecs.js';
import { payChannel, stateOf } from './domain-codecs.js';
import type { Columns } from './row-shape.js';
import { SqlTable } from './sql-table.js';

/** An order as its row holds it: the payer's data sealed, each beside its blind index, and all under a code. */
export interface OrderRow extends Omit<Order, 'payer'> {
  readonly rowMac: string | undefined;
  readonly payerName: string | undefined; readonly payerNameIndex: string | undefined;
  readonly payerMobile: string | undefined; readonly payerMobileIndex: string | undefined;
  readonly payerCertNo: string | undefined; readonly payerCertNoIndex: string | undefined;
}

const terminals = ['any', 'pc', 'bar'] as const satisfies readonly OrderTerminal[];
const hash = text(64);

const subOrders = json<readonly SubOrder[]>(
  (parsed) => (parsed as readonly (readonly [string, string, string])[]).map(([subMerchantNo, bizSubOrderNo, amount]) => ({ subMerchantNo, bizSubOrderNo, orderAmount: toFen(amount) })),
  (lines) => lines.map((line) => [line.subMerchantNo, line.bizSubOrderNo, line.orderAmount.toString()]),
);

const columns: Columns<OrderRow> = {
  platformOrderNo: ['platform_order_no', text(32)], devId: ['dev_id', text(64)], merchantNo: ['merchant_no', text(32)],
  bizOrderNo: ['biz_order_no', text(128)], orderDate: ['order_date', text(8)], orderTime: ['order_time', text(14)],
  terminal: ['terminal', oneOf<OrderTerminal>(terminals)], orderAmount: ['order_amount', fen], bizDiscountAmount: ['biz_discount_amount', fen],
  orderTitle: ['order_title', words(64)], orderDescription: ['order_description', optional(text(128, 'any'))],
  returnUrl: ['return_url', optional(text(256))], notifyUrl: ['notify_url', text(256)], personBillDetailUrl: ['bill_detail_url', optional(text(256))],
  validMinutes: ['valid_minutes', int], passbackParams: ['passback_params', optional(longText)], userId: ['user_id', optional(text(64, 'any'))],
  payerName: ['payer_name', optional(text(700))], payerNameIndex: ['payer_name_index', optional(hash)],
  payerMobile: ['payer_mobile', optional(text(300))], payerMobileIndex: ['payer_mobile_index', optional(hash)],
  payerCertNo: ['payer_cert_no', optional(text(400))], payerCertNoIndex: ['payer_cert_no_index', optional(hash)],
  subOrders: ['sub_orders', subOrders], nontaxInfo: ['nontax_info', optional(longText)], contentDigest: ['content_digest', hash],
  cashierToken: ['cashier_token', text(64)], state: ['state', stateOf(orderArrows)], stateMsg: ['state_msg', words(512)],
  createdAt: ['created_at', epochMs], expiresAt: ['expires_at', epochMs], closedAt: ['closed_at', optional(epochMs)],
  paidAt: ['paid_at', optional(epochMs)], paidAttemptNo: ['paid_attempt_no', optional(text(32))], payChannel: ['pay_channel', optional(payChannel)],
  channelOrderNo: ['channel_order_no', optional(text(128, 'any'))], channelDiscountAmount: ['channel_discount_amount', optional(fen)],
  version: ['version', int], rowMac: ['row_mac', optional(hash)],
};

/** What the business system said never changes; leaving it out of updates also spares sealing it again. */
const said = [
  'devId', 'merchantNo', 'bizOrderNo', 'orderDate', 'orderTime', 'terminal', 'orderAmount', 'bizDiscountAmount', 'orderTitle', 'orderDescription',
  'returnUrl', 'notifyUrl', 'personBillDetailUrl', 'validMinutes', 'passbackParams', 'userId', 'payerName', 'payerNameIndex', 'payerMobile',
  'payerMobileIndex', 'payerCertNo', 'payerCertNoIndex', 'subOrders', 'nontaxInfo', 'contentDigest', 'cashierToken', 'createdAt',
] as const satisfies readonly (keyof OrderRow)[];

export const orderTable = new SqlTable<OrderRow>('pay_order', columns, ['platformOrderNo'], said, 'coded');
