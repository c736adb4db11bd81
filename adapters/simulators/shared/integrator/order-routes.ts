import express, { type Request, type Response, type Router } from 'express';
import type { ReturnPage } from '../../../../contracts/gateway/callbacks.js';
import { orderStates } from '../../../../contracts/gateway/codes.js';
import { GatewayFault } from '../../../../contracts/sdk/errors.js';
import { decodeForm, readRawBody } from '../form-body.js';
import { sendPage } from '../page.js';
import { askEBills, askNotice, withNotice } from './ask-documents.js';
import { refundableFen, type DeskOrder, type DeskRefund } from './desk-order.js';
import type { Desk } from './desk.js';
import { askRefund, closeOrder, queryOrder, queryRefund, sendRefund } from './follow-order.js';
import type { RejectedCallback } from './order-book.js';
import { returnPage, type ReturnView } from './order-cards.js';
import { messagePage } from './page-parts.js';
import { sendOrder } from './send-order.js';
import { fenOfYuan } from './yuan.js';

/** What a business system adds to the pages about its orders. */
export interface OrderPages {
  /** The page of one order; `note` is the sentence about the call just made. */
  order(order: DeskOrder, note: string | undefined): string;
  /** A line below what the browser brought back. */
  afterReturn?(order: DeskOrder): ReturnView['more'];
}

export async function formOf(request: Request): Promise<ReadonlyMap<string, string>> {
  return decodeForm((await readRawBody(request)).toString('utf8'));
}

export const rejectedFor = ({ book }: Desk, { request }: DeskOrder): readonly RejectedCallback[] =>
  book.rejected.filter(({ claimedOrderNo }) => claimedOrderNo === request.bizOrderNo);

function showOrder(desk: Desk, pages: OrderPages, response: Response, bizOrderNo: string, note?: string): void {
  const order = desk.book.find(bizOrderNo);
  if (order) sendPage(response, 200, pages.order(order, note));
  else sendPage(response, 404, messagePage(desk.face, '没有这笔订单', '只在内存中保留最近的订单。'));
}

async function receiveReturn(desk: Desk, pages: OrderPages, request: Request, response: Response): Promise<void> {
  if (desk.faults.take('return', ['lost'])) { request.socket.destroy(); return; }
  const query = new URL(request.url, desk.baseUrl).searchParams;
  let told: ReturnPage | undefined;
  try {
    told = desk.accounts.get(query.get('devId') ?? '')?.client.parseReturn(query);
  } catch (error) {
    if (!(error instanceof GatewayFault)) throw error;
  }
  const bizOrderNo = query.get('bizOrderNo') ?? '';
  const order = desk.book.find(bizOrderNo);
  const note = order === undefined ? '' : await queryOrder(desk, order);
  const asked = desk.book.find(bizOrderNo);
  const now = asked && await withNotice(desk, asked);
  sendPage(response, 200, returnPage(desk.face, {
    verified: told !== undefined, claimedState: told === undefined ? '' : orderStates[told.orderState], order: now, note, more: now && pages.afterReturn?.(now),
  }));
}

async function refund(desk: Desk, pages: OrderPages, order: DeskOrder, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const amount = fenOfYuan(form.get('amount') ?? '');
  const { bizOrderNo } = order.request;
  if (amount === undefined || BigInt(amount) > refundableFen(order)) { showOrder(desk, pages, response, bizOrderNo, '退款金额不正确或超过可退金额'); return; }
  await askRefund(desk, order, amount, (form.get('reason') ?? '').trim(), (form.get('nontaxRefundRef') ?? '').trim());
  response.redirect(303, `/orders/${bizOrderNo}`);
}

type OrderAct = (order: DeskOrder, request: Request, response: Response) => Promise<void>;

/** Everything that is done with one order after it was placed: see, ask, close, repeat, refund, documents; and the way back from the cashier. */
export function orderRoutes(desk: Desk, pages: OrderPages): Router {
  const router = express.Router();
  /** A route about one order; 404 for one we do not know. */
  const withOrder = (act: OrderAct) => async (request: Request, response: Response): Promise<void> => {
    const order = desk.book.find(String(request.params['bizOrderNo']));
    if (order) await act(order, request, response);
    else showOrder(desk, pages, response, '');
  };
  /** The same for one refund of it. */
  const withRefund = (act: (order: DeskOrder, refund: DeskRefund) => Promise<string>) => withOrder(async (order, request, response) => {
    const found = order.refunds.find((one) => one.request.bizRefundOrderNo === request.params['bizRefundOrderNo']);
    showOrder(desk, pages, response, order.request.bizOrderNo, found ? await act(order, found) : '没有这笔退款');
  });
  const told = (act: typeof queryOrder) => withOrder(async (order, _request, response) => {
    showOrder(desk, pages, response, order.request.bizOrderNo, await act(desk, order));
  });
  router.get('/orders/:bizOrderNo', withOrder(async (order, _request, response) => {
    await withNotice(desk, order);
    showOrder(desk, pages, response, order.request.bizOrderNo);
  }));
  router.post('/orders/:bizOrderNo/query', told(async (_desk, order) => {
    const words = await queryOrder(desk, order);
    await withNotice(desk, desk.book.find(order.request.bizOrderNo) ?? order);
    return words;
  }));
  router.post('/orders/:bizOrderNo/close', told(closeOrder));
  router.post('/orders/:bizOrderNo/ebills', told(askEBills));
  router.post('/orders/:bizOrderNo/notice', told(askNotice));
  router.post('/orders/:bizOrderNo/send', withOrder(async (order, _request, response) => {
    await sendOrder(desk, order);
    response.redirect(303, `/orders/${order.request.bizOrderNo}`);
  }));
  router.post('/orders/:bizOrderNo/refunds', withOrder((order, request, response) => refund(desk, pages, order, request, response)));
  router.post('/orders/:bizOrderNo/refunds/:bizRefundOrderNo/query', withRefund((order, found) => queryRefund(desk, order, found)));
  router.post('/orders/:bizOrderNo/refunds/:bizRefundOrderNo/send', withRefund(async (order, found) => { await sendRefund(desk, order, found); return '已重发'; }));
  router.get('/return', (request, response) => receiveReturn(desk, pages, request, response));
  return router;
}
