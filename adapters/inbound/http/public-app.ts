import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { Journal } from '../../../application/ports/journal.js';
import type { RequestTrail } from '../../../application/ports/request-trail.js';
import type { ForwardWatch } from './forward-watch.js';
import { requestIdOf } from './request-context.js';

export interface PublicAppParts {
  readonly gateway: { handle(request: Request, response: Response): Promise<void> };
  readonly channelMessages: Router;
  /** Messages of the provinces. */
  readonly provinceMessages: Router;
  readonly cashier: Router;
  readonly statements: Router;
  /** Where the text message platform pushes. */
  readonly textPushes: Router;
  /** Pages of e-bills: one bill, and the check of any (查验). */
  readonly bills: Router;
  /** 「我的钱在哪」 for payers. */
  readonly where: Router;
  /** Embedded profile only: integrator documentation. */
  readonly docs: Router | undefined;
  /** Undefined = ready; otherwise a short word on what is missing. */
  readonly notReady: () => Promise<string | undefined>;
  readonly journal: Journal;
  readonly trail: RequestTrail;
  readonly forwardWatch: ForwardWatch;
}

/** The public port. The gateway and the channels come before everything else: no parser, no header helper stands between them and the raw request. */
export function publicApp(parts: PublicAppParts): express.Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use((request, _response, next) => { parts.trail.run(requestIdOf(request), next); });
  app.use((request, _response, next) => { parts.forwardWatch.see(request); next(); });
  app.all('/gateway', async (request, response) => parts.gateway.handle(request, response));
  app.use('/channels', parts.channelMessages);
  app.use('/openapi/nontax', parts.provinceMessages);
  app.use('/pay', parts.cashier);
  app.use('/statements', parts.statements);
  app.use('/text-messages', parts.textPushes);
  app.use('/bills', parts.bills);
  app.use('/where', parts.where);
  app.get('/healthz', (_request, response) => { response.type('text/plain').send('ok'); });
  app.get('/readyz', async (_request, response) => {
    const missing = await parts.notReady();
    response.status(missing === undefined ? 200 : 503).type('text/plain').send(missing === undefined ? 'ready' : 'not ready');
    if (missing !== undefined) parts.journal.warn('not-ready', { missing });
  });
  app.get('/favicon.ico', (_request, response) => { response.status(204).end(); });
  if (parts.docs) app.use('/docs', parts.docs);
  app.use((_request, response) => { plain(response, 404, '没有这个地址'); });
  app.use(problem(parts.journal));
  return app;
}

/** The last handler: no stack, no path, no version leaves the house (ERR-01). */
const problem = (journal: Journal): ErrorRequestHandler => (error, request, response, _next) => {
  journal.fault('http', error, { requestId: requestIdOf(request) });
  // Half an answer cannot be taken back; express would print the error to the console.
  if (response.headersSent) { response.destroy(); return; }
  const malformed = error instanceof URIError;
  plain(response, malformed ? 400 : 500, malformed ? '地址不正确' : `系统内部错误，请稍后再试。编号 ${requestIdOf(request)}`);
};

function plain(response: Response, status: number, text: string): void {
  response.status(status).set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" });
  response.type('text/plain; charset=utf-8').send(text);
}
