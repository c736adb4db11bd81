import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { latenciesOf, type Latencies } from './statistics.js';

export interface Answer { readonly status: number; readonly text: string; readonly headers: IncomingHttpHeaders }

/** One HTTP exchange over a connection of the agent. */
export function exchange(agent: Agent, url: string, body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };
    const sent = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers, timeout: answerTimeoutMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), headers: response.headers }));
      response.once('error', reject);
    });
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.once('error', reject);
    sent.end(body);
  });
}

const answerTimeoutMs = 30_000;
/** Connections opened at the same time: fewer than a server's backlog holds. */
const openAtOnce = 100;
/** How long a client that was told "busy" waits before it sends the same again. */
const pauseWhenBusyMs = 250;
/** One answer in so many is kept, to have its signature checked afterwards. */
const keepOneIn = 25;

/** A number of connections that stay open from one part to the next. */
export class Connections {
  readonly agent: Agent;
  readonly count: number;

  constructor(count: number) {
    this.count = count;
    this.agent = new Agent({ keepAlive: true, maxSockets: count, maxFreeSockets: count });
  }

  async open(baseUrl: string): Promise<this> {
    for (let opened = 0; opened < this.count; opened += openAtOnce) {
      // All that were opened before are used as well, so that each call needs more than there are.
      await Promise.all(Array.from({ length: Math.min(this.count, opened + openAtOnce) }, () => exchange(this.agent, `${baseUrl}/healthz`)));
    }
    return this;
  }

  close(): void { this.agent.destroy(); }
}

export interface LoadResult {
  /** Answers with code 10000 a second. */
  readonly rate: number;
  readonly answered: number;
  readonly seconds: number;
  /** Of the answers with code 10000. */
  readonly latencies: Latencies;
  /** Of the answers with code 20000, "busy". */
  readonly busyLatencies: Latencies;
  readonly busy: number;
  /** Anything else: another code, a broken connection, no answer. */
  readonly errors: number;
  readonly firstError: string | undefined;
  readonly kept: readonly string[];
}

/**
 * Every connection sends the next body as soon as its last one is answered, until the time or the bodies end. A body answered "busy" is sent
 * again, as an integrator is told to.
 */
export async function fire(connections: Connections, url: string, bodies: readonly Buffer[], forMs: number): Promise<LoadResult> {
  const waiting = [...bodies].reverse();
  const [good, busy, kept, wrong]: [number[], number[], string[], string[]] = [[], [], [], []];
  const began = performance.now();
  const until = began + forMs;
  const one = async (): Promise<void> => {
    for (let body = waiting.pop(); body !== undefined && performance.now() < until; body = waiting.pop()) {
      const sentAt = performance.now();
      try {
        const { text } = await exchange(connections.agent, url, body);
        const took = performance.now() - sentAt;
        const code = codeOf(text);
        if (code === '10000') good.push(took);
        else if (code === '20000') { busy.push(took); waiting.push(body); await pause(pauseWhenBusyMs); }
        else wrong.push(text.slice(0, 200));
        if (code === '10000' && good.length % keepOneIn === 1) kept.push(text);
      } catch (error) {
        wrong.push(error instanceof Error ? error.message : 'thrown');
      }
    }
  };
  await Promise.all(Array.from({ length: connections.count }, one));
  const seconds = (performance.now() - began) / 1000;
  return {
    rate: good.length / seconds, answered: good.length, seconds, latencies: latenciesOf(good), busyLatencies: latenciesOf(busy), busy: busy.length,
    errors: wrong.length, firstError: wrong[0], kept,
  };
}

const codeOf = (text: string): string => (JSON.parse(text) as { code?: string }).code ?? '';
