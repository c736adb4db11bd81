import { plainAcceptance } from '../../../contracts/gateway/callbacks.js';
import { gatewayVersion } from '../../../contracts/gateway/envelope.js';
import { personalBillAccepted, personalBillMethod } from '../../../contracts/gateway/personal-bill.js';
import { canonicalText } from '../../../domain/access/canonical-text.js';
import type { Developer } from '../../../domain/directory/developer.js';
import { longTime } from '../../../domain/kernel/china-time.js';
import type { PersonalBill } from '../../../domain/personal-bills/personal-bill.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { PersonalBills, PushAnswer } from '../../../application/ports/city-app-bills.js';
import type { Signer } from '../../../application/ports/signatures.js';
import type { WireClient } from '../wire/http-client.js';
import { wireBill } from './wire-bill.js';

const wholeRequestMs = 10_000;
const maxAnswerBytes = 4 * 1024;

/** Personal bills as signed envelopes over HTTP. The wire client enforces networks, redirects and sizes (URL-02, URL-03), as it does for callbacks. */
export class HttpPersonalBills implements PersonalBills {
  readonly #http: WireClient;
  readonly #signer: Signer;
  readonly #clock: Clock;
  readonly #httpsOnly: boolean;

  /** `httpsOnly`: a record names a user, so it never travels in clear outside of a demonstration. */
  constructor(http: WireClient, signer: Signer, clock: Clock, httpsOnly: boolean) {
    this.#http = http;
    this.#signer = signer;
    this.#clock = clock;
    this.#httpsOnly = httpsOnly;
  }

  async push(bill: PersonalBill, developer: Developer): Promise<PushAnswer> {
    const url = developer.personalBillUrl;
    if (url === undefined) return { accepted: false, answer: 'no address' };
    if (this.#httpsOnly && !url.startsWith('https://')) return { accepted: false, answer: 'address not https' };
    const sent = await this.#http.send({
      url, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body: await this.#envelope(bill, developer),
      timeoutMs: wholeRequestMs, maxResponseBytes: maxAnswerBytes,
    });
    if (sent.kind === 'failure') return { accepted: false, answer: sent.why };
    if (sent.status !== 200) return { accepted: false, answer: `http ${sent.status}` };
    return judgePushAnswer(Buffer.from(sent.body).toString('utf8'));
  }

  async #envelope(bill: PersonalBill, developer: Developer): Promise<string> {
    const envelope = {
      version: gatewayVersion, method: personalBillMethod, timestamp: longTime(this.#clock.now()), devId: developer.devId,
      data: Buffer.from(JSON.stringify(wireBill(bill)), 'utf8').toString('base64'),
    };
    const sign = await this.#signer.sign(`platform.${developer.scheme.algorithm}`, developer.scheme, canonicalText(envelope));
    return JSON.stringify({ ...envelope, sign });
  }
}

/** A clear yes or none: JSON with code 0000, or the plain word. A code of theirs is kept for people where it is a short word, and nothing else of their answer. */
export function judgePushAnswer(body: string): PushAnswer {
  if (body.trim() === plainAcceptance) return { accepted: true, answer: plainAcceptance };
  const code = codeIn(body);
  if (code === personalBillAccepted) return { accepted: true, answer: code };
  return { accepted: false, answer: code !== undefined && /^[A-Za-z0-9_.-]{1,16}$/.test(code) ? `code ${code}` : 'not accepted' };
}

function codeIn(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const code = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)['code'] : undefined;
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
