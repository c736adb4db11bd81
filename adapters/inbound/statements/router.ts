import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Journal } from '../../../application/ports/journal.js';
import type { KeptFiles } from '../../../application/ports/kept-files.js';
import type { StatementTickets } from '../../../application/settlement/statement-tickets.js';
import type { Statement } from '../../../domain/settlement/day-certificate.js';
import type { FailureLimits } from '../gateway/failure-limits.js';
import { sendBytes, sendTimes, type SendTimes } from './send-file.js';

export interface StatementDeps {
  readonly tickets: Pick<StatementTickets, 'open'>;
  readonly files: Pick<KeptFiles, 'read'>;
  /** The same count of failures by address as at the gateway. */
  readonly failures: Pick<FailureLimits, 'isAddressSpent' | 'allowsAddress'>;
  readonly addressOf: (request: Request) => string;
  readonly journal: Journal;
  /** Files being sent at once by this process; more are told to come again. */
  readonly places?: number;
  readonly times?: SendTimes;
}

const defaultPlaces = 32;

const words = {
  404: '没有这份对账单，或下载地址不正确。', 410: '下载地址已过期，请重新调用接口获取。', 405: '请用 GET 下载。', 429: '请求过于频繁，请稍后再试。', 503: '正在下载的人较多，请稍后再试。',
} as const;

/** `GET /statements/<ticket>`: one statement, for whoever holds its ticket (1.1.7.1.4). Tickets are rights and never written down. */
export function statementsRouter(deps: StatementDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  let taken = 0;
  router.get('/:ticket', async (request, response) => {
    const address = deps.addressOf(request);
    if (deps.failures.isAddressSpent(address)) { refuse(response, 429); return; }
    const opened = await deps.tickets.open(String(request.params['ticket']));
    if (!opened.ok) { refuse(response, deps.failures.allowsAddress(address) ? (opened.refusal === 'expired' ? 410 : 404) : 429); return; }
    if (request.method === 'HEAD') { head(response, opened.value).end(); return; }
    if (taken >= (deps.places ?? defaultPlaces)) { refuse(response, 503); return; }
    taken += 1;
    try {
      await sendBytes(head(response, opened.value), deps.files.read(opened.value.fileNo), opened.value.byteSize, deps.times ?? sendTimes);
    } catch (error) {
      // What was sent so far is no statement; the reader sees a broken connection and a digest that does not fit.
      deps.journal.fault('statement-unreadable', error, { fileNo: opened.value.fileNo });
      response.destroy();
    } finally {
      taken -= 1;
    }
  });
  router.use((request, response) => {
    refuse(response, request.method === 'GET' || request.method === 'HEAD' ? (deps.failures.allowsAddress(deps.addressOf(request)) ? 404 : 429) : 405);
  });
  router.use(wrongAddress(deps));
  return router;
}

/** A path that cannot be decoded is a wrong address, and its text belongs into no journal. */
const wrongAddress = (deps: StatementDeps): ErrorRequestHandler => (error: unknown, request, response, next) => {
  if (response.headersSent || !(error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400))) { next(error); return; }
  refuse(response, deps.failures.allowsAddress(deps.addressOf(request)) ? 404 : 429);
};

const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'", 'referrer-policy': 'no-referrer' } as const;

function head(response: Response, { fileName, byteSize, digest }: Statement): Response {
  // Names of ours have nothing in them that a header could not hold.
  return response.status(200).set({
    ...always, 'content-type': 'text/csv; charset=utf-8; header=present', 'content-length': String(byteSize), 'content-disposition': `attachment; filename="${fileName}"`,
    'x-file-digest': `SM3=${digest}`,
  });
}

function refuse(response: Response, status: keyof typeof words): void {
  if (status === 405) response.set('allow', 'GET, HEAD');
  if (status === 429 || status === 503) response.set('retry-after', '1');
  const body = Buffer.from(words[status], 'utf8');
  response.status(status).set({ ...always, 'content-type': 'text/plain; charset=utf-8', 'content-length': String(body.length) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
