import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Journal } from '../../../application/ports/journal.js';
import { PasswordsBusyError } from '../../../application/ports/passwords.js';
import { ConcurrentChange } from '../../../application/ports/unit-of-work.js';
import { TamperedError } from '../../../application/ports/vault.js';
import { consoleErrors } from '../../../contracts/console/errors.js';
import { requestIdOf } from '../http/request-context.js';
import { isAccountRow } from './account-rows.js';
import { answerTo, type ConsoleDoor } from './console-door.js';
import { isOwnFile, sendConsoleFile } from './files.js';
import { consoleHeaders } from './headers.js';
import { pagesRouter } from './pages.js';
import { refused, type Answer, type FileAnswer, type Refusal } from './route.js';
import { forgetToken, giveForm, giveToken } from './token-cookie.js';

export interface ConsoleAppParts {
  readonly door: ConsoleDoor;
  /** Folder of the built pages; undefined where this installation was built without them. */
  readonly pagesFolder: string | undefined;
  readonly isSecure: boolean;
  readonly journal: Journal;
}

/** The port of operators: pages under `/console/`, their interface under `/console/api`. It shares nothing with the public port (WEB-04). */
export function consoleApp(parts: ConsoleAppParts): express.Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use((_request, response, next) => { response.set(consoleHeaders(parts.isSecure)); next(); });
  app.use('/console/api', apiRouter(parts));
  if (parts.pagesFolder !== undefined) app.use('/console', pagesRouter(parts.pagesFolder));
  app.get('/', (_request, response) => { response.redirect(302, '/console/'); });
  app.get('/healthz', (_request, response) => { response.type('text/plain').send('ok'); });
  app.use((request, response) => { sendRefusal(request, response, refused('NOT_FOUND')); });
  app.use(fault(parts.journal));
  return app;
}

function apiRouter({ door, isSecure }: ConsoleAppParts): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use((_request, response, next) => { response.set('cache-control', 'no-store'); next(); });
  for (const route of door.routes) {
    router[route.method === 'GET' ? 'get' : 'post'](route.path, async (request: Request, response: Response) => {
      await send(request, response, await answerTo(door, route, request), isSecure);
      if (!request.complete) endSoon(request);
    });
  }
  // Else what is asked for wrongly would be answered with a page.
  router.use((request, response) => { sendRefusal(request, response, refused('NOT_FOUND')); });
  return router;
}

/** How long the rest of a body that nobody wants is let pass: whoever sends it gets the answer rather than a broken line. */
const restMs = 5_000;
function endSoon(request: Request): void {
  const timer = setTimeout(() => { request.destroy(); }, restMs);
  request.once('close', () => { clearTimeout(timer); }).once('end', () => { clearTimeout(timer); });
  request.resume();
}

async function send(request: Request, response: Response, answer: Answer | FileAnswer | Refusal, isSecure: boolean): Promise<void> {
  if ('refused' in answer) { sendRefusal(request, response, answer); return; }
  if (isOwnFile(answer)) { await sendConsoleFile(response, answer); return; }
  if (answer.token === '') forgetToken(response, isSecure);
  else if (answer.token !== undefined) giveToken(response, answer.token, isSecure);
  if (answer.form !== undefined) giveForm(response, answer.form, isSecure);
  response.status(200).json(answer.body);
}

function sendRefusal(request: Request, response: Response, { refused: code, message, field }: Refusal): void {
  const [status, usual] = consoleErrors[code];
  response.status(status).set('cache-control', 'no-store').json({ code, message: message ?? usual, ...(field !== undefined && { field }), traceId: requestIdOf(request) });
}

/** The last handler: nothing of the fault leaves the house (ERR-01). */
const fault = (journal: Journal): ErrorRequestHandler => (error: unknown, request, response, _next) => {
  const isWrongAddress = error instanceof URIError || (error instanceof Error && 'status' in error && (error.status === 400 || error.status === 404));
  if (!isWrongAddress) journal.fault('console', error, { requestId: requestIdOf(request) });
  // Somebody changed an account, a role or a session past the platform (INT-03): that is no fault among others.
  if (error instanceof TamperedError && isAccountRow(error)) journal.alarm('console-row-tampered', { requestId: requestIdOf(request) });
  if (response.headersSent) { response.destroy(); return; }
  sendRefusal(request, response, refused(isWrongAddress ? 'NOT_FOUND' : error instanceof PasswordsBusyError || error instanceof ConcurrentChange ? 'BUSY' : 'FAULT'));
};
