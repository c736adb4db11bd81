import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readRawBody } from '../http/raw-body.js';

export interface ManagementParts {
  /** Undefined = ready; otherwise a short word on what is missing. The same question as on the public port, which a process without one does not have. */
  readonly notReady: () => Promise<string | undefined>;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly body: string }>;
  /** Steps the clock of the whole embedded installation; absent in production, where no such port exists (design section 3). */
  readonly advanceClock: ((ms: number) => Promise<{ readonly now: number }>) | undefined;
  /** Shows what is known of one order's money, or of one clearing day; embedded profile only. */
  readonly inspect: ((what: Inspected) => Promise<object | undefined>) | undefined;
}

/** An order by its number, or a clearing day `yyyyMMdd`. */
export type Inspected = { readonly orderNo: string } | { readonly day: string };

const maxStepMs = 400 * 24 * 3_600_000;

/** The port that only operators of the machine reach: metrics, and in the embedded profile the clock. Listens on loopback. */
export function managementServer(parts: ManagementParts): Server {
  return createServer((request, response) => {
    route(parts, request).then(
      ({ status, contentType, body }) => { response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body); },
      () => { end(response, 500); });
  });
}

interface Reply { readonly status: number; readonly contentType: string; readonly body: string }

async function route(parts: ManagementParts, request: IncomingMessage): Promise<Reply> {
  if (!isLocal(request)) return json(403, { error: 'local callers only' });
  if (request.method === 'GET' && request.url === '/metrics') {
    const { contentType, body } = await parts.metrics();
    return { status: 200, contentType, body };
  }
  if (request.method === 'GET' && request.url === '/readyz') {
    const isReady = await parts.notReady() === undefined;
    return { status: isReady ? 200 : 503, contentType: 'text/plain; charset=utf-8', body: isReady ? 'ready' : 'not ready' };
  }
  if (request.method === 'POST' && request.url === '/control/clock/advance' && parts.advanceClock) {
    const read = await readRawBody(request, 1024, 5_000);
    const ms = read.ok ? stepOf(read.body.toString('utf8')) : undefined;
    return ms === undefined ? json(400, { error: `send {"ms": 1 to ${maxStepMs}}` }) : json(200, await parts.advanceClock(ms));
  }
  const asked = inspectedOf(request.url ?? '');
  if (request.method === 'GET' && asked && parts.inspect) {
    const found = await parts.inspect(asked);
    return found ? json(200, found) : json(404, { error: 'nothing is known of it' });
  }
  return json(404, { error: 'no such address' });
}

function inspectedOf(url: string): Inspected | undefined {
  const orderNo = /^\/control\/orders\/([0-9]{26})$/.exec(url)?.[1];
  const day = /^\/control\/days\/([0-9]{8})$/.exec(url)?.[1];
  return orderNo !== undefined ? { orderNo } : day === undefined ? undefined : { day };
}

/** A page in a browser can post to loopback; it cannot leave out its Origin nor choose its Host. */
const isLocal = (request: IncomingMessage): boolean =>
  request.headers.origin === undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');

function stepOf(text: string): number | undefined {
  try {
    const ms: unknown = (JSON.parse(text) as { ms?: unknown }).ms;
    return typeof ms === 'number' && Number.isSafeInteger(ms) && ms > 0 && ms <= maxStepMs ? ms : undefined;
  } catch {
    return undefined;
  }
}

const json = (status: number, value: object): Reply => ({ status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) });
const end = (response: ServerResponse, status: number): void => { response.writeHead(status).end(); };
