import express, { type Request, type Response, type Router } from 'express';
import { decodeForm, readRawBody } from '../shared/form-body.js';
import { sendPage } from '../shared/page.js';
import { refundableFen, type AppMode, type AppOrder } from './app-order.js';
import { messagePage } from './page-parts.js';
import { billsPage, businessPage, homePage, orderPage, zonePage } from './pages.js';
import { askRefund, askState, payDue, payPaper, papers } from './pay-orders.js';
import { users, type AppWorld } from './world.js';
import { fenOfYuan } from './yuan.js';

const formOf = async (request: Request): Promise<ReadonlyMap<string, string>> => decodeForm((await readRawBody(request)).toString('utf8'));
const missing = (response: Response): void => { sendPage(response, 404, messagePage('没有找到', '没有这笔订单。')); };

/** From the tap to our cashier in the same window; the order's own page where the platform gave no address. */
function toCashier(response: Response, { mode, request, cashierUrl }: AppOrder): void {
  response.redirect(303, cashierUrl ?? `/${mode}/orders/${request.bizOrderNo}`);
}

function orderRoutes(world: AppWorld, mode: AppMode): Router {
  const router = express.Router();
  type Act = (order: AppOrder, request: Request, response: Response) => Promise<void> | void;
  const withOrder = (act: Act) => async (request: Request, response: Response): Promise<void> => {
    const order = world.orders.find(mode, String(request.params['bizOrderNo']));
    if (order) await act(order, request, response);
    else missing(response);
  };
  const show = (response: Response, { request }: AppOrder): void => { response.redirect(303, `/${mode}/orders/${request.bizOrderNo}`); };
  router.get('/orders/:bizOrderNo', withOrder((order, _request, response) => { sendPage(response, 200, orderPage(world, order)); }));
  router.post('/orders/:bizOrderNo/query', withOrder(async (order, _request, response) => { await askState(world, order); show(response, order); }));
  router.post('/orders/:bizOrderNo/refunds', withOrder(async (order, request, response) => {
    const amount = fenOfYuan((await formOf(request)).get('amount') ?? '');
    if (amount !== undefined && BigInt(amount) <= refundableFen(order)) await askRefund(world, order, amount);
    show(response, order);
  }));
  // What the browser brings back is no proof; the order is shown as the platform says when asked.
  router.get('/return', async (request, response) => {
    const order = world.orders.find(mode, new URL(request.url, world.baseUrl).searchParams.get('bizOrderNo') ?? '');
    if (!order) { missing(response); return; }
    await askState(world, order);
    show(response, order);
  });
  return router;
}

/** Pages of the app and of the business app inside it. */
export function pageRoutes(world: AppWorld): Router {
  const router = express.Router();
  router.get('/', (_request, response) => { sendPage(response, 200, homePage(world)); });
  router.post('/user', async (request, response) => {
    const userId = (await formOf(request)).get('userId');
    world.user = users.find((user) => user.userId === userId) ?? world.user;
    response.redirect(303, '/');
  });
  router.get('/business', (_request, response) => { sendPage(response, 200, businessPage(world)); });
  router.post('/business/orders', async (request, response) => {
    const key = (await formOf(request)).get('paper');
    const paper = papers.find((one) => one.key === key);
    if (paper) toCashier(response, await payPaper(world, paper));
    else missing(response);
  });
  router.get('/zone', (_request, response) => { sendPage(response, 200, zonePage(world)); });
  router.post('/zone/dues', (_request, response) => { world.dues.handOver(world.user.userId); response.redirect(303, '/zone'); });
  router.post('/zone/orders', async (request, response) => {
    const due = world.dues.find((await formOf(request)).get('due') ?? '');
    if (due?.userId === world.user.userId) toCashier(response, await payDue(world, due));
    else missing(response);
  });
  router.get('/bills', (_request, response) => { sendPage(response, 200, billsPage(world)); });
  router.use('/business', orderRoutes(world, 'business'));
  router.use('/zone', orderRoutes(world, 'zone'));
  return router;
}
