import express, { type Request, type Response, type Router } from 'express';
import { withNotices } from '../shared/integrator/ask-documents.js';
import { queryOrder } from '../shared/integrator/follow-order.js';
import { orderPage } from '../shared/integrator/order-cards.js';
import { formOf, orderRoutes, rejectedFor } from '../shared/integrator/order-routes.js';
import { messagePage } from '../shared/integrator/page-parts.js';
import { sendPage } from '../shared/page.js';
import { casePage, indexPage } from './case-pages.js';
import { collectByCode, correctFee, orderOnline } from './collect-fee.js';
import { operators } from './face.js';
import { readAccepted } from './fee-sheet.js';
import { caseLink, orderExtras, printPage } from './order-extras.js';
import { ordersOf, type Centre, type Registration } from './registration.js';

const text = (form: ReadonlyMap<string, string>, name: string, max: number): string => (form.get(name) ?? '').trim().slice(0, max);

async function accept(centre: Centre, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const accepted = readAccepted(form);
  const [owner, place] = [text(form, 'owner', 50), text(form, 'place', 60)];
  const operator = operators.find((name) => name === form.get('operator'));
  const problem = typeof accepted === 'string' ? accepted : owner === '' ? '请填写权利人' : operator === undefined ? '请选择经办人' : undefined;
  if (problem !== undefined || typeof accepted === 'string' || operator === undefined) { sendPage(response, 400, indexPage(centre, problem)); return; }
  const { caseNo } = centre.registrations.accept(centre.desk, { owner, payerType: form.get('payerType') === '2' ? '2' : '1', place, accepted, operator });
  response.redirect(303, `/cases/${caseNo}`);
}

/** Pages for the clerk, the payer and the printer. */
export function centreRoutes(centre: Centre): Router {
  const { desk, registrations } = centre;
  const router = express.Router();
  const withCase = (act: (registration: Registration, form: ReadonlyMap<string, string>, response: Response) => Promise<void> | void) => async (request: Request, response: Response): Promise<void> => {
    const registration = registrations.find(String(request.params['caseNo']));
    if (registration) {
      await withNotices(desk, ordersOf(desk, registration));
      await act(registration, request.method === 'POST' ? await formOf(request) : new Map(), response);
    } else sendPage(response, 404, messagePage(desk.face, '没有这件受理', '只在内存中保留最近的受理。'));
  };
  const toOrder = (registration: Registration, response: Response, placed: { readonly bizOrderNo: string } | string): void => {
    if (typeof placed === 'string') sendPage(response, 200, casePage(centre, registrations.find(registration.caseNo) ?? registration, placed));
    else response.redirect(303, `/orders/${placed.bizOrderNo}`);
  };
  router.get('/', (_request, response) => { sendPage(response, 200, indexPage(centre)); });
  router.post('/cases', (request, response) => accept(centre, request, response));
  router.get('/cases/:caseNo', withCase((registration, _form, response) => { sendPage(response, 200, casePage(centre, registration)); }));
  router.post('/cases/:caseNo/fee', withCase((registration, form, response) => {
    const accepted = readAccepted(form);
    const refused = typeof accepted === 'string' ? accepted : correctFee(centre, registration, accepted);
    sendPage(response, 200, casePage(centre, registrations.find(registration.caseNo) ?? registration, refused ?? '费用已更正'));
  }));
  router.post('/cases/:caseNo/order', withCase(async (registration, _form, response) => { toOrder(registration, response, await orderOnline(centre, registration)); }));
  router.post('/cases/:caseNo/bar', withCase(async (registration, form, response) => {
    toOrder(registration, response, await collectByCode(centre, registration, text(form, 'barContent', 24) || text(form, 'sampleCode', 24)));
  }));
  router.get('/orders/:bizOrderNo/print', async (request, response) => {
    const { bizOrderNo } = request.params;
    const order = desk.book.find(bizOrderNo);
    // The callback does not say when the payer paid; the query does.
    if (order?.state === '2' && order.tradeTime === undefined) await queryOrder(desk, order);
    const now = desk.book.find(bizOrderNo);
    if (now) sendPage(response, 200, printPage(centre, now, registrations.ofOrder(bizOrderNo)));
    else sendPage(response, 404, messagePage(desk.face, '没有这笔订单', '只在内存中保留最近的订单。'));
  });
  router.use(orderRoutes(desk, {
    order: (order, note) => orderPage(desk.face, {
      order, note, rejected: rejectedFor(desk, order), more: orderExtras(order), back: caseLink(centre, registrations.ofOrder(order.request.bizOrderNo)),
    }),
    afterReturn: (order) => caseLink(centre, registrations.ofOrder(order.request.bizOrderNo)),
  }));
  return router;
}
