import { orderStates, refundStates } from '../../../../contracts/gateway/codes.js';
import type { OrderQueryResponse } from '../../../../contracts/gateway/order-query.js';
import type { RefundCreateRequest } from '../../../../contracts/gateway/refund.js';
import { withState, type DeskOrder, type DeskRefund } from './desk-order.js';
import { accountOf, newNumber, today, type Desk } from './desk.js';
import { asNews } from './gateway-news.js';

const nameOf = ({ request: { merchantNo, bizOrderNo, orderDate } }: DeskOrder): { merchantNo: string; bizOrderNo: string; orderDate: string } =>
  ({ merchantNo, bizOrderNo, orderDate });

/** The facts of a query answer that are kept. */
function factsOf(answer: OrderQueryResponse): Partial<DeskOrder> {
  const { platformOrderNo, payChannel, channelOrderNo, tradeTime, receivedAmount, refundedAmount } = answer;
  const facts = { platformOrderNo, payChannel, channelOrderNo, tradeTime, receivedAmount, refundedAmount };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Asks the platform; the answer is the one thing besides a callback that makes an order paid here. Gives a sentence about the call. */
export async function queryOrder(desk: Desk, order: DeskOrder): Promise<string> {
  try {
    const answer = await accountOf(desk, order.devId).client.queryOrder(nameOf(order));
    if (answer.orderAmount !== order.request.orderAmount) return '平台答复的金额与本单不符，未采信';
    desk.book.change(order.request.bizOrderNo, (now) => ({
      ...withState(now, answer.orderState, answer.orderStateMsg ?? orderStates[answer.orderState]), ...factsOf(answer),
    }));
    return `平台答复：${orderStates[answer.orderState]}`;
  } catch (error) {
    return asNews(error).stateMsg;
  }
}

export async function closeOrder(desk: Desk, order: DeskOrder): Promise<string> {
  try {
    const answer = await accountOf(desk, order.devId).client.closeOrder(nameOf(order));
    desk.book.change(order.request.bizOrderNo, (now) => withState(now, answer.orderState, answer.orderStateMsg));
    return `平台答复：${answer.orderStateMsg}`;
  } catch (error) {
    return asNews(error).stateMsg;
  }
}

function changeRefund(desk: Desk, order: DeskOrder, refundNo: string, change: Partial<DeskRefund>): void {
  desk.book.change(order.request.bizOrderNo, (now) => ({
    ...now, refunds: now.refunds.map((refund) => (refund.request.bizRefundOrderNo === refundNo ? { ...refund, ...change } : refund)),
  }));
}

/** Asks for a refund: noted first, then sent. Without an answer it stays `unknown` and counts as asked for. */
export async function askRefund(desk: Desk, order: DeskOrder, refundAmount: string, refundReason: string, nontaxRefundRef = ''): Promise<void> {
  const request: RefundCreateRequest = {
    merchantNo: order.request.merchantNo, bizRefundOrderNo: newNumber(desk, 'TK'), refundOrderDate: today(desk), refundAmount,
    refundTitle: `${order.request.orderTitle}退款`, platformOrderNo: order.platformOrderNo ?? '', notifyUrl: `${desk.baseUrl}/callbacks`,
    ...(refundReason === '' ? {} : { refundReason }), ...(nontaxRefundRef === '' ? {} : { nontaxRefundRef }),
  };
  const noted: DeskRefund = { request, state: 'unknown', stateMsg: '已登记，尚未得到平台应答' };
  desk.book.change(order.request.bizOrderNo, (now) => ({ ...now, refunds: [...now.refunds, noted] }));
  await sendRefund(desk, order, noted);
}

/** Sends a refund as noted; also its repeat after no answer. */
export async function sendRefund(desk: Desk, order: DeskOrder, { request }: DeskRefund): Promise<void> {
  try {
    const { refundState, refundStateMsg, platformRefundOrderNo } = await accountOf(desk, order.devId).client.createRefund(request);
    changeRefund(desk, order, request.bizRefundOrderNo, { state: refundState, stateMsg: refundStateMsg ?? refundStates[refundState], platformRefundOrderNo });
  } catch (error) {
    changeRefund(desk, order, request.bizRefundOrderNo, asNews(error));
  }
}

export async function queryRefund(desk: Desk, order: DeskOrder, { request }: DeskRefund): Promise<string> {
  const { merchantNo, bizRefundOrderNo, refundOrderDate } = request;
  try {
    const answer = await accountOf(desk, order.devId).client.queryRefund({ merchantNo, bizRefundOrderNo, refundOrderDate });
    const { refundState, refundStateMsg, platformRefundOrderNo } = answer;
    changeRefund(desk, order, bizRefundOrderNo, { state: refundState, stateMsg: refundStateMsg ?? refundStates[refundState], platformRefundOrderNo });
    return `平台答复：${refundStates[refundState]}`;
  } catch (error) {
    return asNews(error).stateMsg;
  }
}
