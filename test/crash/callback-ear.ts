import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { GatewayCallback } from '../../contracts/sdk/callbacks.js';
import type { GatewayClient } from '../../contracts/sdk/client.js';
import { pause, type Chance } from './chance.js';

/** News that the business system took in and answered "accepted". */
export interface Heard {
  readonly kind: GatewayCallback['kind'];
  /** platformOrderNo, of a refund platformRefundOrderNo. */
  readonly no: string;
  readonly state: string;
  readonly amount: bigint;
  /** Of a payment: the channel's number. */
  readonly channelOrderNo: string | undefined;
}

/** The platform tries six times; an ear that stays deaf longer would rightly never be told. */
const mostRefusals = 3;

/** The business system's end of the callbacks: verifies each, is often slow, broken or forgetful, and keeps what it accepted. */
export class CallbackEar {
  readonly #clients: readonly GatewayClient[];
  readonly #chance: Chance;
  readonly #refusals = new Map<string, number>();
  #server: Server | undefined;
  #calm = false;
  readonly heard: Heard[] = [];
  /** Callbacks that did not verify, or came where nobody asked for them. */
  readonly doubtful: string[] = [];
  posts = 0;

  constructor(clients: readonly GatewayClient[], chance: Chance) {
    this.#clients = clients;
    this.#chance = chance;
  }

  async listen(port: number): Promise<void> {
    const server = createServer((request, response) => {
      this.#take(request, response).catch((fault: unknown) => { this.doubtful.push(String(fault)); response.writeHead(400).end(); });
    });
    this.#server = server;
    await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  }

  /** From now on everything is accepted at once. */
  calmDown(): void { this.#calm = true; }

  async close(): Promise<void> {
    const server = this.#server;
    if (server) await new Promise<void>((resolve) => { server.close(() => resolve()); server.closeAllConnections(); });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.posts += 1;
    const body = await bodyOf(request);
    if (body === undefined) return;
    const heard = this.#read(body);
    const key = `${heard.kind}:${heard.no}:${heard.state}:${heard.channelOrderNo ?? ''}`;
    const refusals = this.#refusals.get(key) ?? 0;
    const mood = this.#calm || refusals >= mostRefusals ? 'fine' : this.#chance.pick(['fine', 'fine', 'fine', 'fine', 'slow', 'error', 'cut', 'deaf', 'forgets'] as const);
    if (mood === 'slow') await pause(this.#chance.between(50, 600));
    if (mood === 'fine' || mood === 'slow' || mood === 'forgets') this.heard.push(heard);
    else this.#refusals.set(key, refusals + 1);
    // "forgets": stored here, but the platform never learns of it and repeats.
    if (mood === 'forgets') this.#refusals.set(key, refusals + 1);
    if (mood === 'cut' || mood === 'forgets') response.destroy();
    else if (mood === 'error') response.writeHead(500).end('busy');
    else response.writeHead(200, { 'content-type': 'application/json' }).end(mood === 'deaf' ? '{"code":"20000"}' : JSON.stringify(this.#clients[0]?.acceptCallback()));
  }

  #read(body: string): Heard {
    const problems: string[] = [];
    for (const client of this.#clients) {
      try {
        return heardOf(client.parseCallback(body));
      } catch (fault) {
        problems.push(String(fault));
      }
    }
    throw new Error(`a callback that nobody can verify: ${problems.join(' / ')}`);
  }
}

/** Undefined when the platform was killed while it sent. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(parts).toString('utf8');
}

function heardOf(callback: GatewayCallback): Heard {
  if (callback.kind === 'refund') {
    const { platformRefundOrderNo, refundState, refundAmount } = callback.data;
    return { kind: 'refund', no: platformRefundOrderNo, state: refundState, amount: BigInt(refundAmount), channelOrderNo: undefined };
  }
  const { platformOrderNo, orderState, orderAmount, channelOrderNo } = callback.data;
  return { kind: callback.kind, no: platformOrderNo, state: orderState, amount: BigInt(orderAmount), channelOrderNo };
}
