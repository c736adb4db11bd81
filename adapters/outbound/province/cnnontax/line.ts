import { connect, isIP, type Socket } from 'node:net';
import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import { addressRule } from '../../wire/address-rule.js';
import { checkedLookup, resolveBySystem } from '../../wire/checked-connector.js';
import { frameLength } from './frame.js';
import type { CnnontaxSettings } from './settings.js';

export type LineAnswer =
  /** The first whole frame that came; what lies behind it is not looked at. */
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly why: UnknownWhy };

const failure = (why: UnknownWhy): LineAnswer => ({ kind: 'failure', why });
/** Never a destination of ours (URL-02): the places where clouds hand out credentials. */
const mayConnect = addressRule(undefined);

/** The TCP line to one province: one request and one answer per connection, nothing repeated, everything bounded. */
export class Line {
  readonly #settings: CnnontaxSettings['line'];
  #open = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(settings: CnnontaxSettings['line']) { this.#settings = settings; }

  /** Never throws for what the other side or the network does. `timeoutMs` covers waiting for a place, connecting and the last byte. */
  async exchange(frame: Uint8Array, timeoutMs: number): Promise<LineAnswer> {
    const deadline = performance.now() + timeoutMs;
    if (!await this.#place(timeoutMs)) return failure('busy');
    try {
      return await this.#exchange(frame, Math.max(1, deadline - performance.now()));
    } finally {
      this.#open -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** False where no connection was free in time; nothing was sent then. */
  async #place(timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (this.#open >= this.#settings.maxConnections) {
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(woken, leftMs);
        const waiting = this.#waiting;
        function woken(): void { clearTimeout(timer); const at = waiting.indexOf(woken); if (at >= 0) waiting.splice(at, 1); resolve(); }
        waiting.push(woken);
      });
    }
    this.#open += 1;
    return true;
  }

  #exchange(frame: Uint8Array, timeoutMs: number): Promise<LineAnswer> {
    const { host, port, connectTimeoutMs } = this.#settings;
    if (isIP(host) !== 0 && !mayConnect(host)) return Promise.resolve(failure('unreachable'));
    return new Promise((resolve) => {
      const socket = connect({ host, port, lookup: checkedLookup(resolveBySystem, mayConnect) });
      let isConnected = false;
      const timers = [
        setTimeout(() => { end(failure(isConnected ? 'timeout' : 'unreachable')); }, timeoutMs),
        setTimeout(() => { if (!isConnected) end(failure('unreachable')); }, connectTimeoutMs),
      ];
      const end = (answer: LineAnswer): void => { timers.forEach(clearTimeout); socket.destroy(); resolve(answer); };
      socket.setNoDelay(true);
      socket.once('connect', () => { isConnected = true; socket.write(frame); });
      // Until it is connected nothing has left; afterwards the province may have acted.
      socket.once('error', () => { end(failure(isConnected ? 'unreadable' : 'unreachable')); });
      socket.once('close', () => { end(failure(isConnected ? 'unreadable' : 'unreachable')); });
      collect(socket, end);
    });
  }
}

/** Ends with the first whole frame, or as soon as none can come. */
function collect(socket: Socket, end: (answer: LineAnswer) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    bytes = Buffer.concat([bytes, part]);
    const length = frameLength(bytes);
    if (length === 'bad') end(failure('unreadable'));
    else if (length !== 'more' && bytes.length >= length) end({ kind: 'frame', bytes: bytes.subarray(0, length) });
  });
}
