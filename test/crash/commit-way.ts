import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePorts } from '../support/city.js';
import type { OwnServer } from '../support/own-server.js';
import { asAdmin } from '../support/servers.js';
import { pause } from './chance.js';

/** Longest wait for somebody to commit something, or for a server that was killed: after other faults both may just be coming back. */
const patienceMs = 60_000;
/** COMMIT has a packet of its own on either wire, because a client waits for each answer; the word in a payer's text would stand in a longer one. */
const mostCommitBytes = 32;
const isCommit = (bytes: Buffer): boolean => bytes.length <= mostCommitBytes && bytes.includes('COMMIT');

/** Where the line breaks: before the server hears of it, or when it has committed and answers. */
type Break = 'unheard' | 'unanswered';

/**
 * The platform's only way to its database server. It can break exactly at COMMIT, where the platform cannot know whether its unit is stored: lines that
 * are cut at random moments are rarely there.
 */
export class CommitWay implements OwnServer {
  /** Of the server itself, past this way. */
  readonly address: string;
  readonly #server: OwnServer;
  readonly #port: number;
  #listener: Server | undefined;
  #armed: { left: number; readonly done: () => void } | undefined;
  /** Lines that broke at COMMIT. */
  cuts = 0;

  private constructor(server: OwnServer, port: number) {
    this.#server = server;
    this.address = server.address;
    this.#port = port;
  }

  static async to(server: OwnServer): Promise<CommitWay> {
    const [port = 0] = await freePorts(1);
    return new CommitWay(server, port);
  }

  /** A database of the server as it is reached by this way. */
  by(address: string): string {
    const url = new URL(address);
    url.port = String(this.#port);
    return url.href;
  }

  get pid(): number | undefined { return this.#server.pid; }

  async start(): Promise<void> {
    await this.#server.start();
    const listener = createServer((near) => { this.#carry(near); });
    this.#listener = listener;
    await new Promise<void>((resolve, reject) => { listener.once('error', reject).listen(this.#port, '127.0.0.1', resolve); });
    await this.#letsIn();
  }

  /** A port answers before the server lets anybody in: after a kill it has to put its files right first. The platform meets that, who breaks things need not. */
  async #letsIn(): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const refused = await asAdmin(this.address, (admin) => admin.raw('select 1')).then(() => undefined, (error: unknown) => error);
      if (refused === undefined) return;
      if (performance.now() > deadline) throw new Error(`the server lets nobody in ${patienceMs} ms after its start`, { cause: refused });
      await pause(100);
    }
  }

  /** Nobody answers then, as when the server is reached directly. */
  async kill(): Promise<void> {
    this.#listener?.close();
    await this.#server.kill();
  }

  async remove(): Promise<void> {
    await this.kill();
    await this.#server.remove();
  }

  /** Breaks the lines of the next units that are committed; over when that many broke. */
  cutAtCommits(times: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#armed = undefined;
        reject(new Error(`nobody committed anything within ${patienceMs} ms`));
      }, patienceMs);
      this.#armed = { left: times, done: () => { clearTimeout(timer); resolve(); } };
    });
  }

  #takeBreak(): Break | undefined {
    const armed = this.#armed;
    if (!armed) return undefined;
    armed.left -= 1;
    this.cuts += 1;
    if (armed.left === 0) {
      this.#armed = undefined;
      armed.done();
    }
    return this.cuts % 2 === 0 ? 'unheard' : 'unanswered';
  }

  #carry(near: Socket): void {
    const far = connect(Number(new URL(this.address).port), '127.0.0.1');
    let answerIsLost = false;
    near.on('data', (bytes) => {
      const cut = isCommit(bytes) ? this.#takeBreak() : undefined;
      if (cut === 'unheard') near.destroy();
      else far.write(bytes);
      if (cut === 'unanswered') answerIsLost = true;
    });
    far.on('data', (bytes) => {
      if (answerIsLost) near.destroy();
      else near.write(bytes);
    });
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.setNoDelay(true);
      // `close` follows an error.
      one.on('error', () => undefined).on('close', () => { other.destroy(); });
    }
  }
}
