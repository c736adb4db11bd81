import type { Router} from 'express';
import express, { type Request, type Response } from 'express';
import { readRawBody, decodeForm } from '../shared/form-body.js';
import { sendPage } from '../shared/page.js';
import { orderStates } from '../../../contracts/gateway/codes.js';
import type { ReturnPage } from '../../../contracts/gateway/callbacks.js';
import { GatewayFault } from '../../../contracts/sdk/errors.js';
import { refundableFen, type DeskMode, type DeskOrder, type DeskRefund } from './desk-order.js';
import type { Desk } from './desk.js';
import { readFeeSheet } from './fee-sheet.js';
import { askRefund, closeOrder, queryOrder, queryRefund, sendRefund } from './follow-order.js';
import { indexPage } from './index-page.js';
import type { RejectedCallback } from './order-book.js';
import { handoverPage, orderPage, returnPage } from './order-page.js';
import { messagePage } from './page-parts.js';
import { chargeBarcode, draftOrder, orderForm, sendOrder } from './place-order.js';
import { fenOfYuan } from './yuan.js';

const modes: readonly DeskMode[] = ['interface', 'page', 'bar'];

async function formOf(request: Request): Promise<ReadonlyMap<string, string>> {
  return decodeForm((await readRawBody(request)).toString('utf8'));
}

const rejectedFor = ({ book }: Desk, { request }: DeskOrder): readonly RejectedCallback[] => book.rejected.filter(({ claimedOrderNo }) => claimedOrderNo === request.bizOrderNo);

function showOrder(desk: Desk, response: Response, bizOrderNo: string, note?: string): void {
  const order = desk.book.find(bizOrderNo);
  if (order) sendPage(response, 200, orderPage(order, rejectedFor(desk, order), note));
  else sendPage(response, 404, messagePage('没有这笔订单', '窗口只在内存中保留最近的订单。'));
}

async function placeOrder(desk: Desk, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const sheet = readFeeSheet(form);
  const mode = modes.find((name) => name === form.get('mode')) ?? 'interface';
  const devId = form.get('devId') ?? '';
  const code = (form.get('barContent') ?? '').trim() || (form.get('sampleCode') ?? '');
  const problem = typeof sheet === 'string' ? sheet : !desk.accounts.has(devId) ? '请选择开发者' : mode === 'bar' && code === '' ? '请扫入付款码' : undefined;
  if (problem !== undefined || typeof sheet === 'string') { sendPage(response, 400, indexPage(desk, problem)); return; }
  const order = draftOrder(desk, devId, mode, sheet);
  const { bizOrderNo } = order.request;
  if (mode === 'page') { sendPage(response, 200, handoverPage(order, orderForm(desk, order))); return; }
  if (mode === 'bar') await chargeBarcode(desk, order, code);
  else await sendOrder(desk, order);
  const cashierUrl = desk.book.find(bizOrderNo)?.cashierUrl;
  response.redirect(303, cashierUrl ?? `/orders/${bizOrderNo}`);
}

async function receiveReturn(desk: Desk, request: Request, response: Response): Promise<void> {
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
  sendPage(response, 200, returnPage(told !== undefined, told === undefined ? '' : orderStates[told.orderState], desk.book.find(bizOrderNo), note));
}

async function refund(desk: Desk, order: DeskOrder, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const amount = fenOfYuan(form.get('amount') ?? '');
  const { bizOrderNo } = order.request;
  if (amount === undefined || BigInt(amount) > refundableFen(order)) { showOrder(desk, response, bizOrderNo, '退款金额不正确或超过可退金额'); return; }
  await askRefund(desk, order, amount, (form.get('reason') ?? '').trim());
  response.redirect(303, `/orders/${bizOrderNo}`);
}

/** A route about one order; 404 for one we do not know. */
const withOrder = (desk: Desk, act: (order: DeskOrder, request: Request, response: Response) => Promise<void>) =>
  async (request: Request, response: Response): Promise<void> => {
    const order = desk.book.find(String(request.params['bizOrderNo']));
    if (order) await act(order, request, response);
    else showOrder(desk, response, '');
  };

/** The same for one refund of it. */
const withRefund = (desk: Desk, act: (order: DeskOrder, refund: DeskRefund) => Promise<string>) => withOrder(desk, async (order, request, response) => {
  const found = order.refunds.find((one) => one.request.bizRefundOrderNo === request.params['bizRefundOrderNo']);
  showOrder(desk, response, order.request.bizOrderNo, found ? await act(order, found) : '没有这笔退款');
});

/** Pages for the clerk and the payer. */
export function pageRoutes(desk: Desk): Router {
  const router = express.Router();
  router.get('/', (_request, response) => { sendPage(response, 200, indexPage(desk)); });
  router.post('/orders', (request, response) => placeOrder(desk, request, response));
  router.get('/orders/:bizOrderNo', (request, response) => { showOrder(desk, response, request.params.bizOrderNo); });
  const told = (act: typeof queryOrder): ReturnType<typeof withOrder> => withOrder(desk, async (order, _request, response) => {
    showOrder(desk, response, order.request.bizOrderNo, await act(desk, order));
  });
  router.post('/orders/:bizOrderNo/query', told(queryOrder));
  router.post('/orders/:bizOrderNo/close', told(closeOrder));
  router.post('/orders/:bizOrderNo/send', withOrder(desk, async (order, _request, response) => {
    await sendOrder(desk, order);
    response.redirect(303, `/orders/${order.request.bizOrderNo}`);
  }));
  router.post('/orders/:bizOrderNo/refunds', withOrder(desk, (order, request, response) => refund(desk, order, request, response)));
  router.post('/orders/:bizOrderNo/refunds/:bizRefundOrderNo/query', withRefund(desk, (order, found) => queryRefund(desk, order, found)));
  router.post('/orders/:bizOrderNo/refunds/:bizRefundOrderNo/send', withRefund(desk, async (order, found) => { await sendRefund(desk, order, found); return '已重发'; }));
  router.get('/return', (request, response) => receiveReturn(desk, request, response));
  return router;
}
