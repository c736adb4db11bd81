import type { BlockList } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Journal } from '../../../application/ports/journal.js';
import { unnamedProxyOf } from './request-context.js';

const everyMs = 600_000;

/**
 * Calls people when a proxy in front of us is missing in `trustedProxies`: limits by address would then see all callers behind it as one.
 * A caller may write the header itself, so it is one alarm in ten minutes, whatever comes. Real time.
 */
export class ForwardWatch {
  readonly #proxies: BlockList;
  readonly #journal: Journal;
  readonly #nowMs: () => number;
  #toldAt = -everyMs;

  constructor(proxies: BlockList, journal: Journal, nowMs: () => number = () => performance.now()) {
    this.#proxies = proxies;
    this.#journal = journal;
    this.#nowMs = nowMs;
  }

  see(request: IncomingMessage): void {
    const address = unnamedProxyOf(request, this.#proxies);
    if (address === undefined || this.#nowMs() - this.#toldAt < everyMs) return;
    this.#toldAt = this.#nowMs();
    this.#journal.alarm('proxy-not-trusted', { address, setting: 'trustedProxies' });
  }
}
