import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard { readonly at: number; readonly path: string; readonly body: string }
/** How a business system answers; `drop` cuts the line. */
export type EarAnswer = { readonly status?: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> } | 'drop';

/** A business system's callback address: keeps what it hears, answers by path as told. */
export class Ear {
  readonly heard: Heard[] = [];
  readonly #answers = new Map<string, (body: string) => EarAnswer>();
  readonly #now: () => number;
  #server: Server | undefined;

  constructor(now: () => number) { this.#now = now; }

  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const [path, body] = [request.url ?? '', Buffer.concat(parts).toString('utf8')];
        this.heard.push({ at: this.#now(), path, body });
        const answer: EarAnswer = this.#answers.get(path)?.(body) ?? { body: 'success' };
        if (answer === 'drop') { request.socket.destroy(); return; }
        response.writeHead(answer.status ?? 200, { 'content-type': 'text/plain', ...answer.headers });
        response.end(answer.body ?? 'success');
      });
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    this.#server = server;
  }

  get origin(): string { return `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`; }

  answer(path: string, how: (body: string) => EarAnswer): void { this.#answers.set(path, how); }
  at(path: string): readonly Heard[] { return this.heard.filter((one) => one.path === path); }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => { this.#server?.close(resolve); });
  }
}
