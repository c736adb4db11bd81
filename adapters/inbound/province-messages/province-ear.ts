import { createServer, isIPv4, type AddressInfo, type BlockList, type Server, type Socket } from 'node:net';
import { answerFrame, type ProvinceToHear } from './answer-frame.js';
import { HeardMessages } from './heard-messages.js';

export interface EarLimits {
  readonly maxConnections: number;
  /** Longest silence, and longest life of one connection. */
  readonly idleMs: number;
  readonly lifeMs: number;
  readonly maxFrames: number;
}

/** The norm has one message per connection; a sender that keeps one open for a burst is let. */
export const usualEarLimits: EarLimits = { maxConnections: 32, idleMs: 10_000, lifeMs: 120_000, maxFrames: 200 };

const flushMs = 500;
const sayEveryMs = 60_000;

export interface EarPlace {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Networks that may call; undefined lets everybody, which only a simulated province is given. */
  readonly sources: BlockList | undefined;
}

/** Listens for a province's paid messages (5996). Frames are bounded, answered in their order, and nothing is kept of a connection. */
export class ProvinceEar {
  readonly #province: ProvinceToHear;
  readonly #place: EarPlace;
  readonly #limits: EarLimits;
  readonly #heard = new HeardMessages();
  readonly #sockets = new Set<Socket>();
  readonly #busy = new Set<Promise<void>>();
  readonly #server: Server;
  #refused = 0;
  #refusedSaidAt = 0;

  constructor(province: ProvinceToHear, place: EarPlace, limits: EarLimits = usualEarLimits) {
    [this.#province, this.#place, this.#limits] = [province, place, limits];
    this.#server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => { this.#take(socket); });
    this.#server.maxConnections = limits.maxConnections;
  }

  get port(): number { return (this.#server.address() as AddressInfo).port; }

  /** Rejects with the listen error, for example EADDRINUSE. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#place.port, this.#place.host, () => { this.#server.off('error', reject); resolve(); });
    });
  }

  /** Takes no further connection, lets what is being answered come to its end within `busyMs`. */
  async close(busyMs = 5_000): Promise<void> {
    const closed = new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => { timer = setTimeout(resolve, busyMs); });
    await Promise.race([Promise.all(this.#busy), late]);
    clearTimeout(timer);
    // What was answered goes out; whoever does not fetch it is cut.
    for (const socket of this.#sockets) socket.destroySoon();
    const cut = setTimeout(() => { for (const socket of this.#sockets) socket.destroy(); }, flushMs);
    await closed;
    clearTimeout(cut);
  }

  #take(socket: Socket): void {
    // Without a listener an error of the line would end the process.
    socket.on('error', () => undefined);
    if (!this.#mayCall(socket.remoteAddress ?? '')) {
      socket.destroy();
      this.#sayRefused();
      return;
    }
    this.#sockets.add(socket);
    const life = setTimeout(() => socket.destroy(), this.#limits.lifeMs);
    socket.setTimeout(this.#limits.idleMs, () => socket.destroy());
    socket.once('close', () => { clearTimeout(life); this.#sockets.delete(socket); });
    this.#converse(socket).catch(() => undefined).finally(() => { socket.end(() => socket.destroy()); });
  }

  /** Once a minute: a scanner shall not fill the log. */
  #sayRefused(): void {
    const { clock, journal, region } = this.#province;
    this.#refused += 1;
    if (clock.now() < this.#refusedSaidAt + sayEveryMs) return;
    this.#refusedSaidAt = clock.now();
    journal.warn('province-caller-refused', { region, callers: this.#refused });
    this.#refused = 0;
  }

  #mayCall(address: string): boolean {
    const { sources } = this.#place;
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    return sources === undefined || sources.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
  }

  /** Reads no further while a frame is being answered, so that nothing piles up. */
  async #converse(socket: Socket): Promise<void> {
    let [bytes, frames] = [Buffer.alloc(0), 0];
    // A caller that closes its own half after its message still gets its answer.
    for await (const part of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes = Buffer.concat([bytes, part]);
      for (let length = this.#wholeFrame(bytes); length !== 'more'; length = this.#wholeFrame(bytes)) {
        const answer = length === 'bad' || ++frames > this.#limits.maxFrames ? undefined : await this.#answered(bytes.subarray(0, length));
        if (answer === undefined || length === 'bad') return;
        socket.write(answer);
        bytes = bytes.subarray(length);
      }
    }
  }

  /** Bytes of the frame that has come in whole. */
  #wholeFrame(bytes: Uint8Array): number | 'more' | 'bad' {
    const length = this.#province.frames.lengthOf(bytes);
    return typeof length === 'number' && bytes.length < length ? 'more' : length;
  }

  async #answered(frame: Uint8Array): Promise<Uint8Array | undefined> {
    const work = answerFrame(this.#province, this.#heard, frame);
    const settled = work.then(() => undefined, () => undefined);
    this.#busy.add(settled);
    try {
      return await work;
    } finally {
      this.#busy.delete(settled);
    }
  }
}
