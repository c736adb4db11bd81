import type { NoticeIssueRequest } from '../../../../contracts/gateway/payment-notices.js';
import { GatewayRefusal } from '../../../../contracts/sdk/errors.js';
import { isOpen, type DeskEBill, type DeskNotice, type DeskOrder } from './desk-order.js';
import { accountOf, type Desk } from './desk.js';
import { asNews } from './gateway-news.js';

/** Why a document was not given, in a sentence for the page. `notReady`: words for the answers that are no trouble. */
function reason(error: unknown, notReady: Readonly<Record<string, string>>): string {
  const expected = error instanceof GatewayRefusal && error.subCode !== undefined ? notReady[error.subCode] : undefined;
  return expected ?? asNews(error).stateMsg;
}

/** Fetches the e-bills of an order by its number and keeps them with it. Gives a sentence about the call. */
export async function askEBills(desk: Desk, order: DeskOrder): Promise<string> {
  const { merchantNo, bizOrderNo } = order.request;
  try {
    const { eBills } = await accountOf(desk, order.devId).client.queryEBills({ merchantNo, bizOrderNo });
    desk.book.change(bizOrderNo, (now) => ({ ...now, eBills }));
    return `平台答复：电子票据 ${eBills.length} 张`;
  } catch (error) {
    const isWanted = order.request.nontaxInfo?.eBillWanted === '1';
    return reason(error, { BILL_NOT_READY: isWanted ? '平台答复：电子票据尚未开具，请稍后再取' : '下单时没有要求开具电子票据' });
  }
}

/** Asks for one e-bill by its code and number, as somebody does who has only the paper in hand. */
export async function askEBillByNumber(desk: Desk, devId: string, eBillCode: string, eBillNo: string): Promise<readonly DeskEBill[] | string> {
  const { client, merchantNo } = accountOf(desk, devId);
  try {
    return (await client.queryEBills({ merchantNo, eBillCode, eBillNo })).eBills;
  } catch (error) {
    return reason(error, { ORDER_UNKNOWN: '平台答复：没有这张电子票据', BILL_NOT_READY: '平台答复：电子票据尚未开具' });
  }
}

/** Asks for the payment notice of an order, and keeps it with the order. */
export async function askNotice(desk: Desk, order: DeskOrder): Promise<string> {
  const { merchantNo, bizOrderNo } = order.request;
  try {
    const notice = await accountOf(desk, order.devId).client.queryNotice({ merchantNo, bizOrderNo });
    desk.book.change(bizOrderNo, (now) => ({ ...now, notice }));
    return `平台答复：缴款书${notice.paymentNoticeStateMsg}`;
  } catch (error) {
    return reason(error, { NOTICE_UNKNOWN: '平台答复：本单没有缴款书' });
  }
}

/**
 * The order with its payment notice as it stands now: pay code and QR code are on the page as soon as there are any, and so is what the province has made of
 * the notice since the order was paid or closed. Nothing is asked while a code waits for its payer.
 */
export async function withNotice(desk: Desk, order: DeskOrder): Promise<DeskOrder> {
  if (order.platformOrderNo === undefined || order.request.nontaxInfo === undefined) return order;
  if (isOpen(order) && order.notice?.payCode !== undefined) return order;
  await askNotice(desk, order);
  return desk.book.find(order.request.bizOrderNo) ?? order;
}

/** The same for all orders of one matter, before anything is decided by how they stand. */
export async function withNotices(desk: Desk, orders: readonly DeskOrder[]): Promise<void> {
  for (const order of orders) await withNotice(desk, order);
}

/** Has a payment notice issued before there is an order. Without an answer the same request may be sent again: it gives the same notice. */
export async function issueNotice(desk: Desk, devId: string, request: NoticeIssueRequest): Promise<DeskNotice | string> {
  try {
    return await accountOf(desk, devId).client.issueNotice(request);
  } catch (error) {
    return asNews(error).stateMsg;
  }
}

/** A notice of the business system's own as it stands now; undefined where nothing new was heard. */
export async function askOwnNotice(desk: Desk, devId: string, bizNoticeNo: string): Promise<DeskNotice | undefined> {
  const { client, merchantNo } = accountOf(desk, devId);
  try {
    return await client.queryNotice({ merchantNo, bizNoticeNo });
  } catch (error) {
    asNews(error);
    return undefined;
  }
}
