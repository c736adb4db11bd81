import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { WhereDeps } from './where-deps.js';
import { beginWhereVisit, openWhereDesk, say, type WhereDesk, type WhereVisit } from './where-desk.js';
import { endWhere, showAsk, showCode, showPayment, takeAsk, takeCode } from './where-routes.js';

type Route = (desk: WhereDesk, visit: WhereVisit) => Promise<void>;

/** 「我的钱在哪」 for payers, to be mounted at `/where` before any body parser. Server-rendered, no script at all. */
export function whereRouter(deps: WhereDeps): Router {
  const desk = openWhereDesk(deps);
  const visits = new WeakMap<Response, WhereVisit>();
  const visitOf = (request: Request, response: Response): WhereVisit => {
    const known = visits.get(response);
    if (known !== undefined) return known;
    const visit = beginWhereVisit(desk, request, response);
    visits.set(response, visit);
    return visit;
  };
  const handle = (route: Route): RequestHandler => (request, response) => route(desk, visitOf(request, response));
  const refuse = (allow: string): RequestHandler => (request, response) => {
    response.set({ Allow: allow, Connection: 'close' });
    return say(desk, visitOf(request, response), 'method');
  };
  /** The last stop: one page that says nothing about the fault, and one line in the journal. */
  const fault: ErrorRequestHandler = async (error: unknown, request, response, next) => {
    const wrongAddress = error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);
    if (!wrongAddress) deps.journal.fault('where-fault', error, { requestId: deps.requestIdOf(request) });
    if (response.headersSent) { next(error); return; }
    await say(desk, visitOf(request, response), wrongAddress ? 'not-found' : 'fault');
  };
  const router = Router({ caseSensitive: true, strict: true });
  router.use((request, response, next) => { visitOf(request, response); next(); });
  router.route('/').get(handle(showAsk)).post(handle(takeAsk)).all(refuse('GET, HEAD, POST'));
  router.route('/code').get(handle(showCode)).post(handle(takeCode)).all(refuse('GET, HEAD, POST'));
  for (const path of ['/order', '/order/:place']) router.route(path).get(handle(showPayment)).all(refuse('GET, HEAD'));
  router.route('/end').post(handle(endWhere)).all(refuse('POST'));
  router.use((request, response) => say(desk, visitOf(request, response), 'not-found'));
  router.use(fault);
  return router;
}
