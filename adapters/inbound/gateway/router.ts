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
import { FailureLimits } from './failure-limits.js';
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
  /** Embedded profile: the wall beside the stepped clock. Programs that sign with their own time go on being heard after the clock was stepped. */
  readonly wallNow?: () => number;
}

export interface GatewayLimits {
  /** Accepted difference between a request's timestamp and our clock. */
  readonly timestampWindowMs: number;
  /** Requests worked on at once; more are answered 20000 at once, so that memory stays flat. */
  readonly maxInFlight: number;
  /** Requests a second of one address that fail before a developer is known by its signature. */
  readonly perAddressPerSecond: number;
}

/** Bodies being received at once, for each place in `maxInFlight`; with the largest body and the default limit 256 MiB in all. */
const readersPerPlace = 10;

/** While an address is shut out every stranger is answered after this time: known and unknown developers take alike long (GW-13). */
const shutOutMs = 20;

export const defaultGatewayLimits: GatewayLimits = { timestampWindowMs: 600_000, maxInFlight: 400, perAddressPerSecond: 500 };

/** `POST /gateway`: the one signed access point (design section 5). Checks in the order of GW-01, cheap ones first; nothing of `data` is read before the signature is good. */
export class Gateway {
  readonly #deps: GatewayDeps;
  readonly #schemas = new SchemaChecks();
  readonly #admission: Admission;
  readonly #failures: FailureLimits;
  #reading = 0;

  constructor(deps: GatewayDeps) {
    this.#deps = deps;
    this.#admission = new Admission(deps.limits.maxInFlight);
    this.#failures = new FailureLimits(deps.rateLimiter, deps.limits.perAddressPerSecond);
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
    const parameters = await this.#read(request);
    if (isRefusal(parameters)) return this.#failed(stranger(parameters), address);
    const caller = { receivedAt, address, requestId: this.#deps.requestIdOf(request) };
    return await this.#isShutOut(parameters, caller) ? { ...stranger(tooMany()), notBefore: performance.now() + shutOutMs } : { parameters, caller };
  }

  /**
   * While an address fails too often, only who may still turn out to be a developer behind it goes on to the signature check: a proxy or a
   * carrier's address has many behind it, and one of them must not shut out the others.
   */
  async #isShutOut(parameters: Parameters, { address, receivedAt }: Caller): Promise<boolean> {
    if (!this.#failures.isAddressSpent(address)) return false;
    const unsound = this.#schemas.envelope(parameters) ?? this.#untimely(parameters, receivedAt);
    return unsound !== undefined || !(await this.#deps.authenticate.knows(parameters['devId'] ?? ''));
  }

  /** Counts a failure against its address; one too many is told that instead of its own reason. */
  #failed(outcome: Outcome, address: string): Outcome {
    return this.#failures.allowsAddress(address) ? outcome : { ...outcome, refused: tooMany(), developer: undefined, explanation: undefined };
  }

  async #serve(response: Response, began: number, { parameters, caller }: Arrived): Promise<void> {
    try {
      await this.#admission.turn();
      const shut = this.#failures.isAddressSpent(caller.address) ? performance.now() + shutOutMs : undefined;
      const outcome = await this.#judge(parameters, caller);
      await this.#finish(response, began, outcome.developer === undefined ? { ...outcome, notBefore: shut } : outcome);
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
    if (malformed) return this.#failed(stranger(malformed), caller.address);
    const method = checkMethod(parameters['version'] ?? '', parameters['method'] ?? '');
    if (isRefusal(method)) return this.#failed(stranger(method), caller.address);
    const untimely = this.#untimely(parameters, caller.receivedAt);
    if (untimely) return { ...this.#failed(stranger(untimely), caller.address), method };
    const text = canonicalText(parameters);
    const known = await this.#authenticate(parameters, text, caller);
    if (known.refused || !known.developer) return { ...known, method };
    return { ...(await this.#call(method, parameters, known.developer, text, caller)), method };
  }

  #untimely(parameters: Parameters, receivedAt: number): Refusal | undefined {
    const { limits, wallNow } = this.#deps;
    const timestamp = parameters['timestamp'] ?? '';
    const refused = checkTimestamp(timestamp, receivedAt, limits.timestampWindowMs);
    return refused && wallNow ? checkTimestamp(timestamp, wallNow(), limits.timestampWindowMs) : refused;
  }

  async #authenticate(parameters: Parameters, text: string, { address, receivedAt }: Caller): Promise<Outcome> {
    const devId = parameters['devId'] ?? '';
    if (this.#failures.isPairSpent(address, devId)) return stranger(tooMany());
    const authentic = await this.#deps.authenticate.run({ devId, text, signature: parameters['sign'] ?? '', address, at: receivedAt });
    if (authentic.ok) {
      const developer = authentic.value;
      if (this.#deps.rateLimiter.allow(`developer:${devId}`, developer.requestsPerSecond)) return { developer };
      this.#failures.countPair(address, devId);
      return { refused: tooMany(), developer };
    }
    this.#deps.measurements.count('security_events', { event: 'gateway', why: authentic.refusal.code });
    this.#deps.journal.warn('gateway-refused', { why: authentic.refusal.code, address });
    this.#failures.countPair(address, devId);
    if (authentic.refusal.code === 'address-not-allowed') return { refused: refusal('40301'), developer: authentic.refusal.developer };
    const explanation = this.#deps.explainSignatures ? explainSignature(text, authentic.refusal.developer, this.#deps.digests) : undefined;
    // Unknown, disabled and wrongly signed look alike: no signature, one message (GW-13).
    return this.#failed({ refused: refusal('40003'), developer: undefined, explanation }, address);
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
    if (outcome.notBefore !== undefined) await realDelay(outcome.notBefore - performance.now());
    const page = method !== undefined && gatewayMethods[method].page;
    if (page && refused) pageRefusal(response, refused);
    else if (page && answer) pageAnswer(response, answer);
    else if (refused) await this.#deps.answers.refuse(response, refused, developer, outcome.explanation);
    else if (developer && answer) await this.#deps.answers.success(response, developer, answer);
    this.#deps.measurements.count('gateway_requests', { method: method ?? 'none', code: refused?.code ?? '10000' });
    this.#deps.measurements.time('gateway_ms', performance.now() - began, { method: method ?? 'none' });
    this.#say(began, outcome);
  }

  /** Of strangers only why they were refused is said, and where that is found out. */
  #say(began: number, { refused, developer, answer, method }: Outcome): void {
    if (developer === undefined) return;
    const orderNo = answer !== undefined && 'platformOrderNo' in answer && typeof answer.platformOrderNo === 'string' ? answer.platformOrderNo : undefined;
    this.#deps.journal.info('gateway-answered', { method, devId: developer.devId, code: refused?.code ?? '10000', subCode: refused?.subCode, orderNo, ms: Math.round(performance.now() - began) });
  }
}

interface Caller { readonly receivedAt: number; readonly address: string; readonly requestId: string }
/** A request whose body is here. */
interface Arrived { readonly parameters: Parameters; readonly caller: Caller }
interface Outcome {
  readonly refused?: Refusal; readonly answer?: object; readonly developer: Developer | undefined; readonly explanation?: object | undefined; readonly method?: GatewayMethodName;
  /** Not answered earlier (performance.now). */
  readonly notBefore?: number | undefined;
}

const stranger = (refused: Refusal): Outcome => ({ refused, developer: undefined });
const tooMany = (): Refusal => refusal('42900', { status: 429, retryAfterSeconds: 1 });
const realDelay = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, Math.max(0, ms)); });
