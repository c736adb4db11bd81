import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { CashierDeps } from './cashier-deps.js';
import { comeBackRoute } from './come-back-route.js';
import { beginVisit, openDesk, sendMessage, type Desk, type Visit } from './desk.js';
import { showOrder, tellState } from './show-order.js';
import { startPaymentRoute } from './start-payment-route.js';

type Route = (desk: Desk, visit: Visit) => Promise<void>;

const visits = new WeakMap<Response, Visit>();
const visitOf = (desk: Desk, request: Request, response: Response): Visit => {
  const known = visits.get(response);
  if (known !== undefined) return known;
  const visit = beginVisit(desk, request, response);
  visits.set(response, visit);
  return visit;
};

/** Runs one route and measures it. Real time, not the clock's: a stepped clock says nothing about how long a payer waits. */
const handle = (desk: Desk, name: string, route: Route): RequestHandler => async (request, response) => {
  const began = performance.now();
  try {
    await route(desk, visitOf(desk, request, response));
  } finally {
    desk.deps.measurements.time('cashier_ms', performance.now() - began, { route: name });
  }
};

const refuseMethod = (desk: Desk, allowed: string): RequestHandler => (request, response) => {
  response.set({ Allow: allowed, Connection: 'close' });
  return sendMessage(desk, visitOf(desk, request, response), 'method');
};

/** The last stop: one page that says nothing about the fault, and one line in the journal. */
const showFault = (desk: Desk): ErrorRequestHandler => async (error: unknown, request, response, next) => {
  // A path that cannot be decoded is a wrong address, not a fault of ours.
  const wrongAddress = error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);
  if (!wrongAddress) desk.deps.journal.fault('cashier-fault', error, { requestId: desk.deps.requestIdOf(request) });
  if (response.headersSent) { next(error); return; }
  await sendMessage(desk, visitOf(desk, request, response), wrongAddress ? 'not-found' : 'fault', { numbered: !wrongAddress });
};

/**
 * The cashier (收银台, 1.1.1.1, 1.1.1.2), to be mounted at `/pay` before any body parser. Server-rendered pages that work without script:
 * `GET /:token`, `POST /:token` (hand-over to the channel), `GET /:token/state` (JSON for the script), `/:token/back` (the payer is back).
 */
export function cashierRouter(deps: CashierDeps): Router {
  const desk = openDesk(deps);
  const router = Router({ caseSensitive: true, strict: true });
  router.use((request, response, next) => { visitOf(desk, request, response); next(); });
  router.route('/:token').get(handle(desk, 'page', showOrder)).post(handle(desk, 'start', startPaymentRoute)).all(refuseMethod(desk, 'GET, HEAD, POST'));
  router.route('/:token/state').get(handle(desk, 'state', tellState)).all(refuseMethod(desk, 'GET, HEAD'));
  // POST as well: some channels bring the payer back with a form. Its body is never read.
  router.route('/:token/back').get(handle(desk, 'back', comeBackRoute)).post(handle(desk, 'back', comeBackRoute)).all(refuseMethod(desk, 'GET, HEAD, POST'));
  router.use((request, response) => sendMessage(desk, visitOf(desk, request, response), 'not-found'));
  router.use(showFault(desk));
  return router;
}
