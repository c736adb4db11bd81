import { Type, type Static } from '@sinclair/typebox';
import { eBill, maxEBills } from './e-bill.js';
import {
  amountOrZeroText, amountText, bizOrderNo, channelOrderNo, dayText, merchantNo, momentText, orderDate, orderState, orderTitle, patternText, payChannel,
  platformOrderNo, urlText, userId, wireText,
} from './fields.js';

/** Most orders in one page. */
export const maxUserOrdersPage = 50;

const pageToken = { max: 512, pattern: '^[A-Za-z0-9_.\\-]{1,512}$' };

/** The paid orders of one payer among the calling developer's own orders, newest first (用户类接口, design section 5). */
export const userOrderListRequest = Type.Object({
  userId: userId(),
  merchantNo: Type.Optional(merchantNo()),
  startDate: Type.Optional(dayText({ title: '起始订单日期', description: 'yyyyMMdd，含当日' })),
  endDate: Type.Optional(dayText({ title: '截止订单日期', description: 'yyyyMMdd，含当日' })),
  pageSize: Type.Optional(patternText({ title: '每页条数', description: '1 至 50，默认 20', max: 2, pattern: '^(?:[1-9]|[1-4][0-9]|50)$' })),
  pageToken: Type.Optional(patternText({ title: '分页标记', description: '上一页返回的 nextPageToken，原样带回', ...pageToken })),
}, { title: '用户订单列表请求', additionalProperties: false });
export type UserOrderListRequest = Static<typeof userOrderListRequest>;

export const userOrder = Type.Object({
  platformOrderNo: platformOrderNo(),
  bizOrderNo: bizOrderNo(),
  merchantNo: merchantNo(),
  payeeName: wireText({ title: '收款单位', max: 200 }),
  orderTitle: orderTitle(),
  orderDate: orderDate(),
  orderState: orderState(),
  orderAmount: amountText({ title: '订单金额' }),
  receivedAmount: amountOrZeroText({ title: '实收金额' }),
  tradeTime: momentText({ title: '交易时间' }),
  payChannel: payChannel(),
  channelOrderNo: channelOrderNo(),
  personBillDetailUrl: Type.Optional(urlText({ title: '个人账单详情页', condition: '下单时提供' })),
  refundedAmount: amountOrZeroText({ title: '已退金额' }),
  eBills: Type.Optional(Type.Array(eBill, { title: '电子票据', condition: '下单时要求开具且已受理', minItems: 1, maxItems: maxEBills })),
}, { title: '用户订单', additionalProperties: false });

export const userOrderListResponse = Type.Object({
  orders: Type.Array(userOrder, { title: '订单列表', maxItems: maxUserOrdersPage }),
  nextPageToken: Type.Optional(patternText({ title: '下一页标记', condition: '还有下一页时', ...pageToken })),
}, { title: '用户订单列表响应', additionalProperties: false });
export type UserOrderListResponse = Static<typeof userOrderListResponse>;
