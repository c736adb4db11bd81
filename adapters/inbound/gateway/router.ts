import type { Request, Response } from 'express';
import { gatewayMethods, type GatewayMethodName } from '../../../contracts/gateway/methods.js';
import { canonicalText } from '../../../domain/access/canonical-text.js';
import { mayCall, type Developer } from '../../../domain/directory/developer.js';
import type { AuthenticateDeveloper } from '../../../application/access/authenticate-developer.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Digests } from '../../../application/ports/digests.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { Measurements } from '../../../application/ports/measurements.js';
import type { RateLimiter } from '../../../application/ports/rate-limiter.js';
import { Admission } from './admission.js';
import type { AnswerWriter } from './answer.js';
import { checkMethod, checkTimestamp, readData } from './checks.js';
import type { Handler } from './handler.js';
import { pageAnswer, pageRefusal } from './page-answer.js';
import { readParameters, type Parameters } from './parameters.js';
import { isRefusal, refusal, type Refusal } from './refusal.js';
import { SchemaChecks } from './schema-checks.js';
import { explainSignature } from './signature-explanation.js';

export interface GatewayDeps {
  readonly authenticate: AuthenticateDeveloper;
  readonly handlers: Readonly<Record<GatewayMethodName, Handler>>;
  readonly answers: AnswerWriter;
  readonly clock: Clock; readonly digests: Digests; readonly journal: Journal; readonly measurements: Measurements; readonly rateLimiter: RateLimiter;
  readonly addressOf: (request: Request) => string;
  readonly requestIdOf: (request: Request) => string;
  readonly limits: GatewayLimits;
  /** Embedded profile: a 40003 answer shows the text and digest the platform computed (design section 5). */
  readonly explainSignatures: boolean;
}

export interface GatewayLimits {
  /** Accepted difference between a request's timestamp and our clock. */
  readonly timestampWindowMs: number;
  /** Requests worked on at once; more are answered 20000 at once, so that memory stays flat. */
  readonly maxInFlight: number;
  /** Requests a second of one address before its developer is known. */
  readonly perAddressPerSecond: number;
}

/** Bodies being received at once, for each place in `maxInFlight`; with the largest body and the default limit 256 MiB in all. */
const readersPerPlace = 10;

export const defaultGatewayLimits: GatewayLimits = { timestampWindowMs: 600_000, maxInFlight: 400, perAddressPerSecond: 500 };

/** `POST /gateway`: the one signed access point (design section 5). Checks in the order of GW-01, cheap ones first; nothing of `data` is read before the signature is good. */
export class Gateway {
  readonly #deps: GatewayDeps;
  readonly #schemas = new SchemaChecks();
  readonly #admission: Admission;
  #reading = 0;

  constructor(deps: GatewayDeps) {
    this.#deps = deps;
    this.#admission = new Admission(deps.limits.maxInFlight);
  }

  async handle(request: Request, response: Response): Promise<void> {
    const began = performance.now();
    try {
      const arrived = await this.#arrive(request);
      if (!('parameters' in arrived)) await this.#finish(response, began, arrived);
      // Only whole requests are counted: senders who trickle their bodies cannot take the places of those who do not.
      else if (this.#admission.enter()) await this.#serve(response, began, arrived);
      else await this.#finish(response, began, stranger(refusal('20000')));
    } catch (error) {
      this.#deps.journal.fault('gateway', error, { requestId: this.#deps.requestIdOf(request) });
      if (!response.headersSent) await this.#deps.answers.refuse(response, refusal('20000'), undefined);
    }
  }

  async #arrive(request: Request): Promise<Arrived | Outcome> {
    const receivedAt = this.#deps.clock.now();
    const address = this.#deps.addressOf(request);
    if (!this.#deps.rateLimiter.allow(`gateway-address:${address}`, this.#deps.limits.perAddressPerSecond)) return stranger(tooMany());
    const parameters = await this.#read(request);
    return isRefusal(parameters) ? stranger(parameters) : { parameters, caller: { receivedAt, address, requestId: this.#deps.requestIdOf(request) } };
  }

  async #serve(response: Response, began: number, { parameters, caller }: Arrived): Promise<void> {
    try {
      await this.#admission.turn();
      await this.#finish(response, began, await this.#judge(parameters, caller));
    } finally {
      this.#admission.leave();
    }
  }

  async #read(request: Request): Promise<Parameters | Refusal> {
    if (this.#reading >= this.#deps.limits.maxInFlight * readersPerPlace) return refusal('20000');
    this.#reading += 1;
    try {
      return await readParameters(request);
    } finally {
      this.#reading -= 1;
    }
  }

  async #judge(parameters: Parameters, caller: Caller): Promise<Outcome> {
    const malformed = this.#schemas.envelope(parameters);
    if (malformed) return stranger(malformed);
    const method = checkMethod(parameters['version'] ?? '', parameters['method'] ?? '');
    if (isRefusal(method)) return stranger(method);
    const untimely = checkTimestamp(parameters['timestamp'] ?? '', caller.receivedAt, this.#deps.limits.timestampWindowMs);
    if (untimely) return { ...stranger(untimely), method };
    const text = canonicalText(parameters);
    const known = await this.#authenticate(parameters, text, caller.address);
    if (known.refused || !known.developer) return { ...known, method };
    return { ...(await this.#call(method, parameters, known.developer, text, caller)), method };
  }

  async #authenticate(parameters: Parameters, text: string, address: string): Promise<Outcome> {
    const devId = parameters['devId'] ?? '';
    const authentic = await this.#deps.authenticate.run({ devId, text, signature: parameters['sign'] ?? '', address });
    if (authentic.ok) {
      const developer = authentic.value;
      const allowed = this.#deps.rateLimiter.allow(`developer:${devId}`, developer.requestsPerSecond);
      return allowed ? { developer } : { refused: tooMany(), developer };
    }
    this.#deps.measurements.count('security_events', { event: 'gateway', why: authentic.refusal.code });
    this.#deps.journal.warn('gateway-refused', { why: authentic.refusal.code, address });
    if (authentic.refusal.code === 'address-not-allowed') return { refused: refusal('40301'), developer: authentic.refusal.developer };
    const explanation = this.#deps.explainSignatures ? explainSignature(text, authentic.refusal.developer, this.#deps.digests) : undefined;
    // Unknown, disabled and wrongly signed look alike: no signature, one message (GW-13).
    return { refused: refusal('40003'), developer: undefined, explanation };
  }

  async #call(method: GatewayMethodName, parameters: Parameters, developer: Developer, text: string, caller: Caller): Promise<Outcome> {
    if (!mayCall(developer, method)) return { refused: refusal('40302'), developer };
    const data = readData(parameters['data'] ?? '');
    if (isRefusal(data)) return { refused: data, developer };
    const misfit = this.#schemas.request(method, data.fields);
    if (misfit) return { refused: misfit, developer };
    try {
      const answer = await this.#deps.handlers[method]({ developer, data: data.fields, ...caller });
      return isRefusal(answer) ? { refused: answer, developer } : { answer, developer };
    } catch (error) {
      // The caller is known, so even this answer is signed: nobody on the way can make a success look like a fault.
      this.#deps.journal.fault('gateway', error, { requestId: caller.requestId });
      return { refused: refusal('20000'), developer };
    }
  }

  async #finish(response: Response, began: number, outcome: Outcome): Promise<void> {
    const { refused, developer, answer, method } = outcome;
    const page = method !== undefined && gatewayMethods[method].page;
    if (page && refused) pageRefusal(response, refused);
    else if (page && answer) pageAnswer(response, answer);
    else if (refused) await this.#deps.answers.refuse(response, refused, developer, outcome.explanation);
    else if (developer && answer) await this.#deps.answers.success(response, developer, answer);
    this.#deps.measurements.count('gateway_requests', { method: method ?? 'none', code: refused?.code ?? '10000' });
    this.#deps.measurements.time('gateway_ms', performance.now() - began, { method: method ?? 'none' });
  }
}

interface Caller { readonly receivedAt: number; readonly address: string; readonly requestId: string }
/** A request whose body is here. */
interface Arrived { readonly parameters: Parameters; readonly caller: Caller }
interface Outcome {
  readonly refused?: Refusal; readonly answer?: object; readonly developer: Developer | undefined; readonly explanation?: object | undefined; readonly method?: GatewayMethodName;
}

const stranger = (refused: Refusal): Outcome => ({ refused, developer: undefined });
const tooMany = (): Refusal => refusal('42900', { status: 429, retryAfterSeconds: 1 });
