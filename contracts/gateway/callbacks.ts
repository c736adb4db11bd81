import { Type, type Static } from '@sinclair/typebox';
import {
  amountText, bizOrderNo, bizRefundOrderNo, channelOrderNo, dayText, momentText, orderDate, orderState, orderStateMsg, passbackParams, patternText,
  platformOrderNo, platformRefundOrderNo, refundState, refundStateMsg, userId, wireText,
} from './fields.js';

/** Minutes to wait after each delivery that was not accepted (1.1.2.1.5-a, 1.1.2.2.3-a). The first delivery is at once. */
export const callbackRetryMinutes = [1, 3, 5, 15, 30] as const;

/** Plain answer that also counts as accepted. */
export const plainAcceptance = 'success';

/** Table 7-9 plus the channel's number: what the platform tells a business system about a payment. */
export const paymentCallback = Type.Object({
  bizOrderNo: bizOrderNo(),
  orderDate: orderDate(),
  platformOrderNo: platformOrderNo(),
  orderState: orderState(),
  orderStateMsg: orderStateMsg(),
  orderAmount: amountText({ title: '订单金额', description: '总金额，单位：分' }),
  channelOrderNo: Type.Optional(channelOrderNo({ condition: '已支付时；重缴通知中为重缴那一笔' })),
  passbackParams: Type.Optional(passbackParams()),
  userId: Type.Optional(userId()),
}, { title: '支付结果通知', additionalProperties: false });
export type PaymentCallback = Static<typeof paymentCallback>;

/** Table 7-12 plus the channel's number. `platformRefundTradeNo` is empty for a refund that was rejected before it reached a channel. */
export const refundCallback = Type.Object({
  bizRefundOrderNo: bizRefundOrderNo(),
  refundOrderDate: dayText({ title: '退款日期' }),
  platformRefundOrderNo: platformRefundOrderNo(),
  platformRefundTradeNo: wireText({ title: '平台退款交易流水号', description: '审核驳回、未送渠道的退款为空字符串', max: 128, empty: true }),
  refundState: refundState(),
  refundStateMsg: refundStateMsg(),
  refundAmount: amountText({ title: '退款金额' }),
  channelOrderNo: Type.Optional(channelOrderNo({ condition: '已送渠道时' })),
  passbackParams: Type.Optional(passbackParams()),
}, { title: '退款结果通知', additionalProperties: false });
export type RefundCallback = Static<typeof refundCallback>;

/** Methods named in the envelope of a callback. */
export const callbackMethods = {
  'epay-trade-core.order.notify': { title: '支付结果通知', schema: paymentCallback },
  'epay-trade-core.refund.notify': { title: '退款结果通知', schema: refundCallback },
} as const;
export type CallbackMethodName = keyof typeof callbackMethods;

/** Table 7-8: what the payer's browser brings to `returnUrl`, as plain query parameters. No proof of payment. */
export const returnPage = Type.Object({
  bizOrderNo: bizOrderNo(),
  orderDate: orderDate(),
  platformOrderNo: platformOrderNo(),
  orderState: orderState(),
  orderStateMsg: orderStateMsg(),
  orderAmount: amountText({ title: '订单金额', description: '总金额，单位：分' }),
  userId: Type.Optional(userId()),
  devId: patternText({ title: '开发者编码', max: 64, pattern: '^[A-Za-z0-9_\\-]{1,64}$' }),
  timestamp: momentText({ title: '时间戳' }),
  sign: wireText({ title: '签名信息', description: '对上列其余非空参数的平台签名', max: 1368 }),
}, { title: '页面跳转参数', additionalProperties: false });
export type ReturnPage = Static<typeof returnPage>;

/** Names a `returnUrl` must not carry itself (URL-04). */
export const returnParameterNames = Object.keys(returnPage.properties) as readonly (keyof ReturnPage)[];
