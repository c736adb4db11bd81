import { plainAcceptance, type CallbackMethodName } from '../../../contracts/gateway/callbacks.js';
import { gatewayVersion } from '../../../contracts/gateway/envelope.js';
import { canonicalText } from '../../../domain/access/canonical-text.js';
import type { Callback } from '../../../domain/callbacks/callback.js';
import type { PaymentNews, RefundNews } from '../../../domain/callbacks/news.js';
import type { Developer } from '../../../domain/directory/developer.js';
import { longTime } from '../../../domain/kernel/china-time.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { AddressProbe, CallbackAnswer, Knock, MerchantCallbacks } from '../../../application/ports/merchant-callbacks.js';
import type { Signer } from '../../../application/ports/signatures.js';
import type { WireClient, WireFailure } from '../wire/http-client.js';
import { paymentNotice, refundNotice } from './wire-news.js';

const wholeRequestMs = 10_000;
const maxAnswerBytes = 4 * 1024;

/** Callbacks as signed envelopes over HTTP (1.1.7.1.2-f, 1.1.7.1.3-c). The wire client enforces networks, redirects and sizes (URL-02, URL-03). */
export class HttpCallbacks implements MerchantCallbacks, AddressProbe {
  readonly #http: WireClient;
  readonly #signer: Signer;
  readonly #clock: Clock;

  constructor(http: WireClient, signer: Signer, clock: Clock) {
    this.#http = http;
    this.#signer = signer;
    this.#clock = clock;
  }

  async post(callback: Callback, developer: Developer): Promise<CallbackAnswer> {
    const sent = await this.#http.send({
      url: callback.url, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body: await this.#envelope(callback, developer),
      timeoutMs: wholeRequestMs, maxResponseBytes: maxAnswerBytes,
    });
    if (sent.kind === 'failure') return { accepted: false, answer: sent.why };
    if (sent.status !== 200) return { accepted: false, answer: `http ${sent.status}` };
    return judgeAnswer(Buffer.from(sent.body).toString('utf8'), callback.passbackParams);
  }

  async knock(url: string): Promise<Knock> {
    const began = performance.now();
    const came = await this.#http.reach(url, wholeRequestMs);
    const ms = Math.round(performance.now() - began);
    return came.kind === 'answer' ? { kind: 'answered', status: came.status, ms } : { kind: placeOf(came.why, came.code), ms };
  }

  async #envelope(callback: Callback, developer: Developer): Promise<string> {
    const news: unknown = JSON.parse(callback.content);
    const method: CallbackMethodName = callback.kind === 'payment' ? 'epay-trade-core.order.notify' : 'epay-trade-core.refund.notify';
    const notice = callback.kind === 'payment' ? paymentNotice(news as PaymentNews) : refundNotice(news as RefundNews);
    const envelope = {
      version: gatewayVersion, method, timestamp: longTime(this.#clock.now()), devId: developer.devId,
      data: Buffer.from(JSON.stringify(notice), 'utf8').toString('base64'),
    };
    const sign = await this.#signer.sign(`platform.${developer.scheme.algorithm}`, developer.scheme, canonicalText(envelope));
    return JSON.stringify({ ...envelope, sign });
  }
}

/** On the way to an answer, where it ended. */
function placeOf(why: WireFailure, code: string): Exclude<Knock['kind'], 'answered'> {
  if (why === 'address-refused') return 'not-allowed';
  if (['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'].includes(code)) return 'not-resolved';
  if (code === 'ECONNREFUSED') return 'refused';
  if (why === 'timeout' || ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)) return 'timeout';
  if (/^(ERR_TLS|ERR_SSL|CERT_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return 'tls';
  return why === 'unreachable' ? 'unreachable' : 'cut-off';
}

/** A clear acceptance or none (1.1.2.1.5-a): the plain word, or an envelope with 10000; an echo, when there is one, must be the right one. */
export function judgeAnswer(body: string, passbackParams: string | undefined): CallbackAnswer {
  const text = body.trim();
  if (text === plainAcceptance) return { accepted: true, answer: 'success' };
  const envelope = object(text);
  if (envelope?.['code'] !== '10000') return { accepted: false, answer: 'not accepted' };
  const echoed = echoOf(envelope);
  if (echoed !== undefined && echoed !== (passbackParams ?? '')) return { accepted: false, answer: 'wrong echo' };
  return { accepted: true, answer: '10000' };
}

function echoOf(envelope: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof envelope['passbackParams'] === 'string') return envelope['passbackParams'];
  const data = typeof envelope['data'] === 'string' ? object(Buffer.from(envelope['data'], 'base64').toString('utf8')) : undefined;
  return typeof data?.['passbackParams'] === 'string' ? data['passbackParams'] : undefined;
}

function object(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined;
  } catch {
    return undefined;
  }
}

