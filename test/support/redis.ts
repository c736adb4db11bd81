import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Journal } from '../../application/ports/journal.js';
import { readRedisAddress, type RedisAddress } from '../../adapters/outbound/wire/redis-address.js';
import { RedisLine } from '../../adapters/outbound/wire/redis-line.js';
import { freePorts } from './free-ports.js';
import { needing } from './needing.js';
import { whyNoOwn } from './own-server.js';

/** A suite that starts and kills servers of its own. */
export const onOwnRedis = (title: string, body: (this: Mocha.Suite) => void): void => needing(whyNoOwn.redis, title, body);

export function addressOf(url: string): RedisAddress {
  const address = readRedisAddress(url);
  if (typeof address === 'string') throw new Error(address);
  return address;
}

export const ownPrefix = (): string => `tj-test-${process.pid}-${randomBytes(4).toString('hex')}`;

/** Removes every key of one prefix. */
export async function removeKeys(url: string, prefix: string): Promise<void> {
  const client = new Redis(url);
  let cursor = '0';
  do {
    const [next, keys] = await client.scan(cursor, 'MATCH', `${prefix}:*`, 'COUNT', 500);
    if (keys.length > 0) await client.del(...keys);
    cursor = next;
  } while (cursor !== '0');
  client.disconnect();
}

/** A line and everything it said. */
export function listenedLine(url: string, password?: string) {
  const said: string[] = [];
  const note = (level: string) => (event: string): void => { said.push(`${level} ${event}`); };
  const journal: Journal = { info: note('info'), warn: note('warn'), alarm: note('alarm'), fault: (event, error) => { said.push(`fault ${event} ${error instanceof Error ? error.message : ''}`); } };
  return { line: new RedisLine(addressOf(url), password, journal), journal, said };
}

/** A redis-server of a test's own: it may be wiped, killed and started again on the same port. Keeps nothing on disk. */
export class OwnRedis {
  readonly port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'tongjiao-redis-'));
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, settings: readonly string[]) {
    this.port = port;
    this.#settings = settings;
  }

  static async start(settings: readonly string[] = []): Promise<OwnRedis> {
    const [port = 0] = await freePorts(1);
    const own = new OwnRedis(port, settings);
    await own.start();
    return own;
  }

  get url(): string { return `redis://127.0.0.1:${this.port}/0`; }

  async start(): Promise<void> {
    this.#process = spawn('redis-server', ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', this.#folder, ...this.#settings], { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries++) {
      if (await answers(addressOf(this.url))) return;
      await new Promise((resolve) => { setTimeout(resolve, 25); });
    }
    throw new Error('redis-server does not start');
  }

  async wipe(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  async kill(): Promise<void> {
    const running = this.#process;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => { running.once('exit', resolve); });
    running.kill('SIGKILL');
    await gone;
  }

  /** Alive but silent, as behind a broken network. */
  freeze(): void { this.#process?.kill('SIGSTOP'); }
  thaw(): void { this.#process?.kill('SIGCONT'); }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Passes bytes on to `port` after `delayMs` in each direction; `hear` is given what goes there. */
export async function slowWay(port: number, delayMs: number, hear: (bytes: Buffer) => void = () => undefined): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from);
      from.on('data', (bytes) => { setTimeout(() => { if (!to.destroyed) to.write(bytes); }, delayMs); });
      if (from === near) from.on('data', hear);
      from.on('close', () => { to.destroy(); sockets.delete(from); });
      from.on('error', () => { to.destroy(); });
    }
  });
  const [own = 0] = await freePorts(1);
  await new Promise<void>((resolve) => { server.listen(own, '127.0.0.1', resolve); });
  return {
    url: `redis://127.0.0.1:${own}/0`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

function answers({ host, port }: RedisAddress): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const end = (answer: boolean) => () => { socket.destroy(); resolve(answer); };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
