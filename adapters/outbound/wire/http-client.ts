import { Agent, type Dispatcher } from 'undici';
import { addressRule } from './address-rule.js';
import { checkedConnector, NotConnected, resolveBySystem, type Resolve } from './checked-connector.js';

export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Whole request: waiting for a connection, connecting, sending, the last byte of the answer. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/**
 * `unreachable` and `address-refused`: nothing was sent. `timeout`, `cut-off`, `too-large`: the other side may have acted.
 * A compressed answer counts as `too-large`, because its size cannot be known.
 */
export type WireFailure = 'timeout' | 'unreachable' | 'too-large' | 'cut-off' | 'address-refused';
export type WireAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly contentType: string; readonly body: Uint8Array }
  | { readonly kind: 'failure'; readonly why: WireFailure };

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

const failed = (why: WireFailure): WireAnswer => ({ kind: 'failure', why });
const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '');
const oneHeader = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(',') : (value ?? ''));

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
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return failed('address-refused');
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), request.timeoutMs);
    try {
      return await this.#exchange(url, request, limit.signal);
    } catch (fault) {
      if (fault instanceof NotConnected) return failed(fault.addressRefused ? 'address-refused' : 'unreachable');
      if (limit.signal.aborted) return failed('timeout');
      if (ourFaultCodes.includes(codeOf(fault))) throw fault;
      if (tooLargeCodes.includes(codeOf(fault))) return failed('too-large');
      return failed(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED'].includes(codeOf(fault)) ? 'unreachable' : 'cut-off');
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits for running requests, then lets all connections go. */
  close(): Promise<void> {
    return this.#agent.close();
  }

  async #exchange(url: URL, request: WireRequest, signal: AbortSignal): Promise<WireAnswer> {
    const answer = await this.#agent.request({
      origin: url.origin, path: `${url.pathname}${url.search}`, method: request.method, signal, body: request.body ?? null,
      headers: { ...request.headers, 'accept-encoding': 'identity' },
    });
    const encoding = oneHeader(answer.headers['content-encoding']).trim().toLowerCase();
    const announced = Number(oneHeader(answer.headers['content-length']) || '0');
    if (!['', 'identity'].includes(encoding) || announced > request.maxResponseBytes) return drop(answer);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > request.maxResponseBytes) return drop(answer);
      chunks.push(chunk);
    }
    return { kind: 'answer', status: answer.statusCode, contentType: oneHeader(answer.headers['content-type']), body: Buffer.concat(chunks) };
  }
}

/** Closes the connection instead of reading on. */
function drop(answer: Dispatcher.ResponseData): WireAnswer {
  answer.body.on('error', () => undefined).destroy();
  return failed('too-large');
}
