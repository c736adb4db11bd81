import { Router, type Request, type Response } from 'express';
import type { ReceivePaidMessage } from '../../../application/payment-notices/receive-paid-message.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { Measurements } from '../../../application/ports/measurements.js';
import type { HttpReply } from '../../../application/ports/payment-channel.js';
import type { PaidMessages, PaidMessageVerdict, Provinces } from '../../../application/ports/province.js';
import type { NoticePaid } from '../../../domain/payment-notices/province-report.js';
import type { FailureLimits } from '../gateway/failure-limits.js';
import { readRawBody } from '../http/raw-body.js';

export interface PaidNoticeDeps {
  readonly provinces: Provinces;
  readonly receive: Pick<ReceivePaidMessage, 'run'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly journal: Journal;
  readonly measurements: Pick<Measurements, 'count'>;
  /** The same count of failures by address as at the gateway. */
  readonly failures: Pick<FailureLimits, 'isAddressSpent' | 'allowsAddress'>;
  readonly addressOf: (request: Request) => string;
}

/** A genuine one has about 1 kB. */
const maxMessageBytes = 64 * 1024;
const bodyTimeoutMs = 10_000;
const words = { 'unknown-notice': '缴款码不存在', 'amount-differs': '金额不符' } as const;
const notStored = '暂时不能处理，请重发';

interface Heard { readonly region: string; readonly messages: PaidMessages; readonly paid: NoticePaid }

/** `POST /openapi/nontax/paid-notice`: a province says that a notice was paid. Delivery only; accepted is said after everything is stored. */
export function paidNoticeRouter(deps: PaidNoticeDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post('/paid-notice', async (request, response) => {
    const address = deps.addressOf(request);
    if (deps.failures.isAddressSpent(address)) return end(response, 429);
    const read = await readRawBody(request, maxMessageBytes, bodyTimeoutMs);
    if (!read.ok) return response.headersSent ? undefined : end(response, read.why === 'too-large' ? 413 : 400);
    const heard = await hear(deps, read.body);
    if (typeof heard === 'string') {
      deps.measurements.count('security_events', { event: 'province-message', why: heard });
      deps.journal.warn('province-message-refused', { why: heard, address });
      return end(response, deps.failures.allowsAddress(address) ? 403 : 429);
    }
    return send(response, await answer(deps, heard));
  });
  return router;
}

/** The province whose message it is, or why it is none's. A message is tried by the keys of each: only one of them can have signed it. */
async function hear({ provinces, clock }: PaidNoticeDeps, body: Uint8Array): Promise<Heard | string> {
  let why: string = 'not-connected';
  for (const { region, paidMessages: messages } of provinces.values()) {
    if (messages === undefined) continue;
    const verdict: PaidMessageVerdict = await messages.read(body, clock.now());
    if (verdict.genuine) return { region, messages, paid: verdict.paid };
    // What the region's own key says counts for more than that it is no other region's.
    if (why === 'not-connected' || why === 'foreign') why = verdict.why;
  }
  return why;
}

/** A fault must not look like an acceptance: the province repeats what was not stored. */
async function answer({ receive, journal }: PaidNoticeDeps, { region, messages, paid }: Heard): Promise<HttpReply> {
  try {
    const { kind } = await receive.run(region, paid);
    journal.info('province-paid-message', { region, payCode: paid.payCode, outcome: kind });
    return kind === 'taken' ? await messages.accepted() : await messages.refused(words[kind]);
  } catch (error) {
    journal.fault('province-paid-message', error, { region });
    return messages.refused(notStored);
  }
}

const end = (response: Response, status: number): void => { response.status(status).set({ 'cache-control': 'no-store', connection: 'close' }).end(); };

function send(response: Response, { status, body }: HttpReply): void {
  response.status(status).set({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}
