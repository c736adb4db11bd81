import type { EBillStateCode, OrderStateCode, PayChannelCode, RefundStateCode } from '../../../contracts/gateway/codes.js';
import type { EBillQueryResponse } from '../../../contracts/gateway/e-bill.js';
import type { OrderQueryResponse } from '../../../contracts/gateway/order-query.js';
import type { RefundQueryResponse } from '../../../contracts/gateway/refund.js';
import type { PayChannel } from '../../../domain/directory/channel-merchant.js';
import type { EBillState } from '../../../domain/e-bills/e-bill.js';
import type { OrderEBill } from '../../../domain/e-bills/order-e-bill.js';
import { longTime } from '../../../domain/kernel/china-time.js';
import { receivedAmount, type Order, type OrderState } from '../../../domain/payments/order.js';
import type { Refund, RefundState } from '../../../domain/refunds/refund.js';
import type { ShownOrder } from '../../../application/payments/show-order.js';

const orderCodes: Readonly<Record<OrderState, OrderStateCode>> = { awaiting: '0', paying: '1', paid: '2', failed: '3', closed: '4' };
const refundCodes: Readonly<Record<RefundState, RefundStateCode>> = { requested: '0', refunding: '1', refunded: '2', failed: '3' };
const channelCodes: Readonly<Record<PayChannel, PayChannelCode>> = { alipay: 'ALIPAY', unionpay: 'UNIONPAY' };

const eBillCodes: Readonly<Record<EBillState, EBillStateCode>> = { pending: '0', issuing: '1', issued: '2', failed: '3', reversing: '4', reversed: '5', void: '6' };

export const eBillStateCode = (state: EBillState): EBillStateCode => eBillCodes[state];
export const orderStateCode = (state: OrderState): OrderStateCode => orderCodes[state];
export const refundStateCode = (state: RefundState): RefundStateCode => refundCodes[state];
export const payChannelCode = (channel: PayChannel): PayChannelCode => channelCodes[channel];

/** Drops absent members: the schemas know no null. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Answer of the order query (1.1.7.1.2-d). */
export function shownOrder({ order, refunded }: ShownOrder): OrderQueryResponse {
  return present({
    bizOrderNo: order.bizOrderNo, platformOrderNo: order.platformOrderNo, orderDate: order.orderDate, orderState: orderStateCode(order.state),
    orderStateMsg: order.stateMsg, orderAmount: order.orderAmount.toString(), ...paidFacts(order),
    refundedAmount: refunded > 0n ? refunded.toString() : undefined, passbackParams: order.passbackParams, userId: order.userId,
  });
}

const paidFacts = (order: Order) => order.state !== 'paid' ? {} : {
  receivedAmount: receivedAmount(order).toString(), payChannel: order.payChannel && payChannelCode(order.payChannel), channelOrderNo: order.channelOrderNo,
  tradeTime: order.paidAt === undefined ? undefined : longTime(order.paidAt),
};

/** Answer of the refund query (1.1.7.1.3-b). */
export const shownRefund = (refund: Refund): RefundQueryResponse => present({
  bizRefundOrderNo: refund.bizRefundOrderNo, platformRefundOrderNo: refund.platformRefundOrderNo, platformRefundTradeNo: refund.refundTradeNo,
  refundOrderDate: refund.refundOrderDate, refundState: refundStateCode(refund.state), refundStateMsg: refund.stateMsg,
  refundAmount: refund.refundAmount.toString(), platformOrderNo: refund.platformOrderNo,
});

/** One e-bill (1.1.7.2.3-c): what names it, and where it is shown; nothing of its payer. */
export function shownEBill({ platformOrderNo, bizOrderNo, state, amount, issued }: Pick<OrderEBill, 'platformOrderNo' | 'bizOrderNo' | 'state' | 'amount' | 'issued'>): EBillQueryResponse['eBills'][number] {
  return present({
    platformOrderNo, bizOrderNo, eBillState: eBillStateCode(state), eBillCode: issued?.eBillCode, eBillNo: issued?.eBillNo, eBillCheckCode: issued?.checkCode, eBillAmount: amount.toString(),
    eBillTime: issued === undefined ? undefined : longTime(issued.issuedAt), eBillUrl: issued?.links.internetPageUrl ?? issued?.links.pageUrl, eBillSource: 'ISSUED' as const,
  });
}
