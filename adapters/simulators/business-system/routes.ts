import express, { type Request, type Response, type Router } from 'express';
import type { DeskMode } from '../shared/integrator/desk-order.js';
import type { Desk } from '../shared/integrator/desk.js';
import { eBillCard, noticeCard } from '../shared/integrator/document-cards.js';
import { handoverPage, orderPage } from '../shared/integrator/order-cards.js';
import { formOf, orderRoutes, rejectedFor } from '../shared/integrator/order-routes.js';
import { chargeBarcode, orderForm, sendOrder } from '../shared/integrator/send-order.js';
import { sendPage } from '../shared/page.js';
import { readFeeSheet } from './fee-sheet.js';
import { indexPage } from './index-page.js';
import { draftSheetOrder } from './place-order.js';

const modes: readonly DeskMode[] = ['interface', 'page', 'bar'];

async function placeOrder(desk: Desk, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const sheet = readFeeSheet(form);
  const mode = modes.find((name) => name === form.get('mode')) ?? 'interface';
  const devId = form.get('devId') ?? '';
  const code = (form.get('barContent') ?? '').trim() || (form.get('sampleCode') ?? '');
  const problem = typeof sheet === 'string' ? sheet : !desk.accounts.has(devId) ? '请选择开发者' : mode === 'bar' && code === '' ? '请扫入付款码' : undefined;
  if (problem !== undefined || typeof sheet === 'string') { sendPage(response, 400, indexPage(desk, problem)); return; }
  const order = draftSheetOrder(desk, devId, mode, sheet);
  const { bizOrderNo } = order.request;
  if (mode === 'page') { sendPage(response, 200, handoverPage(desk.face, order, orderForm(desk, order))); return; }
  if (mode === 'bar') await chargeBarcode(desk, order, code);
  else await sendOrder(desk, order);
  const cashierUrl = desk.book.find(bizOrderNo)?.cashierUrl;
  response.redirect(303, cashierUrl ?? `/orders/${bizOrderNo}`);
}

/** Pages for the clerk and the payer. */
export function pageRoutes(desk: Desk): Router {
  const router = express.Router();
  router.get('/', (_request, response) => { sendPage(response, 200, indexPage(desk)); });
  router.post('/orders', (request, response) => placeOrder(desk, request, response));
  router.use(orderRoutes(desk, { order: (order, note) => orderPage(desk.face, { order, rejected: rejectedFor(desk, order), note, more: [noticeCard(order), eBillCard(order)].filter((card) => card !== undefined) }) }));
  return router;
}
