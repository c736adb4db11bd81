import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';

export interface DrainTimes {
  /** How long an idle kept-alive connection may still be used once; 0: it is closed at once. */
  readonly idleMs: number;
  /** How long requests in hand may take after that. */
  readonly busyMs: number;
}

/**
 * Ends a server without failing a request. Closing an idle connection may meet a request that is on its way; so each connection is first
 * given the time to be used once more, and that answer says `Connection: close`.
 */
export class ServerDrain {
  readonly #server: Server;
  readonly #answering = new Set<ServerResponse>();
  #draining = false;

  /** Before the server listens. */
  constructor(server: Server) {
    this.#server = server;
    server.prependListener('request', (_request, response: ServerResponse) => {
      this.#answering.add(response);
      response.once('close', () => { this.#answering.delete(response); });
      if (this.#draining) response.setHeader('connection', 'close');
    });
  }

  /** Takes no further connection; resolves when the last one has ended, after both times at the latest. */
  async drain({ idleMs, busyMs }: DrainTimes): Promise<void> {
    this.#draining = true;
    for (const response of this.#answering) if (!response.headersSent) response.setHeader('connection', 'close');
    // Not http's own close: it closes idle connections at once.
    const closed = new Promise<void>((resolve) => { NetServer.prototype.close.call(this.#server, () => resolve()); });
    await within(closed, idleMs);
    this.#server.closeIdleConnections();
    await within(closed, busyMs);
    this.#server.closeAllConnections();
    await closed;
    // Ends the timer with which http looks for slow requests; the server is closed already.
    this.#server.close(() => undefined);
  }
}

async function within(ended: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([ended, new Promise<void>((resolve) => { timer = setTimeout(resolve, ms); })]);
  clearTimeout(timer);
}
