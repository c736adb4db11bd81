import { Router, type Request, type Response } from 'express';
import type { TakePushes } from '../../../application/text-messages/take-pushes.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { HttpReply } from '../../../application/ports/payment-channel.js';
import type { RateLimiter } from '../../../application/ports/rate-limiter.js';
import type { PushedText } from '../../../application/ports/text-messages.js';
import { askerOf } from '../../../domain/kernel/asker.js';
import { readRawBody } from '../http/raw-body.js';

export interface TextPushDeps {
  /** Undefined where the installation sends no texts: nobody pushes, and every address is unknown. */
  readonly take: Pick<TakePushes, 'refusalOf' | 'reports' | 'inbound'> | undefined;
  readonly journal: Journal;
  readonly rateLimiter: RateLimiter;
  readonly addressOf: (request: Request) => string;
}

/** A push of the platform has at most some hundred reports. */
const maxPushBytes = 256 * 1024;
const bodyTimeoutMs = 10_000;
/** Pushes worked on at the same time: each may hold as many reports as fit, and payers must not wait behind them. */
const mostAtOnce = 8;
/** Journal lines about a place that is turned away: one in ten seconds. */
const refusalLinesPerSecond = 0.1;

const unknown: HttpReply = { status: 404, body: '' };
const busy: HttpReply = { status: 503, body: '' };

/**
 * Where the platform pushes: `POST /reports/<token>` and `POST /inbound/<token>`. Whoever does not know the token, or comes from elsewhere, gets the
 * answer of an address that is not there, before the body is read and without taking a place; the token is never logged.
 */
export function textPushRouter({ take, journal, rateLimiter, addressOf }: TextPushDeps): Router {
  const router = Router();
  let underWay = 0;
  const taking = (work: (take: Pick<TakePushes, 'reports' | 'inbound'>, push: PushedText) => Promise<HttpReply>) => async (request: Request, response: Response): Promise<void> => {
    const token = request.params['token'];
    if (!take || typeof token !== 'string') { turnAway(response, unknown); return; }
    const source = { token, sourceAddress: addressOf(request) };
    const refusal = take.refusalOf(source);
    if (refusal) {
      const { sourceAddress: address } = source;
      if (rateLimiter.allow(`text-push-line:${askerOf(address)}`, refusalLinesPerSecond)) journal.warn('text-push-refused', { why: refusal.why, address });
      turnAway(response, unknown);
      return;
    }
    if (underWay >= mostAtOnce) { turnAway(response, busy); return; }
    underWay += 1;
    try {
      const read = await readRawBody(request, maxPushBytes, bodyTimeoutMs);
      // A body that was not read has no content: it is refused as an unreadable one, with its line in the journal.
      const reply = await work(take, { ...source, body: read.ok ? read.body : new Uint8Array() });
      say(response, read.ok ? reply : unknown);
    } catch (error) {
      journal.fault('text-push', error);
      // Not accepted: the platform repeats what was not stored.
      say(response, busy);
    } finally {
      underWay -= 1;
    }
  };
  router.post('/reports/:token', taking((one, push) => one.reports(push)));
  router.post('/inbound/:token', taking((one, push) => one.inbound(push)));
  return router;
}

/** The body stays unread, so the connection ends with the answer. */
function turnAway(response: Response, reply: HttpReply): void {
  response.set('Connection', 'close');
  say(response, reply);
}

function say(response: Response, { status, body }: HttpReply): void {
  response.status(status).set({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}
