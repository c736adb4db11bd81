import { Agent, type Dispatcher } from 'undici';
import { addressRule } from './address-rule.js';
import { checkedConnector, NotConnected, resolveBySystem, type Resolve } from './checked-connector.js';
import { boundedBytes, WireBrokeOff, type WireFailure } from './bounded-bytes.js';

export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Whole request: waiting for a connection, connecting, sending, the last byte of the answer. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

export type { WireFailure };
export type WireAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly contentType: string; readonly body: Uint8Array }
  | { readonly kind: 'failure'; readonly why: WireFailure };

/** `bytes` throws `WireBrokeOff` when they end before their end; they must be taken to the end or given up, else the connection is held for the whole time limit. */
export type WireDownload =
  | { readonly kind: 'answer'; readonly status: number; readonly contentType: string; readonly bytes: AsyncGenerator<Uint8Array, void, undefined> }
  | Extract<WireAnswer, { kind: 'failure' }>;

export interface WireOptions {
  /** At most this many connections to one origin; further requests wait inside their own time limit. */
  readonly maxConnections: number;
  readonly keepAliveMs: number;
  readonly connectTimeoutMs: number;
  /** CIDR list, IPv4 and IPv6: every resolved address must lie inside. Undefined: any address. Metadata addresses never (URL-02). */
  readonly allowedNetworks?: readonly string[];
  /** Name service; the system's by default. */
  readonly resolve?: Resolve;
}

const tooLargeCodes = ['UND_ERR_HEADERS_OVERFLOW'];
const ourFaultCodes = ['UND_ERR_INVALID_ARG'];

const failed = (why: WireFailure): Extract<WireAnswer, { kind: 'failure' }> => ({ kind: 'failure', why });
const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '');
const oneHeader = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(',') : (value ?? ''));

function usable(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '' ? url : undefined;
}

/** Requests to other systems: no redirects, no repeats, everything bounded, certificates always checked (URL-02, URL-03). */
export class WireClient {
  readonly #agent: Agent;

  constructor(options: WireOptions) {
    this.#agent = new Agent({
      connections: options.maxConnections, pipelining: 1, keepAliveTimeout: options.keepAliveMs, keepAliveMaxTimeout: options.keepAliveMs,
      // The whole-request limit of each request stands in for these two.
      headersTimeout: 0, bodyTimeout: 0,
      connect: checkedConnector({
        connectTimeoutMs: options.connectTimeoutMs, resolve: options.resolve ?? resolveBySystem, mayConnect: addressRule(options.allowedNetworks),
      }),
    });
  }

  /** Never throws for what the other side or the network does; throws for a malformed header of ours. */
  async send(request: WireRequest): Promise<WireAnswer> {
    const answer = await this.download(request);
    if (answer.kind === 'failure') return answer;
    const chunks: Uint8Array[] = [];
    try {
      for await (const chunk of answer.bytes) chunks.push(chunk);
    } catch (fault) {
      if (fault instanceof WireBrokeOff) return failed(fault.why);
      throw fault;
    }
    return { kind: 'answer', status: answer.status, contentType: answer.contentType, body: Buffer.concat(chunks) };
  }

  /** As `send`, for answers that are too large for memory: the same limits, the bytes as they come. */
  async download(request: WireRequest): Promise<WireDownload> {
    const url = usable(request.url);
    if (!url) return failed('address-refused');
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), request.timeoutMs);
    const end = (): void => clearTimeout(timer);
    try {
      const answer = await this.#open(url, request, limit.signal);
      if (answer === undefined) { end(); return failed('too-large'); }
      const bytes = boundedBytes(answer.body, request.maxResponseBytes, (fault) => brokeOff(fault, limit.signal), end);
      return { kind: 'answer', status: answer.statusCode, contentType: oneHeader(answer.headers['content-type']), bytes };
    } catch (fault) {
      end();
      return failed(whyOf(fault, limit.signal));
    }
  }

  /** Whether somebody answers at an address, and where it fails if not: the head alone is asked for. `code`: of the system or of TLS. */
  async reach(address: string, timeoutMs: number): Promise<{ readonly kind: 'answer'; readonly status: number } | { readonly kind: 'failure'; readonly why: WireFailure; readonly code: string }> {
    const url = usable(address);
    if (!url) return { ...failed('address-refused'), code: '' };
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await this.#agent.request({ origin: url.origin, path: `${url.pathname}${url.search}`, method: 'HEAD', signal: limit, body: null });
      answer.body.on('error', () => undefined);
      await answer.body.dump();
      return { kind: 'answer', status: answer.statusCode };
    } catch (fault) {
      const cause = fault instanceof NotConnected ? fault.cause : fault;
      return { ...failed(whyOf(fault, limit)), code: codeOf(cause) };
    }
  }

  /** Waits for running requests, then lets all connections go. */
  close(): Promise<void> {
    return this.#agent.close();
  }

  /** Undefined where the size of the answer cannot be known or is over the limit. */
  async #open(url: URL, request: WireRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData | undefined> {
    const answer = await this.#agent.request({
      origin: url.origin, path: `${url.pathname}${url.search}`, method: request.method, signal, body: request.body ?? null,
      headers: { ...request.headers, 'accept-encoding': 'identity' },
    });
    const encoding = oneHeader(answer.headers['content-encoding']).trim().toLowerCase();
    const announced = Number(oneHeader(answer.headers['content-length']) || '0');
    // A body that nobody has begun to take when the time is over must not tear the process down.
    answer.body.on('error', () => undefined);
    if (['', 'identity'].includes(encoding) && announced <= request.maxResponseBytes) return answer;
    // Closes the connection instead of reading on.
    answer.body.destroy();
    return undefined;
  }
}

/** What became of a request that failed. Throws the faults that are ours. */
function whyOf(fault: unknown, limit: AbortSignal): WireFailure {
  if (fault instanceof NotConnected) return fault.addressRefused ? 'address-refused' : 'unreachable';
  if (limit.aborted) return 'timeout';
  if (ourFaultCodes.includes(codeOf(fault))) throw fault;
  if (tooLargeCodes.includes(codeOf(fault))) return 'too-large';
  return ['UND_ERR_CLOSED', 'UND_ERR_DESTROYED'].includes(codeOf(fault)) ? 'unreachable' : 'cut-off';
}

const brokeOff = (fault: unknown, limit: AbortSignal): WireBrokeOff => (fault instanceof WireBrokeOff ? fault : new WireBrokeOff(whyOf(fault, limit)));
