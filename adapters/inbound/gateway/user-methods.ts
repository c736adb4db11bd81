import type { UserOrderListRequest } from '../../../contracts/gateway/user-orders.js';
import { dayMs, longTime, readLongTime } from '../../../domain/kernel/china-time.js';
import { receivedAmount } from '../../../domain/payments/order.js';
import type { ListPaidOrders, PaidOrder } from '../../../application/payments/list-paid-orders.js';
import type { Handler } from './handler.js';
import { businessRefusal, refusal } from './refusal.js';
import { orderStateCode, payChannelCode, present, shownEBill } from './wire-words.js';

const defaultPageSize = 20;

/** 用户类接口: paid orders of one userId among the caller's own (`epay-user.order.list`). */
export const listUserOrders = (list: ListPaidOrders): Handler => async (call) => {
  const data = call.data as UserOrderListRequest;
  const before = data.pageToken === undefined ? undefined : readPageToken(data.pageToken);
  if (before === 'bad') return businessRefusal('PAGE_TOKEN_BAD');
  const fromAt = startOf(data.startDate);
  const lastDay = startOf(data.endDate);
  if (fromAt !== undefined && lastDay !== undefined && lastDay < fromAt) return refusal('40002', { subCode: 'DATE_BAD', subMsg: '截止日期早于起始日期' });
  const page = await list.run(call.developer, {
    userId: data.userId, merchantNo: data.merchantNo, fromAt, toAt: lastDay === undefined ? undefined : lastDay + dayMs - 1, before,
    limit: Number(data.pageSize ?? defaultPageSize),
  });
  return present({ orders: page.rows.map(userOrder), nextPageToken: page.next && `${page.next.createdAt}.${page.next.platformOrderNo}` });
};

const userOrder = ({ order, payee, refunded, eBills }: PaidOrder) => present({
  platformOrderNo: order.platformOrderNo, bizOrderNo: order.bizOrderNo, merchantNo: order.merchantNo, payeeName: payee?.payeeName ?? order.merchantNo,
  orderTitle: order.orderTitle, orderDate: order.orderDate, orderState: orderStateCode(order.state), orderAmount: order.orderAmount.toString(),
  receivedAmount: receivedAmount(order).toString(), tradeTime: longTime(order.paidAt ?? order.createdAt), payChannel: order.payChannel && payChannelCode(order.payChannel),
  channelOrderNo: order.channelOrderNo, personBillDetailUrl: order.personBillDetailUrl, refundedAmount: refunded.toString(),
  eBills: eBills.length === 0 ? undefined : eBills.map(shownEBill),
});

/** The token is the last row's place in the list; a forged one shows only the caller's own rows from another place. */
function readPageToken(token: string): { readonly createdAt: number; readonly platformOrderNo: string } | 'bad' {
  const match = /^([0-9]{1,15})\.([0-9]{26})$/.exec(token);
  return match ? { createdAt: Number(match[1]), platformOrderNo: match[2] ?? '' } : 'bad';
}

function startOf(day: string | undefined): number | undefined {
  const read = readLongTime(`${day ?? ''}000000`);
  return read.ok ? read.value : undefined;
}

