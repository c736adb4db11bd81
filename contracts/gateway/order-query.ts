import { Type, type Static } from '@sinclair/typebox';
import {
  amountOrZeroText, amountText, anyPresent, bizOrderNo, channelOrderNo, merchantNo, momentText, orderDate, orderState, orderStateMsg, passbackParams,
  payChannel, platformOrderNo, userId,
} from './fields.js';

const oneOfTwo = { condition: 'bizOrderNo 与 platformOrderNo 至少填一个；都填时须为同一订单' };
const orderName = {
  merchantNo: merchantNo(),
  bizOrderNo: Type.Optional(bizOrderNo(oneOfTwo)),
  platformOrderNo: Type.Optional(platformOrderNo(oneOfTwo)),
  orderDate: orderDate(),
};
const eitherNumber = anyPresent('bizOrderNo', 'platformOrderNo');

/** Table 7-7. */
export const orderQueryRequest = Type.Object(orderName, { title: '订单查询请求', additionalProperties: false, ...eitherNumber });
export type OrderQueryRequest = Static<typeof orderQueryRequest>;

export const orderQueryResponse = Type.Object({
  bizOrderNo: bizOrderNo(),
  platformOrderNo: platformOrderNo(),
  orderDate: orderDate(),
  orderState: orderState(),
  orderStateMsg: Type.Optional(orderStateMsg()),
  orderAmount: amountText({ title: '订单金额' }),
  receivedAmount: Type.Optional(amountOrZeroText({ title: '实收金额', condition: '已支付时' })),
  payChannel: Type.Optional(payChannel({ condition: '已支付时' })),
  channelOrderNo: Type.Optional(channelOrderNo({ condition: '已支付时' })),
  tradeTime: Type.Optional(momentText({ title: '交易时间', condition: '已支付时' })),
  refundedAmount: Type.Optional(amountText({ title: '已退金额', condition: '有成功退款时' })),
  passbackParams: Type.Optional(passbackParams()),
  userId: Type.Optional(userId()),
}, { title: '订单查询响应', additionalProperties: false });
export type OrderQueryResponse = Static<typeof orderQueryResponse>;

export const orderCloseRequest = Type.Object(orderName, { title: '关闭订单请求', additionalProperties: false, ...eitherNumber });
export type OrderCloseRequest = Static<typeof orderCloseRequest>;

export const orderCloseResponse = Type.Object({
  bizOrderNo: bizOrderNo(),
  platformOrderNo: platformOrderNo(),
  orderDate: orderDate(),
  orderState: orderState(),
  orderStateMsg: orderStateMsg(),
}, { title: '关闭订单响应', additionalProperties: false });
export type OrderCloseResponse = Static<typeof orderCloseResponse>;
