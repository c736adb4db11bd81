import { orderStates } from '../../../../contracts/gateway/codes.js';
import type { OrderCreateRequest } from '../../../../contracts/gateway/order-create.js';
import type { PageForm } from '../../../../contracts/sdk/client.js';
import { withState, type DeskMode, type DeskOrder } from './desk-order.js';
import { accountOf, type Desk } from './desk.js';
import { asNews } from './gateway-news.js';

/** Stores the order before anything is sent: whatever happens then, the business system knows its number. */
export function draftOrder(desk: Desk, devId: string, mode: DeskMode, request: OrderCreateRequest, operator?: string): DeskOrder {
  const order: DeskOrder = {
    request, mode, devId, createdAt: desk.clock.now(), state: 'unknown', stateMsg: '已登记，尚未得到平台应答',
    repeatPayments: [], callbacks: [], refunds: [], platformRefunds: [], eBills: [], ...(operator === undefined ? {} : { operator }),
  };
  desk.book.add(order);
  return order;
}

/** Sends the order as it is stored; also the way to repeat it after no answer (same content, so the platform finds the same order). */
export async function sendOrder(desk: Desk, order: DeskOrder): Promise<void> {
  const { bizOrderNo } = order.request;
  const { client } = accountOf(desk, order.devId);
  try {
    const { cashierUrl, platformOrderNo } = await (order.mode === 'pc' ? client.createPcOrder(order.request) : client.createOrder(order.request));
    // A payment may have been told while the answer was on its way.
    desk.book.change(bizOrderNo, (now) => ({
      ...(now.state === 'unknown' || now.state === 'refused' ? withState(now, '0', orderStates['0']) : now), cashierUrl, platformOrderNo,
    }));
  } catch (error) {
    const news = asNews(error);
    desk.book.change(bizOrderNo, (now) => (now.platformOrderNo === undefined ? { ...now, ...news } : now));
  }
}

/** The page variant: the browser posts the signed form itself. */
export function orderForm(desk: Desk, order: DeskOrder): PageForm {
  return accountOf(desk, order.devId).client.pageForm('epay-trade-core.wappage.order.create', order.request);
}

/** Charges a scanned code. The code is neither stored nor shown; without an answer the order is asked for, never charged again. */
export async function chargeBarcode(desk: Desk, order: DeskOrder, barContent: string): Promise<void> {
  const { bizOrderNo } = order.request;
  try {
    const answer = await accountOf(desk, order.devId).client.createBarOrder({ ...order.request, barContent });
    desk.book.change(bizOrderNo, (now) => ({
      ...withState(now, answer.orderState, answer.orderStateMsg ?? orderStates[answer.orderState]), platformOrderNo: answer.platformOrderNo,
    }));
  } catch (error) {
    const news = asNews(error);
    desk.book.change(bizOrderNo, (now) => (now.platformOrderNo === undefined ? { ...now, ...news } : now));
  }
}
