import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { OpenEBill } from '../../../application/e-bills/open-e-bill.js';
import type { VerifyEBill } from '../../../application/e-bills/verify-e-bill.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { RateLimiter } from '../../../application/ports/rate-limiter.js';
import { askerOf } from '../../../domain/kernel/asker.js';
import { readSmallForm } from '../cashier/payment-form.js';
import { comesFromOurPage } from '../cashier/same-origin.js';
import { newNonce, setSecurityHeaders } from '../cashier/security-headers.js';
import { sendPage } from '../cashier/send.js';
import { billPage, messagePage, statusOf, verifiedPage, verifyPage, type BillPageSetting, type MessageStatus, type Notice } from './bill-pages.js';
import { nothingWritten, readMarks, type MarkName, type Written } from './verify-form.js';

export interface BillPagesDeps {
  readonly verify: Pick<VerifyEBill, 'run'>; readonly open: Pick<OpenEBill, 'run'>; readonly rateLimiter: RateLimiter; readonly journal: Journal;
  readonly publicBaseUrl: string; readonly demo: boolean;
  readonly addressOf: (request: Request) => string; readonly requestIdOf: (request: Request) => string;
}

/** Forms that one address may send on average, wrong ones among them; ten times as many at once. */
const formsPerSecond = 0.5;
/** Pages of bills that are looked at, of one address. */
const pagesPerSecond = 2;
/** Tokens that do not exist, of one address: nobody finds a bill by trying. */
const guessesPerSecond = 0.2;
const tokenShape = /^[A-Za-z0-9_-]{32}$/;

/** `GET|POST /bills/verify` (查验) and `GET /bills/:token` (one bill of ours), to be mounted at `/bills` before any body parser. No script. */
export function billsRouter(deps: BillPagesDeps): Router {
  const base = new URL(deps.publicBaseUrl);
  const verifyAddress = `${base.pathname.replace(/\/+$/, '')}/bills/verify`;
  const settings = new WeakMap<Response, BillPageSetting>();
  const settingOf = (response: Response): BillPageSetting => {
    const known = settings.get(response);
    if (known) return known;
    const setting = { nonce: newNonce(), demo: deps.demo, verifyAddress };
    setSecurityHeaders(response, setting.nonce, [], base.protocol === 'https:');
    settings.set(response, setting);
    return setting;
  };
  const say = (request: Request, response: Response, status: MessageStatus): Promise<void> => sendPage(request, response, status, messagePage(settingOf(response), status));
  const again = (request: Request, response: Response, written: Written, notice: Notice, wrong?: MarkName): Promise<void> => {
    if (notice === 'too-often') response.set('Retry-After', '10');
    return sendPage(request, response, statusOf(notice), verifyPage(settingOf(response), written, notice, wrong));
  };

  async function verify(request: Request, response: Response): Promise<void> {
    if (!comesFromOurPage(request.headers, base.origin)) return say(request, response, 403);
    const address = deps.addressOf(request);
    if (!deps.rateLimiter.allow(`verify-form:${askerOf(address)}`, formsPerSecond)) return again(request, response, nothingWritten, 'too-often');
    const fields = await readSmallForm(request);
    if (!fields.ok) return again(request, response, nothingWritten, 'malformed');
    const marks = readMarks(fields.value);
    if (!marks.ok) {
      const { refusal } = marks;
      return refusal.kind === 'malformed' ? again(request, response, nothingWritten, 'malformed') : again(request, response, refusal.written, 'wrong-field', refusal.field);
    }
    const verified = await deps.verify.run(marks.value, address);
    if (verified.kind === 'verified') return sendPage(request, response, 200, verifiedPage(settingOf(response), verified.bill));
    // The check code is not said back: whoever looks at the screen later shall not read it.
    const { eBillCode, eBillNo } = marks.value;
    return again(request, response, { ...nothingWritten, eBillCode, eBillNo }, verified.kind);
  }

  async function show(request: Request, response: Response): Promise<void> {
    const place = askerOf(deps.addressOf(request));
    if (!deps.rateLimiter.allow(`bill-page:${place}`, pagesPerSecond) || deps.rateLimiter.isSpent(`bill-miss:${place}`, guessesPerSecond)) return say(request, response, 429);
    const token = String(request.params['token']);
    const opened = tokenShape.test(token) ? await deps.open.run(token) : undefined;
    if (opened) return sendPage(request, response, 200, billPage(settingOf(response), opened));
    return say(request, response, deps.rateLimiter.allow(`bill-miss:${place}`, guessesPerSecond) ? 404 : 429);
  }

  const refuse = (allow: string) => (request: Request, response: Response): Promise<void> => {
    response.set({ Allow: allow, Connection: 'close' });
    return say(request, response, 405);
  };

  const router = Router({ caseSensitive: true, strict: true });
  router.use((_request, response, next) => { settingOf(response); next(); });
  router.route('/verify').get((request, response) => sendPage(request, response, 200, verifyPage(settingOf(response), nothingWritten))).post(verify).all(refuse('GET, HEAD, POST'));
  router.route('/:token').get(show).all(refuse('GET, HEAD'));
  router.use((request, response) => say(request, response, 404));
  router.use(fault(deps, say));
  return router;
}

/** The last stop: one page that says nothing about the fault, and one line in the journal. */
const fault = (deps: BillPagesDeps, say: (request: Request, response: Response, status: MessageStatus) => Promise<void>): ErrorRequestHandler => async (error: unknown, request, response, next) => {
  const wrongAddress = error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);
  if (!wrongAddress) deps.journal.fault('bill-pages', error, { requestId: deps.requestIdOf(request) });
  if (response.headersSent) { next(error); return; }
  await say(request, response, wrongAddress ? 404 : 500);
};
